package io.switchboard.bench.rig;

import io.switchboard.app.Music;
import io.switchboard.core.adapter.asterisk.AmiAddress;
import io.switchboard.core.adapter.asterisk.files.AsteriskFiles;
import io.switchboard.core.adapter.asterisk.files.AsteriskSetup;
import io.switchboard.core.line.NumberPlan;
import io.switchboard.core.line.Trunk;
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
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The Asterisk that both serve on: Switchboard's own configuration, and app_queue's beside it. app_queue is loaded in its phases only, so
 * neither pays for the other.
 */
public final class BenchAsterisk implements AutoCloseable {
  static final String APP_QUEUE_NUMBER = "5000";
  static final String TRUNK = "callers";
  /** Thousands of calls need more ports than lie free side by side; Asterisk passes over one that is taken. */
  private static final int RTP_FIRST = 33_000;
  private static final int RTP_LAST = 60_999;
  private static final Pattern CHANNELS = Pattern.compile("(\\d+) active channel");
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

  public static BenchAsterisk start(Path directory, QueueSetup setup, Progress progress) {
    AsteriskLocation location = AsteriskLocation.find();
    AmiAddress ami = new AmiAddress(LOOPBACK, Ports.free(), "switchboard", Secret.generate());
    int sip = Ports.free();
    int phones = Ports.free();
    Path sounds = directory.resolve("sounds");
    Path home = directory.resolve("asterisk");
    try {
      Music.renderInto(sounds);
      if (setup.menu()) {
        MenuPrompt.renderInto(sounds);
      }
      Files.createDirectories(home);
      AsteriskSetup files = new AsteriskSetup(
          "bench", new AsteriskSetup.Places(home, location.modules(), location.data(), home.resolve("state")),
          new AsteriskSetup.Listen(LOOPBACK, sip), new AsteriskSetup.Ports(RTP_FIRST, RTP_LAST), ami, LOOPBACK, 0,
          Music.classes(sounds), List.of(trunk()), agents(setup, phones));
      for (Map.Entry<String, String> file : AsteriskFiles.own(files).entrySet()) {
        Files.writeString(home.resolve(file.getKey()), file.getValue() + added(file.getKey(), setup, sounds));
      }
      Files.writeString(home.resolve("queues.conf"), AppQueue.queues(setup));
    } catch (IOException e) {
      throw new ServerException("cannot prepare Asterisk in " + home + ": " + e.getMessage(), e);
    }
    return new BenchAsterisk(
        AsteriskServer.start(location, home, ami.port(), Life.WITH_US, progress), ami, sip, phones, sounds);
  }

  private static Trunk trunk() {
    return new Trunk(TRUNK, Trunk.Mode.ADDRESS, LOOPBACK, Ports.free(), "", "", new NumberPlan("DE", ""));
  }

  private static List<AsteriskSetup.PhoneAccount> agents(QueueSetup setup, int port) {
    return IntStream.range(0, setup.agents())
        .<AsteriskSetup.PhoneAccount>mapToObj(i -> new AsteriskSetup.PhoneAccount.Fixed(QueueSetup.agent(i), QueueSetup.agent(i), LOOPBACK, port))
        .toList();
  }

  private static String added(String file, QueueSetup setup, Path sounds) {
    return file.equals("extensions.conf") ? AppQueue.extensions(setup, sounds.resolve(MenuPrompt.NAME)) : "";
  }

  public long pid() {
    return server.pid();
  }

  AmiAddress ami() {
    return ami;
  }

  public int sip() {
    return sip;
  }

  public int phonesPort() {
    return phonesPort;
  }

  Path sounds() {
    return sounds;
  }

  public String version() {
    return server.location().version();
  }

  public String console(String command) {
    return server.console(command);
  }

  /** Tells it to hang up all calls and waits until it has. Returns the channels that are left when the time is over. */
  public long hangUpAll(Duration atMost) {
    console("channel request hangup all");
    long until = System.nanoTime() + atMost.toNanos();
    while (channels() > 0 && System.nanoTime() < until) {
      Pause.ms(200);
    }
    return channels();
  }

  private long channels() {
    Matcher count = CHANNELS.matcher(console("core show channels count"));
    return count.find() ? Long.parseLong(count.group(1)) : 0;
  }

  @Override
  public void close() {
    server.close();
  }
}
