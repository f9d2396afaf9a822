package io.switchboard.app.rehearsal;

import io.switchboard.app.Desk;
import io.switchboard.app.ExternalAsterisk;
import io.switchboard.app.Music;
import io.switchboard.app.configuration.AsteriskServer.Ami;
import io.switchboard.app.configuration.Configuration;
import io.switchboard.app.configuration.ConfigurationException;
import io.switchboard.app.configuration.ConfigurationFiles;
import io.switchboard.core.adapter.asterisk.files.AsteriskFiles;
import io.switchboard.core.adapter.postgres.Database;
import io.switchboard.core.adapter.postgres.PgPasswords;
import io.switchboard.core.adapter.postgres.PgSettings;
import io.switchboard.desktop.access.PasswordChange;
import io.switchboard.desktop.adapter.argon2.Argon2Hashing;
import io.switchboard.desktop.adapter.client.ApiClient;
import io.switchboard.desktop.adapter.client.HeadlessAgent;
import io.switchboard.servers.Places;
import io.switchboard.servers.Ports;
import io.switchboard.servers.Progress;
import io.switchboard.servers.asterisk.AsteriskLocation;
import io.switchboard.servers.asterisk.AsteriskServer;
import io.switchboard.servers.postgres.Durability;
import io.switchboard.servers.postgres.PostgresServer;
import io.switchboard.servers.process.Life;
import io.switchboard.servers.process.Secret;
import io.switchboard.servers.redis.RedisServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Servers with data of their own, and the platform between them. Everything is gone when it is closed. */
public final class Rehearsal implements AutoCloseable {
  private static final int RTP_PORTS = 600;

  private final Deque<AutoCloseable> running = new ArrayDeque<>();
  private final Path home;
  private final KeptForNext kept = new KeptForNext();
  private final int httpPort = Ports.free();
  private final int sipPort = Ports.free();
  private final int amiPort = Ports.free();
  private final int webPort = Ports.free();
  private PostgresServer postgres;
  private RedisServer redis;
  private AsteriskServer asterisk;
  private final Configuration configuration;
  private final HttpClient http = HttpClient.newHttpClient();

  private Rehearsal(Script script, Progress progress) throws IOException, ConfigurationException {
    home = Files.createTempDirectory("switchboard-rehearsal");
    running.push(() -> Places.remove(home));
    running.push(() -> kept.keepFrom(home));
    Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
    try {
      postgres = started(PostgresServer.start(home.resolve("postgres"), Ports.free(), Durability.ON_DISK, Life.WITH_US, progress));
      redis = started(RedisServer.start(home.resolve("redis"), Ports.free(), Life.WITH_US, progress));
      script.write(config(), switchboard(script));
      kept.takeInto(home);
      configuration = ConfigurationFiles.load(config());
      AsteriskLocation location = AsteriskLocation.find();
      Path directory = Files.createDirectories(home.resolve("asterisk"));
      Music.renderInto(ExternalAsterisk.sounds(configuration));
      var setup = ExternalAsterisk.setup(configuration, (Ami) configuration.installation().asterisk(), "127.0.0.1");
      for (var file : AsteriskFiles.own(ExternalAsterisk.in(setup, directory, location.modules(), location.data())).entrySet()) {
        Secret.write(directory.resolve(file.getKey()), file.getValue());
      }
      asterisk = started(AsteriskServer.start(location, directory, amiPort, Life.WITH_US, progress));
      passwords();
    } catch (Throwable e) {
      abandon(e);
      throw e;
    }
  }

  /** What was started before is ended again. */
  private void abandon(Throwable why) {
    try {
      close();
    } catch (Exception further) {
      why.addSuppressed(further);
    }
  }

  /** Sets the stage: servers run, every agent has {@link Script#PASSWORD}. The platform is not started yet. */
  public static Rehearsal open(Script script, Progress progress) throws IOException, ConfigurationException {
    return new Rehearsal(script, progress);
  }

  /** The configuration that the platform reads. */
  public Path config() throws IOException {
    return Files.createDirectories(home.resolve("config"));
  }

