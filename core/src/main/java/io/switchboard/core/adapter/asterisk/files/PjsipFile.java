package io.switchboard.core.adapter.asterisk.files;

import io.switchboard.core.adapter.asterisk.files.AsteriskSetup.PhoneAccount;
import io.switchboard.core.line.Trunk;

/** SIP: the transport, the agents' phones and the trunks. An endpoint's name is a phone's or a trunk's name in our words. */
final class PjsipFile {
  /** Media unheard for so long: the page is gone, though it did not say so. Longer than a change of networks takes. */
  private static final int BROWSER_SILENT_S = 20;
  private static final int BROWSER_SILENT_ON_HOLD_S = 300;
  private static final int BROWSER_QUALIFY_S = 5;
  private static final int KEEPALIVE_S = 5;

  private PjsipFile() {}

  static String own(AsteriskSetup setup) {
    return new ConfText("SIP.")
        .section("global")
        .set("type", "global")
        .set("user_agent", "Switchboard")
        .because("A phone at a trunk's address is known by its user first, or the trunk would capture its REGISTER.")
        .set("endpoint_identifier_order", "username,ip,anonymous")
        .section("system")
        .set("type", "system")
        .set("threadpool_initial_size", 4)
        .set("threadpool_auto_increment", 2)
        .set("threadpool_max_size", 20)
        .section("transport-udp")
        .set("type", "transport")
        .set("protocol", "udp")
        .set("bind", ConfText.host("the SIP host", setup.sip().host()) + ":" + ConfText.port("the SIP port", setup.sip().port()))
        .line("\n#include switchboard_pjsip.conf")
        .toString();
  }

  static String phonesAndTrunks(AsteriskSetup setup) {
    ConfText text = new ConfText("Agents' phones and trunks.");
    template(text);
    if (setup.browsers().isPresent()) {
      browsers(text);
    }
    setup.trunks().forEach(trunk -> trunk(text, trunk, setup.qualifyS()));
    setup.phones().forEach(phone -> phone(text, phone, setup.qualifyS()));
    return text.toString();
  }

  private static void template(ConfText text) {
    text.line("\n[switchboard-endpoint](!)")
        .set("type", "endpoint")
        .set("context", "switchboard-inbound")
        .set("disallow", "all")
        .set("allow", "ulaw,alaw,g722,opus")
        .because("Media stay with us: the bridge is made and unmade without asking the phones.")
        .set("direct_media", "no")
        .because("Who is muted or set aside sends nothing, and a provider may take a call without media for lost.")
        .set("rtp_keepalive", KEEPALIVE_S)
        .set("rtp_symmetric", "yes")
        .set("force_rport", "yes")
        .set("rewrite_contact", "yes")
        .because("Digits by RTP event or SIP INFO; never by listening for tones, which costs every call.")
        .set("dtmf_mode", "auto_info")
        .set("send_connected_line", "no");
  }

  /** Media are encrypted and find their way by ICE; a page that is gone without a word is known by the silence of its media. */
  private static void browsers(ConfText text) {
    text.section("switchboard-ws").set("type", "transport").set("protocol", "ws").set("bind", "127.0.0.1")
        .because("A page that takes nothing for so many milliseconds is lost.")
        .set("websocket_write_timeout", 1_000);
    text.line("\n[switchboard-browser](!)")
        .set("context", DialplanFile.CHECK)
        .set("disallow", "all")
        .set("allow", "opus,ulaw")
        .set("webrtc", "yes")
        .set("dtls_auto_generate_cert", "yes")
        .set("rtp_timeout", BROWSER_SILENT_S)
        .set("rtp_timeout_hold", BROWSER_SILENT_ON_HOLD_S);
  }

  private static void trunk(ConfText text, Trunk trunk, int qualifyS) {
    String name = ConfText.name("a trunk", trunk.name());
    String address = "sip:" + ConfText.host("the host of trunk " + name, trunk.host())
        + ":" + ConfText.port("the port of trunk " + name, trunk.port());
    boolean authorised = !trunk.user().isEmpty();
    text.line("\n[" + name + "](switchboard-endpoint)").set("aors", name).set("identify_by", "ip");
    if (authorised) {
      text.set("outbound_auth", name).set("from_user", sipUser("trunk " + name, trunk.user()));
      text.section(name).set("type", "auth").set("auth_type", "userpass").set("username", sipUser("trunk " + name, trunk.user()))
          .set("password", trunk.secret());
    }
    text.section(name).set("type", "aor").set("contact", address).set("qualify_frequency", qualifyS);
    text.section(name).set("type", "identify").set("endpoint", name).set("match", trunk.host());
    if (trunk.mode() == Trunk.Mode.REGISTRATION) {
      if (!authorised) {
        throw new IllegalArgumentException("trunk " + name + " signs in, so it needs a user and a secret");
      }
      text.section(name).set("type", "registration").set("endpoint", name).set("line", "yes").set("outbound_auth", name)
          .set("server_uri", address).set("client_uri", address.replace("sip:", "sip:" + sipUser("trunk " + name, trunk.user()) + "@"))
          .set("contact_user", sipUser("trunk " + name, trunk.user())).set("retry_interval", 10).set("forbidden_retry_interval", 60)
          .set("max_retries", 1_000_000).set("expiration", 300);
    }
  }

  private static void phone(ConfText text, PhoneAccount phone, int qualifyS) {
    String name = ConfText.name("a phone", phone.endpoint());
    String templates = phone instanceof PhoneAccount.Browser ? "switchboard-endpoint,switchboard-browser" : "switchboard-endpoint";
    text.line("\n[" + name + "](" + templates + ")").set("aors", name).set("identify_by", "username");
    switch (phone) {
      case PhoneAccount.Registering p -> {
        text.set("auth", name);
        text.section(name).set("type", "auth").set("auth_type", "userpass").set("username", name).set("password", p.secret());
        text.section(name).set("type", "aor").set("max_contacts", 1).set("remove_existing", "yes").set("qualify_frequency", qualifyS);
      }
      case PhoneAccount.Fixed p -> text.section(name).set("type", "aor").set("contact", "sip:" + at("phone " + name, p.user())
          + ConfText.host("the host of phone " + name, p.host()) + ":" + ConfText.port("the port of phone " + name, p.port()));
      case PhoneAccount.Browser p -> {
        text.set("auth", name);
        text.section(name).set("type", "aor").set("max_contacts", 1).set("remove_existing", "yes")
            .set("qualify_frequency", BROWSER_QUALIFY_S).set("qualify_timeout", 3).set("minimum_expiration", 10).set("maximum_expiration", 120);
      }
    }
  }

  private static String at(String what, String user) {
    return user.isEmpty() ? "" : sipUser(what, user) + "@";
  }

  private static String sipUser(String what, String user) {
    if (!user.matches("[A-Za-z0-9_.+*-]{1,64}")) {
      throw new IllegalArgumentException("the user of " + what + " has 1 to 64 of A-Z a-z 0-9 _ . + * -, not '" + user + "'");
    }
    return user;
  }
}
