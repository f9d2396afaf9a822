package io.switchboard.desktop.adapter.http;

import io.switchboard.core.access.MemoryLoginThrottle;
import io.switchboard.core.access.MemoryPasswords;
import io.switchboard.core.access.Role;
import io.switchboard.core.ending.OfferEnding;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.OfferId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.interaction.Interaction;
import io.switchboard.core.interaction.Interactions;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.release.MemoryReleases;
import io.switchboard.core.signal.AgentRequest;
import io.switchboard.core.signal.CallbackRequest;
import io.switchboard.core.signal.ClosureRequest;
import io.switchboard.core.signal.ConfigurationRequest;
import io.switchboard.core.signal.DialRequest;
import io.switchboard.core.signal.DirectSignals;
import io.switchboard.core.signal.PromptRequest;
import io.switchboard.core.signal.RecordingRequest;
import io.switchboard.core.signal.ReloadRequest;
import io.switchboard.core.signal.Reply;
import io.switchboard.core.signal.Request;
import io.switchboard.core.signal.SupervisionRequest;
import io.switchboard.core.signal.TalkRequest;
import io.switchboard.core.signal.TaskRequest;
import io.switchboard.core.signal.VoicemailRequest;
import io.switchboard.core.signal.WaitingRequest;
import io.switchboard.core.signal.WhoseCall;
import io.switchboard.core.signal.WhyRequest;
import io.switchboard.core.signal.Words;
import io.switchboard.core.time.Clock;
import io.switchboard.core.why.WhyWaiting;
import io.switchboard.desktop.access.Accounts;
import io.switchboard.desktop.access.Login;
import io.switchboard.desktop.access.PlainHashing;
import io.switchboard.desktop.access.Visitor;
import io.switchboard.desktop.api.Api;
import io.switchboard.desktop.api.CallingBack;
import io.switchboard.desktop.api.DeskWork;
import io.switchboard.desktop.api.Entrance;
import io.switchboard.desktop.api.Health;
import io.switchboard.desktop.api.Outside;
import io.switchboard.desktop.api.Published;
import io.switchboard.desktop.api.Sources;
import io.switchboard.desktop.knowledge.Article;
import io.switchboard.desktop.knowledge.Knowledge;
import io.switchboard.desktop.phone.PhoneSessions;
import io.switchboard.desktop.protocol.MeView.WrapUpCode;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** The whole API behind a real HTTP server at a free port, with ports in memory. */
final class ApiOnTheWire implements AutoCloseable {
  static final TenantId DEMO = new TenantId("demo");
  static final TenantId OTHER = new TenantId("other");
  static final String PASSWORD = "correct horse battery";
  static final String METRICS_TOKEN = "metrics-token-of-prometheus";
  static final Accounts ACCOUNTS = new Accounts(Map.of(
      DEMO, Map.of("anna", Role.AGENT, "sam", Role.SUPERVISOR, "ada", Role.ADMIN, "crm", Role.INTEGRATOR),
      OTHER, Map.of("zoe", Role.SUPERVISOR, "zac", Role.AGENT, "zora", Role.ADMIN, "zapp", Role.INTEGRATOR)));
  private static final Knowledge KNOWLEDGE = new Knowledge(List.of(
      new Article("returns", "en", "Returns", "Goods come back within 14 days."), new Article("returns", "zh", "退货", "商品可在 14 天内退回。")));
  private static final byte[] SECRET = "a secret of at least 32 characters".getBytes(StandardCharsets.UTF_8);
  private static final Clock CLOCK = System::currentTimeMillis;

  final DirectSignals signals = new DirectSignals();
  final List<Request<Reply>> asked = Collections.synchronizedList(new ArrayList<>());
  final LeftMessages left = new LeftMessages();
  final WhoGaveUp gaveUp = new WhoGaveUp();
  final ThingsToDo tasks = new ThingsToDo();
  final KnownCustomers customers = new KnownCustomers();
  final JwtTokens tokens;
  final MemoryPasswords passwords = new MemoryPasswords();
  private final PasswordChanges changes;
  volatile Reply reply = new Reply.Accepted("ready");
  volatile ReloadRequest.Outcome reloaded = new ReloadRequest.Outcome.Done(List.of("queues.yaml"), 3);
  final List<ConfigurationRequest> edits = Collections.synchronizedList(new ArrayList<>());
  volatile ConfigurationRequest.Outcome edited = new ConfigurationRequest.Outcome.Files(List.of());
  final List<PromptRequest> ofPrompts = Collections.synchronizedList(new ArrayList<>());
  volatile PromptRequest.Outcome prompted = new PromptRequest.Outcome.Prompts(List.of());
  volatile boolean journalAway;
  volatile Runnable meanwhile = () -> {};
  final MemoryReleases releases = new MemoryReleases();
  volatile int inForce;
  volatile WhyWaiting why;

