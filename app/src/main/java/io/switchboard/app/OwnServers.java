package io.switchboard.app;

import io.switchboard.app.configuration.AsteriskServer.Ami;
import io.switchboard.app.configuration.AsteriskServer.Embedded;
import io.switchboard.app.configuration.Configuration;
import io.switchboard.app.configuration.DataServer;
import io.switchboard.core.adapter.asterisk.AmiAddress;
import io.switchboard.core.adapter.asterisk.files.AsteriskFiles;
import io.switchboard.core.adapter.asterisk.files.AsteriskSetup;
import io.switchboard.core.adapter.asterisk.files.AsteriskSetup.Listen;
import io.switchboard.core.adapter.postgres.PgSettings;
import io.switchboard.servers.Ports;
import io.switchboard.servers.Progress;
import io.switchboard.servers.ServerException;
import io.switchboard.servers.asterisk.AsteriskLocation;
import io.switchboard.servers.asterisk.AsteriskServer;
import io.switchboard.servers.postgres.PostgresServer;
import io.switchboard.servers.process.Life;
import io.switchboard.servers.process.Secret;
import io.switchboard.servers.redis.RedisServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;

/** The servers that the configuration calls embedded: started one after the other, ended in reverse. */
public final class OwnServers implements AutoCloseable {
  private static final String LOOPBACK = "127.0.0.1";
  /** Of the unique ids; one server of our own needs no other. */
  private static final String SYSTEM_NAME = "sb1";

  private static final Listen NOWHERE = new Listen(LOOPBACK, 0);

  private final Deque<AutoCloseable> running = new ArrayDeque<>();
  private final Configuration configuration;
  private final Path data;
  private final Progress progress;

  private OwnServers(Configuration configuration, Progress progress) {
    this.configuration = configuration;
    this.data = configuration.installation().data().toAbsolutePath();
    this.progress = progress;
  }

  /** All servers. */
  public record Reached(Reach reach, OwnServers servers) implements AutoCloseable {
    @Override
    public void close() {
      servers.close();
    }
  }

  /** The database. */
  public record Opened(PgSettings postgres, OwnServers servers) implements AutoCloseable {
    @Override
    public void close() {
      servers.close();
    }
  }

  /**
   * Starts what is embedded.
   *
   * @throws ServerException when one does not start; what was started before is ended again
   */
  public static Reached open(Configuration configuration, Progress progress) {
    OwnServers servers = new OwnServers(configuration, progress);
    try {
      Path sounds = servers.readable(servers.data.resolve("sounds"));
      progress.during("Music to wait by", () -> servers.music(sounds));
      PgSettings postgres = servers.postgres();
      String redis = servers.redis();
      Listen browsers = servers.browsers();
      return new Reached(new Reach(postgres, redis, servers.asterisk(sounds, browsers), browsers, sounds), servers);
    } catch (RuntimeException e) {
      servers.close();
      throw e;
    }
  }

  /**
   * The database alone, for a command that only looks after it; one that runs already, with the platform, is used as it is.
   *
   * @throws ServerException when there are no data yet, or it does not start
   */
  public static Opened databaseOnly(Configuration configuration, Progress progress) {
    OwnServers servers = new OwnServers(configuration, progress);
    if (configuration.installation().postgres() instanceof DataServer.Embedded && !PostgresServer.exists(servers.data.resolve("postgres"))) {
      throw new ServerException("there is no database in " + servers.data + " yet; 'switchboard run' makes it" + demo(servers.data));
    }
    PgSettings postgres = PostgresServer.running(servers.data.resolve("postgres"))
        .filter(running -> configuration.installation().postgres() instanceof DataServer.Embedded)
        .map(running -> PgSettings.of(running.jdbcUrl(), running.user(), running.password()))
        .orElseGet(servers::postgres);
    return new Opened(postgres, servers);
  }

