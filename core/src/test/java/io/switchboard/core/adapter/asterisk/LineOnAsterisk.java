package io.switchboard.core.adapter.asterisk;

import io.switchboard.core.adapter.asterisk.files.AsteriskFiles;
import io.switchboard.core.adapter.asterisk.files.AsteriskSetup;
import io.switchboard.core.adapter.asterisk.files.AsteriskSetup.PhoneAccount;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.OfferId;
import io.switchboard.core.line.LineEvent;
import io.switchboard.core.line.NumberPlan;
import io.switchboard.core.line.Sound;
import io.switchboard.core.line.Trunk;
import io.switchboard.servers.Places;
import io.switchboard.servers.Ports;
import io.switchboard.servers.Progress;
import io.switchboard.servers.asterisk.AsteriskLocation;
import io.switchboard.servers.asterisk.AsteriskServer;
import io.switchboard.servers.process.Life;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** A real Asterisk from our own files, our line to it, and parties that speak SIP. */
final class LineOnAsterisk implements AutoCloseable {
  static final String CALLED = "4930123456";
  static final String CARLS_SECRET = "carls-secret";

  final EventLog events = new EventLog();
  final int sipPort = Ports.free();
  final int annaPort = Ports.free();
  final int benPort = Ports.free();
  final int providerPort = Ports.free();
  final int registrarPort = Ports.free();
  final int amiPort = Ports.free();
  final Path home;
  final AsteriskServer server;
  AmiLine line;
  private final int rtpPort = Ports.freeRange(200);

