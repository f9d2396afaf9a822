package io.switchboard.bench.freetoring;

import io.switchboard.core.adapter.asterisk.AmiAddress;
import io.switchboard.core.adapter.asterisk.files.AsteriskFiles;
import io.switchboard.core.adapter.asterisk.files.AsteriskSetup;
import io.switchboard.core.line.NumberPlan;
import io.switchboard.core.line.Trunk;
import io.switchboard.ivr.adapter.espeak.HoldMusic;
import io.switchboard.servers.Ports;
import io.switchboard.servers.Progress;
import io.switchboard.servers.ServerException;
import io.switchboard.servers.asterisk.AsteriskLocation;
import io.switchboard.servers.asterisk.AsteriskServer;
import io.switchboard.servers.process.Life;
import io.switchboard.servers.process.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The Asterisk that both serve on: Switchboard's own configuration, and app_queue's beside it. app_queue is loaded in its phases only, so
 * neither pays for the other.
 */
final class BenchAsterisk implements AutoCloseable {
  static final String APP_QUEUE_NUMBER = "5000";
  static final String TRUNK = "callers";
  private static final String LOOPBACK = "127.0.0.1";

  private final AsteriskServer server;
  private final AmiAddress ami;
  private final int sip;
  private final int phonesPort;
  private final Path sounds;

  private BenchAsterisk(AsteriskServer server, AmiAddress ami, int sip, int phonesPort, Path sounds) {
    this.server = server;
    this.ami = ami;
    this.sip = sip;
    this.phonesPort = phonesPort;
    this.sounds = sounds;
  }

  static BenchAsterisk start(Path directory, Scale scale, Progress progress) {
    AsteriskLocation location = AsteriskLocation.find();
    AmiAddress ami = new AmiAddress(LOOPBACK, Ports.free(), "switchboard", Secret.generate());
    int sip = Ports.free();
    int phones = Ports.free();
    int rtpPorts = 4 * (scale.callers() + scale.agents());
    int rtp = Ports.freeRange(rtpPorts);
    Path sounds = directory.resolve("sounds");
    Path home = directory.resolve("asterisk");
    try {
      HoldMusic.renderInto(sounds.resolve("music"));
      Files.createDirectories(home);
      AsteriskSetup setup = new AsteriskSetup(
          "bench", new AsteriskSetup.Places(home, location.modules(), location.data(), home.resolve("state")),
          new AsteriskSetup.Listen(LOOPBACK, sip), new AsteriskSetup.Ports(rtp, rtp + rtpPorts - 1), ami, LOOPBACK, 0,
          Map.of("default", sounds.resolve("music")), List.of(trunk()), agents(scale, phones));
      for (Map.Entry<String, String> file : AsteriskFiles.own(setup).entrySet()) {
        Files.writeString(home.resolve(file.getKey()), file.getValue() + added(file.getKey()));
      }
      Files.writeString(home.resolve("queues.conf"), AppQueue.queues(scale));
    } catch (IOException e) {
      throw new ServerException("cannot prepare Asterisk in " + home + ": " + e.getMessage(), e);
    }
    return new BenchAsterisk(
        AsteriskServer.start(location, home, ami.port(), Life.WITH_US, progress), ami, sip, phones, sounds);
  }

  private static Trunk trunk() {
    return new Trunk(TRUNK, Trunk.Mode.ADDRESS, LOOPBACK, Ports.free(), "", "", new NumberPlan("DE", ""));
  }

  private static List<AsteriskSetup.PhoneAccount> agents(Scale scale, int port) {
    return IntStream.range(0, scale.agents())
        .<AsteriskSetup.PhoneAccount>mapToObj(i -> new AsteriskSetup.PhoneAccount.Fixed(Scale.agent(i), LOOPBACK, port))
        .toList();
  }

  private static String added(String file) {
    return file.equals("extensions.conf") ? AppQueue.extensions() : "";
  }

  long pid() {
    return server.pid();
  }

  AmiAddress ami() {
    return ami;
  }

  int sip() {
    return sip;
  }

  int phonesPort() {
    return phonesPort;
  }

  Path sounds() {
    return sounds;
  }

  String version() {
    return server.location().version();
  }

  String console(String command) {
    return server.console(command);
  }

  @Override
  public void close() {
    server.close();
  }
}
