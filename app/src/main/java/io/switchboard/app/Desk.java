package io.switchboard.app;

import io.switchboard.app.configuration.Configuration;
import io.switchboard.app.configuration.Installation;
import io.switchboard.app.configuration.UserPlan;
import io.switchboard.core.access.LoginThrottle;
import io.switchboard.core.access.Passwords;
import io.switchboard.core.access.Role;
import io.switchboard.core.adapter.asterisk.AmiPhoneSecrets;
import io.switchboard.core.adapter.postgres.Database;
import io.switchboard.core.adapter.postgres.PgPasswords;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.signal.Signals;
import io.switchboard.core.time.Clock;
import io.switchboard.desktop.access.Accounts;
import io.switchboard.desktop.access.Login;
import io.switchboard.desktop.access.Tokens;
import io.switchboard.desktop.adapter.argon2.Argon2Hashing;
import io.switchboard.desktop.adapter.http.ApiSettings;
import io.switchboard.desktop.adapter.http.ApiVerticle;
import io.switchboard.desktop.adapter.http.BoundedAside;
import io.switchboard.desktop.adapter.http.JwtTokens;
import io.switchboard.desktop.adapter.http.PasswordChanges;
import io.switchboard.desktop.adapter.http.PhoneWay;
import io.switchboard.desktop.api.Api;
import io.switchboard.desktop.api.Entrance;
import io.switchboard.desktop.api.Sources;
import io.switchboard.desktop.link.Events;
import io.switchboard.desktop.phone.PhoneSessions;
import io.switchboard.servers.process.Secret;
import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The API of the agents' desktops: who may ask, what is answered, where it listens. */
public final class Desk implements AutoCloseable {
  private static final Clock CLOCK = System::currentTimeMillis;
  /** Argon2 fills a core: two at once are enough for two cores. */
  private static final int LOGINS_AT_ONCE = 2;
  private static final int LOGINS_WAITING = 200;
  private static final int READS_AT_ONCE = 3;
  private static final int READS_WAITING = 500;

  private final Installation.Http http;
  private final ApiVerticle api;
  private final List<AutoCloseable> parts;

  private Desk(Installation.Http http, ApiVerticle api, List<AutoCloseable> parts) {
    this.http = http;
    this.api = api;
    this.parts = parts;
  }

  /** Makes everything ready but does not listen yet; from any thread, for it takes as long as the journal's replay. */
  static Desk prepare(
      Configuration configuration, Vertx vertx, Signals signals, Sources sources, Events events, Database database, LoginThrottle throttle,
      Reach reach) {
    Installation installation = configuration.installation();
    Accounts accounts = accounts(configuration);
    BoundedAside logins = new BoundedAside("login", LOGINS_AT_ONCE, LOGINS_WAITING);
    BoundedAside reads = new BoundedAside("read", READS_AT_ONCE, READS_WAITING);
    Passwords passwords = new PgPasswords(database);
    Tokens tokens = new JwtTokens(vertx, secret(installation), accounts, new PasswordChanges(passwords, reads, CLOCK), CLOCK);
    Login login = new Login(accounts, passwords, new Argon2Hashing(), throttle);
    ExecutorService secrets = Executors.newSingleThreadExecutor(Thread.ofVirtual().name("phone-secrets").factory());
    PhoneSessions phones = new PhoneSessions(
        Phones.inPages(configuration.agents()), new AmiPhoneSecrets(reach.asterisk()), signals, Secret::generate, secrets, CLOCK);
    Api api = new Api(signals, phones, sources, new Entrance(accounts, login, tokens, logins), reads);
    Installation.Http http = installation.http();
    ApiVerticle verticle = new ApiVerticle(
        ApiSettings.of(http.host(), http.port(), http.metricsToken(), http.trustedProxies()), api, events, phones,
        new PhoneWay(reach.browsers().host(), reach.browsers().port()), tokens, CLOCK);
    try {
      Platform.await(vertx.deployVerticle(verticle));
    } catch (InterruptedException e) {
      throw new CompletionException(e);
    }
    return new Desk(http, verticle, List.of(secrets, reads, logins));
  }

  /** Answers from now on. */
  void listen() throws InterruptedException {
    Platform.await(api.listen());
  }

  @Override
  public void close() throws Exception {
    for (AutoCloseable part : parts) {
      part.close();
    }
  }

  URI uri() {
    return URI.create("http://" + http.host() + ":" + api.port());
  }

  /** Everyone who may log in. */
  public static Accounts accounts(Configuration configuration) {
    Map<TenantId, Map<String, Role>> roles = new HashMap<>();
    for (UserPlan user : configuration.users()) {
      roles.computeIfAbsent(user.tenant(), tenant -> new HashMap<>()).put(user.name(), user.role());
    }
    return new Accounts(roles);
  }

  private static byte[] secret(Installation installation) {
    return installation.http().tokenSecret().orElseGet(() -> kept(installation.data().resolve("token-secret")))
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Made once: tokens stay good over a restart. */
  private static String kept(Path file) {
    if (!Files.exists(file)) {
      Secret.generate(file);
    }
    return Secret.read(file);
  }
}
