package io.switchboard.core.adapter.asterisk.files;

import io.switchboard.core.line.Trunk;
import java.util.List;

/**
 * The manager interface: one user with the least rights that calls need, and the few events that we act on. What Asterisk does not send it
 * need not queue, and we need not parse: about 10 events a call instead of 88.
 */
final class ManagerFile {
  /** A reader that pauses so long, in milliseconds, is cut off; the default of 100 loses a connection to one garbage collection. */
  private static final int WRITE_TIMEOUT_MS = 5_000;

  /**
   * Events that nobody reads. Asterisk would format each and throw it away: 1.5 ms of its processor time per call, of 12. Only where we are
   * the only reader.
   */
  private static final List<String> UNREAD = List.of(
      "Newchannel", "Newexten", "VarSet", "NewCallerid", "NewConnectedLine", "DialBegin", "DialState", "DialEnd", "HangupRequest",
      "SoftHangupRequest", "BridgeCreate", "BridgeDestroy", "BridgeLeave", "MusicOnHoldStart", "MusicOnHoldStop", "DTMFBegin", "RTCPSent",
      "RTCPReceived", "AGIExecStart", "AGIExecEnd", "AsyncAGIEnd", "PeerStatus", "ContactStatus", "ExtensionStatus", "PresenceStatus",
      "ChallengeSent", "SuccessfulAuth");

  private ManagerFile() {}

  static String own(AsteriskSetup setup) {
    return new ConfText("The manager interface (AMI).")
        .section("general")
        .set("enabled", "yes")
        .set("bindaddr", ConfText.host("the AMI host", setup.ami().host()))
        .set("port", ConfText.port("the AMI port", setup.ami().port()))
        .set("webenabled", "no")
        .set("displayconnects", "no")
        .set("disabledevents", String.join(",", UNREAD))
        .line("\n#include switchboard_manager.conf")
        .toString();
  }

  static String user(AsteriskSetup setup) {
    ConfText text = new ConfText("Who Switchboard is on the manager interface, and what it is told.");
    text.line("\n[general](+)").because("What stands on a channel is on its events; it says whose the channel is.");
    text.set("channelvars", "CC_CALL,CC_ROLE,CC_STATE,CC_OFFER");
    String user = ConfText.name("the AMI user", setup.ami().user());
    if (setup.browsers().isPresent()) {
      secrets(text, setup);
    }
    text.section(user)
        .set("secret", setup.ami().secret())
        .set("deny", "0.0.0.0/0.0.0.0")
        .set("permit", ConfText.host("the platform's address", setup.platform()) + "/255.255.255.255")
        .set("read", "system,call,dtmf,agi,user")
        .set("write", "call,agi,originate,reporting")
        .set("writetimeout", WRITE_TIMEOUT_MS);
    only(text, "name(FullyBooted)", "");
    only(text, "name(AsyncAGIStart)", "");
    only(text, "name(AsyncAGIExec)", "");
    only(text, "name(Hangup)", "");
    only(text, "name(DTMFEnd),header(Direction),method(exact)", "Received");
    only(text, "name(Newstate),header(ChannelStateDesc),method(exact)", "Ringing");
    text.because("The caller enters first, then the agent: two are a talk.");
    only(text, "name(BridgeEnter),header(BridgeNumChannels),method(exact)", "2");
    only(text, "name(Hold)", "");
    only(text, "name(Unhold)", "");
    only(text, "name(OriginateResponse),header(Response),method(exact)", "Failure");
    only(text, "name(OriginateResponse),header(Context),method(exact)", "switchboard-listen");
    text.because("The dialplan tells how far a call is that an agent places.");
    only(text, "name(UserEvent)", "");
    text.because("NOT_INUSE is how a phone comes back; the other states of a phone in use say nothing new.");
    only(text, "name(DeviceStateChange),header(State),method(regex)", "^(UNAVAILABLE|INVALID|NOT_INUSE)$");
    for (Trunk trunk : setup.trunks()) {
      text.line("eventfilter(action(exclude),name(DeviceStateChange),header(Device),method(exact)) = PJSIP/"
          + ConfText.name("a trunk", trunk.name()));
    }
    return text.toString();
  }

  /** Who keeps the secrets of browser phones in Asterisk's database: he hears nothing and can do nothing to calls. */
  private static void secrets(ConfText text, AsteriskSetup setup) {
    text.section(ConfText.name("the AMI user", setup.ami().forSecrets().user()))
        .set("secret", setup.ami().secret())
        .set("deny", "0.0.0.0/0.0.0.0")
        .set("permit", ConfText.host("the platform's address", setup.platform()) + "/255.255.255.255")
        .set("write", "system");
  }

  private static void only(ConfText text, String criteria, String match) {
    text.line(("eventfilter(action(include)," + criteria + ") = " + match).strip());
  }
}