  final SmallDay day = new SmallDay();
  final ShownDesks desks = new ShownDesks();
  final WrittenMessages messages = new WrittenMessages();
  private final Vertx vertx = Vertx.vertx();
  private final HttpClient http = HttpClient.newHttpClient();
  private final BoundedAside aside = new BoundedAside("test", 2, 10);
  private final ApiVerticle verticle;
  final StandInAsterisk asterisk = new StandInAsterisk(vertx);
  private final PhoneSessions phones = new PhoneSessions(
      Map.of(new AgentId(DEMO, "anna"), "demo-anna"), asterisk, signals, () -> UUID.randomUUID().toString(), Runnable::run, CLOCK);

  ApiOnTheWire(ApiSettings settings) {
    changes = new PasswordChanges(passwords, aside, CLOCK);
    tokens = new JwtTokens(vertx, SECRET, ACCOUNTS, changes, CLOCK);
    ACCOUNTS.roles().forEach((tenant, users) -> users.keySet().forEach(user -> passwords.store(tenant, user, "$plain$" + PASSWORD)));
    Login login = new Login(ACCOUNTS, passwords, new PlainHashing(), new MemoryLoginThrottle(3, 90_000));
    answer(AgentRequest.SignIn.class);
    answer(AgentRequest.Ready.class);
    answer(AgentRequest.NotReady.class);
    answer(AgentRequest.SignOut.class);
    answer(AgentRequest.SetSkills.class);
    answer(AgentRequest.ExtendWrapUp.class);
    answer(AgentRequest.PlanBreak.class);
    answer(WaitingRequest.Move.class);
    answer(WaitingRequest.Prioritise.class);
    answer(WaitingRequest.Give.class);
    answer(DialRequest.class);
    answer(TalkRequest.Decline.class);
    answer(TalkRequest.HangUp.class);
    answer(TalkRequest.Hold.class);
    answer(TalkRequest.Resume.class);
    answer(TalkRequest.Transfer.class);
    answer(TalkRequest.Consult.class);
    answer(TalkRequest.Swap.class);
    answer(TalkRequest.Complete.class);
    answer(TalkRequest.Cancel.class);
    answer(TalkRequest.Conference.class);
    answer(TalkRequest.Mute.class);
    answer(SupervisionRequest.Listen.class);
    answer(SupervisionRequest.Leave.class);
    answer(SupervisionRequest.TakeOver.class);
    answer(RecordingRequest.class);
    answer(AgentRequest.WrapUp.class);
    answer(ClosureRequest.class);
    answer(VoicemailRequest.Heard.class);
    answer(VoicemailRequest.Done.class);
    answer(TaskRequest.Seen.class);
    answer(TaskRequest.Done.class);
    answer(WhoseCall.class);
    answer(CallbackRequest.Book.class);
    answer(CallbackRequest.Cancel.class);
    signals.answer(ReloadRequest.class, (request, answer) -> answer.accept(reloaded));
    configuration(ConfigurationRequest.ListFiles.class);
    configuration(ConfigurationRequest.ReadFile.class);
    configuration(ConfigurationRequest.WriteFile.class);
    configuration(ConfigurationRequest.WriteFiles.class);
    configuration(ConfigurationRequest.ChangeQueue.class);
    configuration(ConfigurationRequest.RollBack.class);
    prompts(PromptRequest.ListPrompts.class);
    prompts(PromptRequest.HearRecording.class);
    prompts(PromptRequest.PutRecording.class);
    prompts(PromptRequest.RemoveRecording.class);
    signals.answer(WhyRequest.class, (request, answer) -> answer.accept(
        Optional.ofNullable(why).filter(w -> w.call().equals(request.call()) && w.queue().tenant().equals(request.tenant()))));
    Sources sources = new Sources(
        day, new Kept(), new CallingBack(gaveUp, tasks, () -> WhoGaveUp.NOW), left.mailboxes(), customers.clientele(),
        new Published(releases, () -> inForce), new DeskWork(messages, () -> KNOWLEDGE, ApiOnTheWire::codes), ApiOnTheWire::outside, this::health);
    Api api = new Api(signals, phones, sources, new Entrance(ACCOUNTS, login, tokens, aside), aside);
    verticle = new ApiVerticle(settings, api, desks, phones, asterisk.way(), tokens, CLOCK);
    vertx.deployVerticle(verticle).compose(deployed -> verticle.listen()).toCompletionStage().toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
  }

  /** Bears what tests ask of it. */
  static ApiOnTheWire started() {
    return new ApiOnTheWire(new ApiSettings("127.0.0.1", 0, Optional.of(METRICS_TOKEN), 100, 10_000, 10_000, Set.of()));
  }

  URI base() {
    return URI.create("http://127.0.0.1:" + verticle.port());
  }

  String token(TenantId tenant, String user) {
    return tokens.issue(new Visitor.User(tenant, user, Role.AGENT));
  }

  /** As it would have been issued so long ago. */
  String token(String user, long agoMs) {
    return new JwtTokens(vertx, SECRET, ACCOUNTS, changes, () -> CLOCK.nowMs() - agoMs).issue(new Visitor.User(DEMO, user, Role.AGENT));
  }