  private String switchboard(Script script) {
    int rtp = Ports.freeRange(RTP_PORTS);
    return """
        asterisk: ami://switchboard:rehearsal@127.0.0.1:%d
        asterisk_web_port: %d
        postgres: %s
        postgres_user: %s
        postgres_password: %s
        redis: %s
        http: { host: %s, port: %d }
        sip: { host: 127.0.0.1, port: %d, rtp_first_port: %d, rtp_last_port: %d }
        data: %s
        limits: { calls: %d, spill_mb: 64 }
        """.formatted(amiPort, webPort, postgres.jdbcUrl(), postgres.user(), postgres.password(), redis.uri(), script.host(), httpPort, sipPort, rtp,
        rtp + RTP_PORTS - 1, home.resolve("data"), script.maxCalls());
  }

  private void passwords() {
    try (Database database = Database.open(PgSettings.of(postgres.jdbcUrl(), postgres.user(), postgres.password()))) {
      PgPasswords kept = new PgPasswords(database);
      String hash = new Argon2Hashing().hash(Script.PASSWORD);
      configuration.users().forEach(user -> kept.store(user.tenant(), user.name(), hash));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Starts the platform and waits until it is connected. */
  public PlatformProcess platform(String... flags) throws InterruptedException {
    return launch(flags).awaitUp();
  }

  /** Starts the platform and does not wait. */
  public PlatformProcess launch(String... flags) {
    URI api = URI.create("http://" + configuration.installation().http().host() + ":" + httpPort);
    return PlatformProcess.launch(home.resolve("config"), api, home.resolve("platform.log"), List.of(flags));
  }

  public HeadlessAgent agent(PlatformProcess platform, int n) {
    return agent(platform, Script.agent(n));
  }

  public HeadlessAgent agent(PlatformProcess platform, String name) {
    return new HeadlessAgent(http, platform.api(), "demo", name, Script.PASSWORD);
  }

  public ApiClient supervisor(PlatformProcess platform) {
    return new ApiClient(http, platform.api(), "demo", "sam", Script.PASSWORD);
  }

  /** Starts PostgreSQL again, with its data and on its port, after it was killed. */
  public void startPostgresAgain() {
    running.remove(postgres);
    postgres = started(
        PostgresServer.start(home.resolve("postgres"), postgres.port(), Durability.ON_DISK, Life.WITH_US, Progress.SILENT));
  }

  /** Starts Redis again on its port, after it was killed. */
  public void startRedisAgain() {
    running.remove(redis);
    redis = started(RedisServer.start(home.resolve("redis"), redis.port(), Life.WITH_US, Progress.SILENT));
  }

  /**
   * Starts Asterisk again on its ports, after it was killed.
   *
   * @param directory of its configuration, its own or another's
   */
  public void startAsteriskAgain(Path directory) {
    running.remove(asterisk);
    asterisk = started(AsteriskServer.start(asterisk.location(), directory, amiPort, Life.WITH_US, Progress.SILENT));
  }

  /** Where Asterisk listens for the platform. */
  public int amiPort() {
    return amiPort;
  }

  public Configuration configuration() {
    return configuration;
  }

  public PostgresServer postgres() {
    return postgres;
  }

  public RedisServer redis() {
    return redis;
  }

  public AsteriskServer asterisk() {
    return asterisk;
  }

  /** Where callers dial, UDP. */
  public int sipPort() {
    return sipPort;
  }

  /** For files of the rehearsal. */
  public Path home() {
    return home;
  }

  private <S extends AutoCloseable> S started(S server) {
    running.push(server);
    return server;
  }

  @Override
  public void close() throws Exception {
    http.shutdownNow();
    List<Exception> failures = new ArrayList<>();
    while (!running.isEmpty()) {
      try {
        running.pop().close();
      } catch (Exception e) {
        failures.add(e);
      }
    }
    if (!failures.isEmpty()) {
      throw failures.getFirst();
    }
  }
}