  /** The demo keeps its data apart, which is easily forgotten. */
  private static String demo(Path data) {
    Path demo = data.resolve("demo");
    return PostgresServer.exists(demo.resolve("postgres")) ? "; that of the demo: SWITCHBOARD_DATA=" + demo : "";
  }

  private PgSettings postgres() {
    return switch (configuration.installation().postgres()) {
      case DataServer.External external -> PgSettings.of(external.url(), external.user(), external.password());
      case DataServer.Embedded own -> {
        PostgresServer server = started(PostgresServer.start(readable(data).resolve("postgres"), progress));
        yield PgSettings.of(server.jdbcUrl(), server.user(), server.password());
      }
    };
  }

  private String redis() {
    return switch (configuration.installation().redis()) {
      case DataServer.External external -> external.url();
      case DataServer.Embedded own -> started(RedisServer.start(readable(data).resolve("redis"), progress)).uri();
    };
  }

  /** Where Asterisk lets browser phones in. */
  private Listen browsers() {
    return switch (configuration.installation().asterisk()) {
      case Ami ami -> Phones.browsers(configuration.agents(), ami.host(), ami.webPort()).orElse(NOWHERE);
      case Embedded own -> Phones.browsers(configuration.agents(), LOOPBACK, Ports.free()).orElse(NOWHERE);
    };
  }

  private AmiAddress asterisk(Path sounds, Listen browsers) {
    return switch (configuration.installation().asterisk()) {
      case Ami ami -> new AmiAddress(ami.host(), ami.port(), ami.user(), ami.secret());
      case Embedded own -> {
        AsteriskLocation location = AsteriskLocation.find();
        Path directory = readable(data.resolve("asterisk"));
        AmiAddress ami = new AmiAddress(LOOPBACK, Ports.free(), "switchboard", Secret.generate());
        write(directory, AsteriskFiles.own(setup(location, directory, ami, browsers, sounds)));
        started(AsteriskServer.start(location, directory, ami.port(), Life.WITH_US, progress));
        yield ami;
      }
    };
  }

  private AsteriskSetup setup(AsteriskLocation location, Path directory, AmiAddress ami, Listen browsers, Path sounds) {
    var sip = configuration.installation().sip();
    return new AsteriskSetup(
        SYSTEM_NAME,
        new AsteriskSetup.Places(directory, location.modules(), location.data(), directory.resolve("state")),
        new AsteriskSetup.Listen(sip.host(), sip.port()),
        new AsteriskSetup.Ports(sip.rtpFirstPort(), sip.rtpLastPort()),
        ami, browsers.port() == 0 ? Optional.empty() : Optional.of(browsers), LOOPBACK, ExternalAsterisk.QUALIFY_S, Music.classes(sounds), configuration.trunks(), Phones.accounts(configuration.agents()));
  }

  private Path music(Path sounds) {
    try {
      Music.renderInto(sounds);
      return sounds;
    } catch (IOException e) {
      throw new ServerException("cannot make the music to wait by: " + e.getMessage(), e);
    }
  }

  /** Servers run as users without rights, who have to pass here. */
  private Path readable(Path directory) {
    try {
      Files.createDirectories(directory);
      Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
      return directory;
    } catch (IOException e) {
      throw new ServerException("cannot make " + directory + ": " + e.getMessage() + "; name another place by 'data' in switchboard.yaml", e);
    }
  }

  /** Passwords of the phones, of the trunks and of AMI are among them. Asterisk's account gets them when it starts. */
  static void write(Path directory, Map<String, String> files) {
    files.forEach((name, text) -> Secret.write(directory.resolve(name), text));
  }

  private <S extends AutoCloseable> S started(S server) {
    running.push(server);
    return server;
  }

  @Override
  public void close() {
    while (!running.isEmpty()) {
      try {
        running.pop().close();
      } catch (Exception e) {
        progress.note("a server did not end: " + e.getMessage());
      }
    }
  }
}