  /** Signed by someone else. */
  String forged(String user) {
    byte[] other = "another secret of at least 32 characters".getBytes(StandardCharsets.UTF_8);
    return new JwtTokens(vertx, other, ACCOUNTS, changes, CLOCK).issue(new Visitor.User(DEMO, user, Role.ADMIN));
  }

  HttpResponse<String> send(String method, String path, String token, String body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(base().resolve(path)).timeout(Duration.ofSeconds(30));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    if (!body.isEmpty() && List.of(headers).stream().noneMatch("Content-Type"::equalsIgnoreCase)) {
      request.header("Content-Type", "application/json");
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.method(method, HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
  }

  HttpResponse<String> get(String path, String user) throws IOException, InterruptedException {
    return send("GET", path, token(DEMO, user), "");
  }

  HttpResponse<String> post(String path, String user, String body) throws IOException, InterruptedException {
    return send("POST", path, token(DEMO, user), body);
  }

  private static List<WrapUpCode> codes(QueueId queue) {
    return queue.name().equals("sales") ? List.of(new WrapUpCode("sold", "Sold", "已成交")) : List.of();
  }

  private static Outside.Way outside(TenantId tenant, String number) {
    if (number.equals("112")) {
      return new Outside.Way.Open(new TalkRequest.Target.ToNumber(number, List.of("carrier"), "+4930100"), true);
    }
    return number.startsWith("+49")
        ? new Outside.Way.Open(new TalkRequest.Target.ToNumber(number, List.of("carrier"), "+4930100"))
        : new Outside.Way.Barred("number_not_allowed", Words.of(number + " is not allowed."));
  }

  private <Q extends Request<Reply>> void answer(Class<Q> type) {
    signals.<Reply, Q>answer(type, (request, answer) -> {
      asked.add(request);
      meanwhile.run();
      answer.accept(reply);
    });
  }

  private <Q extends ConfigurationRequest> void configuration(Class<Q> type) {
    signals.<ConfigurationRequest.Outcome, Q>answer(type, (request, answer) -> {
      edits.add(request);
      answer.accept(edited);
    });
  }

  private <Q extends PromptRequest> void prompts(Class<Q> type) {
    signals.<PromptRequest.Outcome, Q>answer(type, (request, answer) -> {
      ofPrompts.add(request);
      answer.accept(prompted);
    });
  }

  private List<Health.Part> health() {
    return List.of(new Health.Part("postgres", Health.State.UP, "since 10:00"), new Health.Part("redis", Health.State.DOWN, "since 10:05"));
  }

  /** Calls of the tenant demo. */
  private final class Kept implements Interactions {
    @Override
    public List<Fact> timeline(TenantId tenant, CallId call) {
      stillThere();
      if (tenant.equals(DEMO) && call.value().equals("1700000000.2")) {
        return offered(call);
      }
      if (tenant.equals(DEMO) && call.value().matches("1700000000[.][34]")) {
        AgentId talked = AgentId.of("demo", call.value().endsWith("3") ? "anna" : "ben");
        return List.of(
            new Fact.Connected(1_000, DEMO, call, new OfferId(call, 1), QueueId.of("demo", "sales"), talked, 0, 0),
            new Fact.TalkRecording.TalkRecordingEnded(
                2_000, DEMO, call, 1, QueueId.of("demo", "sales"), "recordings/voicemail/demo/1.1-1.wav", 1_000));
      }
      if (tenant.equals(DEMO) && call.equals(WhoGaveUp.CALLBACK)) {
        return List.of(new Fact.CallbackBooked(
            3_000, DEMO, call, WhoGaveUp.BOOKED, QueueId.of("demo", "sales"), "+49302", "Bea", "en", "sam"));
      }
      return tenant.equals(DEMO) && (call.value().equals("1700000000.1") || call.equals(WhoGaveUp.BOOKED))
          ? List.of(
              new Fact.CallArrived(1_000, DEMO, call, "+4930123450", "", "", "carrier", "main", "main", "en"),
              new Fact.CallEnded(2_000, DEMO, call, io.switchboard.core.ending.Ending.ABANDONED))
          : List.of();
    }

    @Override
    public List<Interaction> recent(TenantId tenant, long beforeMs, int limit) {
      stillThere();
      return List.of(new Interaction(new CallId(tenant + "-" + limit), tenant, 1_000, null, "+4930123450", "", "", "main", null));
    }

    private List<Fact> offered(CallId call) {
      return List.of(
              new Fact.OfferMade(
                  1_200, DEMO, call, new OfferId(call, 1), QueueId.of("demo", "sales"), AgentId.of("demo", "anna"), 15_000,
                  new Fact.Decision("longest_idle", 3, 35_000, 0, "call_arrived", 0)),
              new Fact.OfferEnded(
                  1_700, DEMO, call, new OfferId(call, 1), QueueId.of("demo", "sales"), AgentId.of("demo", "anna"), OfferEnding.DECLINED,
                  500));
    }

    private void stillThere() {
      if (journalAway) {
        throw new java.io.UncheckedIOException(new IOException("gone"));
      }
    }
  }

  @Override
  public void close() {
    aside.close();
    left.close();
    desks.close();
    http.close();
    vertx.close().toCompletionStage().toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
  }
}