  LineOnAsterisk() throws IOException {
    home = Files.createTempDirectory("sb", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
    for (Map.Entry<String, String> file : AsteriskFiles.own(setup()).entrySet()) {
      Files.writeString(home.resolve(file.getKey()), file.getValue());
    }
    Files.createDirectories(home.resolve("music"));
    sound("music/m", 30_000);
    sound("short", 300);
    sound("long", 10_000);
    server = AsteriskServer.start(AsteriskLocation.find(), home, amiPort, Life.WITH_US, Progress.SILENT);
    line = connect(amiPort, events);
    events.await(LineEvent.Restored.class, 0);
  }

  AmiLine connect(int port, EventLog log) {
    AmiLine made = new AmiLine(
        new AmiAddress("127.0.0.1", port, "switchboard", "s;cret"), Set.of("anna", "ben", "carl"), Set.of("main", "dead", "spare", "signed-in"), log,
        System::currentTimeMillis);
    made.start();
    return made;
  }

  private AsteriskSetup setup() {
    AsteriskLocation location = AsteriskLocation.find();
    NumberPlan german = new NumberPlan("DE", "");
    return new AsteriskSetup(
        "sb1",
        new AsteriskSetup.Places(home, location.modules(), location.data(), home.resolve("s")),
        new AsteriskSetup.Listen("0.0.0.0", sipPort),
        new AsteriskSetup.Ports(rtpPort, rtpPort + 199),
        new AmiAddress("127.0.0.1", amiPort, "switchboard", "s;cret"),
        "127.0.0.1",
        0,
        Map.of("default", home.resolve("music")),
        List.of(
            new Trunk("main", Trunk.Mode.ADDRESS, "127.0.0.1", 5060, "", "", german),
            new Trunk("dead", Trunk.Mode.ADDRESS, "127.0.0.9", Ports.free(), "", "", german),
            new Trunk("spare", Trunk.Mode.ADDRESS, "127.0.0.3", providerPort, "", "", german),
            new Trunk("signed-in", Trunk.Mode.REGISTRATION, "127.0.0.4", registrarPort, "4930123450", "provider's;secret", german)),
        List.of(
            new PhoneAccount.Fixed("anna", "anna", "127.0.0.1", annaPort),
            new PhoneAccount.Fixed("ben", "ben", "127.0.0.1", benPort),
            new PhoneAccount.Registering("carl", CARLS_SECRET)));
  }

  Sound soundFile(String name) {
    return new Sound(home.resolve(name).toString());
  }

  private void sound(String name, int ms) throws IOException {
    byte[] tone = new byte[8 * ms];
    for (int i = 0; i < tone.length; i++) {
      tone[i] = (byte) (i % 16 < 8 ? 0x90 : 0x10);
    }
    Files.write(home.resolve(name + ".ulaw"), tone);
  }

  SipParty call(SipDialogue dialogue) {
    return SipParty.start(dialogue, "127.0.0.1", Ports.free(), sipPort, Ports.freeRange(4), "-s", CALLED);
  }

  SipParty phone(SipDialogue dialogue, int port) {
    return SipParty.start(dialogue, "127.0.0.1", port, sipPort, Ports.freeRange(4));
  }

  SipParty provider(SipDialogue dialogue) {
    return SipParty.start(dialogue, "127.0.0.3", providerPort, sipPort, Ports.freeRange(4));
  }

  SipParty registrar(SipDialogue dialogue) {
    return SipParty.start(dialogue, "127.0.0.4", registrarPort, sipPort, Ports.freeRange(4));
  }

  /** Acts on Asterisk behind the line's back. */
  void tell(String action, String... headers) {
    try (ProbeAmi ami = new ProbeAmi(amiPort)) {
      ami.send(action, headers);
      ami.until("Message");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** The caller's channel, or nothing. */
  String channelOf(CallId call) {
    return channels().stream().filter(c -> c.get("Uniqueid").equals(call.value())).map(c -> c.get("Channel")).findFirst().orElse("");
  }

  /** Waits until the caller's channel executes this application. */
  void awaitDoing(CallId call, String application) {
    long end = System.nanoTime() + 15_000_000_000L;
    while (channels().stream().noneMatch(c -> c.get("Uniqueid").equals(call.value()) && c.get("Application").equals(application))) {
      if (System.nanoTime() > end) {
        throw new AssertionError(call + " does not do " + application + ": " + channels());
      }
      LockSupport.parkNanos(20_000_000);
    }
  }

  /** Waits until some channel executes this application. */
  void awaitDoing(String application) {
    long end = System.nanoTime() + 15_000_000_000L;
    while (channels().stream().noneMatch(c -> c.get("Application").equals(application))) {
      if (System.nanoTime() > end) {
        throw new AssertionError("nobody does " + application + ": " + channels());
      }
      LockSupport.parkNanos(20_000_000);
    }
  }

  /** Waits until this offer's leg talks, by asking Asterisk itself. */
  void awaitBridged(OfferId offer) {
    awaitBridged(offer + "~1.");
  }

  /** Waits until there is a channel of this unique id. */
  void awaitChannel(String channel) {
    long end = System.nanoTime() + 15_000_000_000L;
    while (channels().stream().noneMatch(c -> c.get("Uniqueid").equals(channel) && c.get("ChannelStateDesc").equals("Ringing"))) {
      if (System.nanoTime() > end) {
        throw new AssertionError(channel + " does not ring: " + channels());
      }
      LockSupport.parkNanos(20_000_000);
    }
  }

  /** Waits until the channel of this unique id talks. */
  void awaitBridged(String channel) {
    long end = System.nanoTime() + 15_000_000_000L;
    while (channels().stream().noneMatch(c -> c.get("Uniqueid").equals(channel) && !c.get("BridgeId").isEmpty())) {
      if (System.nanoTime() > end) {
        throw new AssertionError(channel + " was not connected: " + channels());
      }
      LockSupport.parkNanos(50_000_000);
    }
  }

  /** Waits until the channels of these unique ids, and no others, are in one bridge. */
  void awaitTogether(List<String> ids) {
    long end = System.nanoTime() + 15_000_000_000L;
    while (!together(ids)) {
      if (System.nanoTime() > end) {
        throw new AssertionError(ids + " are not together: " + channels());
      }
      LockSupport.parkNanos(50_000_000);
    }
  }

  private boolean together(List<String> ids) {
    List<Map<String, String>> all = channels();
    String bridge = all.stream().filter(c -> c.get("Uniqueid").equals(ids.get(0))).map(c -> c.get("BridgeId")).findFirst().orElse("");
    List<String> inside = all.stream().filter(c -> !bridge.isEmpty() && c.get("BridgeId").equals(bridge)).map(c -> c.get("Uniqueid")).toList();
    return Set.copyOf(inside).equals(Set.copyOf(ids));
  }

  /** Leaves nothing on the line for the next test. */
  void clear() {
    long end = System.nanoTime() + 5_000_000_000L;
    while (!channels().isEmpty() && System.nanoTime() < end) {
      tell("Hangup", "Channel", "/^PJSIP/");
      LockSupport.parkNanos(20_000_000);
    }
  }

  private List<Map<String, String>> channels() {
    try (ProbeAmi ami = new ProbeAmi(amiPort)) {
      return ami.channels();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    line.close();
    server.close();
    try {
      Places.remove(home);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
