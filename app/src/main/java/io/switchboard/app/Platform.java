package io.switchboard.app;

import io.switchboard.acd.queue.QueueSettings;
import io.switchboard.app.configuration.AgentPlan;
import io.switchboard.app.configuration.Configuration;
import io.switchboard.app.configuration.Environment;
import io.switchboard.core.adapter.asterisk.AmiLine;
import io.switchboard.core.adapter.postgres.Database;
import io.switchboard.core.adapter.postgres.JournalSettings;
import io.switchboard.core.adapter.postgres.PgCallbacks;
import io.switchboard.core.adapter.postgres.PgInteractions;
import io.switchboard.core.adapter.postgres.PgJournal;
import io.switchboard.core.adapter.postgres.PgReleases;
import io.switchboard.core.adapter.postgres.PgStaffMessages;
import io.switchboard.core.adapter.postgres.PgTasks;
import io.switchboard.core.adapter.postgres.PgVoicemails;
import io.switchboard.core.adapter.redis.RedisBoard;
import io.switchboard.core.adapter.redis.RedisLoginThrottle;
import io.switchboard.core.adapter.redis.RedisSettings;
import io.switchboard.core.adapter.redis.ThrottleRule;
import io.switchboard.core.adapter.vertx.Stage;
import io.switchboard.core.adapter.vertx.VertxSignals;
import io.switchboard.core.call.CallMarks;
import io.switchboard.core.call.CallStage;
import io.switchboard.core.customer.CustomerCards;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.line.Trunk;
import io.switchboard.core.metric.Board;
import io.switchboard.core.metric.LiveBoard;
import io.switchboard.core.release.Release;
import io.switchboard.core.release.Releases;
import io.switchboard.core.time.Clock;
import io.switchboard.desktop.DeskStage;
import io.switchboard.desktop.adapter.prometheus.PrometheusText;
import io.switchboard.desktop.api.CallingBack;
import io.switchboard.desktop.api.DeskWork;
import io.switchboard.desktop.api.Mailboxes;
import io.switchboard.desktop.api.Numbers;
import io.switchboard.desktop.api.Published;
import io.switchboard.desktop.api.Sources;
import io.switchboard.desktop.board.BoardNumbers;
import io.switchboard.desktop.board.Person;
import io.switchboard.desktop.board.UnreachablePhones;
import io.switchboard.desktop.desk.KnownCards;
import io.switchboard.desktop.knowledge.Knowledge;
import io.switchboard.desktop.protocol.MeView.WrapUpCode;
import io.switchboard.ivr.Edition;
import io.switchboard.ivr.FlowStage;
import io.switchboard.ivr.ScriptStage;
import io.switchboard.ivr.adapter.files.VoicemailFiles;
import io.switchboard.ivr.message.Messages;
import io.vertx.core.Deployable;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running platform: every stage on its event loop, wired in the order of a call's life. Each stage takes the journal's live facts before
 * it listens; the line is connected last, so that its snapshot finds every stage ready.
 */
public final class Platform implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Platform.class);
  private static final Clock CLOCK = System::currentTimeMillis;
  private static final long VERTX_WITHIN_S = 30;
  private static final int MOST_MESSAGES = 10_000;
  /** Asked when a call arrives, some seconds before a phone rings for it. */
  private static final long CARD_WITHIN_MS = 1_500;

  private final Deque<AutoCloseable> running = new ArrayDeque<>();
  private final Configuration configuration;
  private final Environment environment;
  private final Reach reach;
  private Sayings sayings;
  private final Vertx vertx = Vertx.vertx();
  private final VertxSignals signals = VertxSignals.on(vertx);
  private final LiveBoard board;
  private final Database database;
  private final PgJournal journal;
  private final AmiLine line;
  private final PartsHealth health;
  private final RedisBoard redisBoard;
  private final RedisLoginThrottle throttle;
  private final UnreachablePhones unreachable = new UnreachablePhones();
  private final DataSources dataSources;
  private final Releases releases;
  private final AtomicInteger inForce = new AtomicInteger();
  /** Stages that follow what becomes durable once they are open; until then nothing does that they do not know. */
  private final List<Consumer<List<Fact>>> following = new CopyOnWriteArrayList<>();
  private final List<BiConsumer<Configuration, Sayings>> reloading = new CopyOnWriteArrayList<>();
  private @Nullable Desk desk;

  private Platform(
      Configuration configuration, Environment environment, Reach reach, Sayings sayings, List<Consumer<List<Fact>>> watching)
      throws IOException, InterruptedException {
    this.configuration = configuration;
    this.environment = environment;
    this.reach = reach;
    this.sayings = sayings;
    running.push(() -> await(vertx.close()));
    board = started(new LiveBoard(new Board(Reports.all(configuration), serving(configuration), agents()), CLOCK));
    reloading.add((changed, spoken) -> board.serve(serving(changed)));
    database = started(Database.open(reach.postgres()));
    journal = started(PgJournal.open(database, journalSettings(), facts -> feed(facts, watching), Platform::fatal));
    releases = new PgReleases(database);
    reloading.add((changed, spoken) -> inForce.set(spoken.release()));
    dataSources = started(DataSources.open(configuration, reach.postgres()));
    reloading.add((changed, spoken) -> dataSources.publish(changed));
    Set<String> trunks = configuration.trunks().stream().map(Trunk::name).collect(Collectors.toSet());
    line = started(new AmiLine(reach.asterisk(), Phones.endpoints(configuration.agents()), trunks, signals, CLOCK));
    RedisSettings redis = RedisSettings.of(reach.redisUri());
    unreachable.open(signals);
    redisBoard = started(new RedisBoard(redis, board::snapshot));
    throttle = started(new RedisLoginThrottle(redis, ThrottleRule.standard(), CLOCK));
    health = new PartsHealth(signals, journal::linked, journal::spilledBytes, redisBoard::present);
  }

  private void feed(List<Fact> facts, List<Consumer<List<Fact>>> watching) {
    board.accept(facts);
    following.forEach(each -> each.accept(facts));
    watching.forEach(each -> each.accept(facts));
  }

  private static Map<QueueId, Set<AgentId>> serving(Configuration configuration) {
    Map<QueueId, Set<AgentId>> serving = new LinkedHashMap<>();
    configuration.queues().forEach(queue -> serving.put(queue.id(), new LinkedHashSet<>()));
    configuration.agents().forEach(agent -> agent.settings().queues().forEach(queue -> serving.getOrDefault(queue, new HashSet<>()).add(agent.id())));
    return serving;
  }

  private List<AgentId> agents() {
    return configuration.agents().stream().map(AgentPlan::id).toList();
  }

  /**
   * Starts it: waits for PostgreSQL, takes up what was live, and goes on connecting to Asterisk while it runs.
   *
   * @param environment from which the configuration's placeholders were filled, and are when it is reloaded
   * @param watching get every fact as it becomes durable; they must only take it
   * @throws io.switchboard.core.adapter.postgres.JournalTaken when another platform runs on this database
   */
  public static Platform open(
      Configuration configuration, Environment environment, Reach reach, Sayings sayings, List<Consumer<List<Fact>>> watching)
      throws IOException, InterruptedException {
    Platform platform = new Platform(configuration, environment, reach, sayings, watching);
    try {
      platform.open();
      return platform;
    } catch (RuntimeException | InterruptedException e) {
      platform.close();
      throw e;
    }
  }

  private void open() throws InterruptedException {
    sayings = sayings.released(releases.keep(sayings.texts(), CLOCK.nowMs(), Release.START, 0).number());
    inForce.set(sayings.release());
    Numbers numbers = numbers();
    CompletableFuture<DeskStage> desks = new CompletableFuture<>();
    CustomerCards cards = started(CustomerPorts.cards(configuration, database, CARD_WITHIN_MS)).cards();
    deploy(new Stage(loop -> desks.complete(desks(loop, numbers, cards))));
    DeskWork work = work();
    Sources sources = sources(numbers, work);
    CompletableFuture<Desk> preparing = CompletableFuture.supplyAsync(
        () -> Desk.prepare(configuration, vertx, signals, sources, desks.join().events(), database, throttle, reach));
    running.push(() -> preparing.join().close());
    List<Fact> live = new ArrayList<>();
    journal.replayLive(live::add);
    LOG.info("{} facts of what was live taken up; flows and prompts are those of release {}", live.size(), sayings.release());
    Map<Integer, Edition> former = new FormerReleases(releases, configuration, sayings).of(live);
    desks.join().open(live).toCompletableFuture().join();
    following.add(desks.join()::told);
    desks.join().recall(work.messages().unseen(MOST_MESSAGES));
    deploy(new Stage(loop -> openFlows(loop, live, former)));
    deploy(new Stage(loop -> openScripts(loop, live)));
    deploy(new Stage(loop -> openCalls(loop, live)));
    deploy(new Stage(loop -> openRecordings(loop, live, cards)));
    deploy(new Stage(loop -> openAcd(loop, live))); // the one stage that speaks as it opens: of what became due meanwhile
    deploy(new Stage(this::openReload));
    line.start();
    board.rebuild(live, journal);
    desk = preparing.join();
    desk.listen();
  }

  private Sources sources(Numbers numbers, DeskWork work) {
    return new Sources(
        numbers, new PgInteractions(database), new CallingBack(new PgCallbacks(database), new PgTasks(database), CLOCK), mailboxes(),
        CustomerPorts.of(configuration, database, () -> journal.linked() && journal.spilledBytes() == 0), new Published(releases, inForce::get), work, outside(), health);
  }

  private DeskWork work() {
    AtomicReference<Knowledge> knowledge = new AtomicReference<>(KnowledgeFiles.read(sayings.directory()));
    reloading.add((changed, spoken) -> knowledge.set(KnowledgeFiles.read(spoken.directory())));
    Map<QueueId, List<WrapUpCode>> codes = new ConcurrentHashMap<>(codes(configuration));
    reloading.add((changed, spoken) -> codes.putAll(codes(changed)));
    return new DeskWork(new PgStaffMessages(database), knowledge::get, queue -> codes.getOrDefault(queue, List.of()));
  }

  private static Map<QueueId, List<WrapUpCode>> codes(Configuration configuration) {
    return configuration.queues().stream().collect(Collectors.toMap(QueueSettings::id, queue -> configuration.desk(queue.id()).codes()));
  }

  private DeskStage desks(Stage.Loop loop, Numbers numbers, CustomerCards cards) {
    Executor aside = task -> Thread.ofVirtual().name("desks").start(task);
    DeskStage stage = new DeskStage(
        Desks.of(configuration), signals, new KnownCards(cards), numbers, CLOCK, loop.timers(), loop.owner(), aside,
        () -> UUID.randomUUID().toString());
    reloading.add((changed, spoken) -> stage.publish(Desks.of(changed)));
    return stage;
  }

  private void openCalls(Stage.Loop loop, List<Fact> live) {
    CallStage stage = new CallStage(
        EntryPoints.numbers(configuration), configuration.installation().calls(), signals, journal, line, CLOCK, loop.owner());
    live.forEach(stage::restore);
    stage.open();
    new CallMarks(journal, CLOCK).open(signals);
  }

  private void openFlows(Stage.Loop loop, List<Fact> live, Map<Integer, Edition> former) {
    Executor aside = task -> Thread.ofVirtual().name("messages").start(task);
    Messages messages = new Messages(new VoicemailFiles(configuration.installation().data()), journal, CLOCK, aside);
    FlowStage stage = new FlowStage(
        signals, journal, line, CLOCK, loop.timers(), loop.owner(), sayings.flows(), sayings.prompts(), Outwards.of(configuration), messages,
        dataSources.lookups());
    live.forEach(stage::restore);
    stage.open(former);
    messages.sweep(new PgInteractions(database));
    reloading.add((changed, spoken) -> {
      spoken.prompts().prepare(spoken.flows().texts(), (done, total, prompt, failure) -> {});
      stage.publish(spoken.flows(), spoken.prompts(), Outwards.of(changed));
    });
  }

  private void openScripts(Stage.Loop loop, List<Fact> live) {
    ScriptStage stage = new ScriptStage(
        signals, journal, CLOCK, loop.timers(), loop.owner(), sayings.scripts(), configuration.scripts(), dataSources.lookups());
    live.forEach(stage::restore);
    stage.open();
    following.add(stage::told);
    reloading.add((changed, spoken) -> stage.publish(spoken.scripts(), changed.scripts()));
  }

  private void openRecordings(Stage.Loop loop, List<Fact> live, CustomerCards cards) {
    TalkRecordings recordings = TalkRecordings.open(configuration, sayings, signals, journal, database, line, cards, CLOCK, loop, live);
    following.add(recordings::told);
    reloading.add(recordings::publish);
  }

  private void openAcd(Stage.Loop loop, List<Fact> live) {
    AcdOpening acd = new AcdOpening(configuration, signals, journal, line, CLOCK, loop);
    acd.open(live);
    reloading.add((changed, spoken) -> acd.publish(changed));
  }

  private void openReload(Stage.Loop loop) {
    Reload reload = new Reload(
        configuration, sayings, environment, releases, (changed, spoken) -> reloading.forEach(each -> each.accept(changed, spoken)), dataSources::wrongs);
    new ConfigurationRequests(sayings.directory(), reload, releases, signals, loop).open();
  }

  private JournalSettings journalSettings() {
    var installation = configuration.installation();
    return JournalSettings.of("process " + ProcessHandle.current().pid(), installation.data().resolve("spill"))
        .bounded(installation.spillBytes());
  }

  private Numbers numbers() {
    Map<AgentId, Person> people = new ConcurrentHashMap<>(people(configuration));
    reloading.add((changed, spoken) -> people.putAll(people(changed))); // nobody comes or goes without a restart
    return new BoardNumbers(board::snapshot, new PrometheusText(), people::get, unreachable, unreachable::resting);
  }

  private OutsideNumbers outside() {
    OutsideNumbers outside = new OutsideNumbers(configuration);
    reloading.add((changed, spoken) -> outside.configure(changed));
    return outside;
  }

  private Mailboxes mailboxes() {
    Map<AgentId, Set<QueueId>> queues = new ConcurrentHashMap<>(queues(configuration));
    reloading.add((changed, spoken) -> queues.putAll(queues(changed)));
    return new Mailboxes(
        new PgVoicemails(database), agent -> queues.getOrDefault(agent, Set.of()), configuration.installation().data());
  }

  private static Map<AgentId, Set<QueueId>> queues(Configuration configuration) {
    return configuration.agents().stream().collect(Collectors.toMap(AgentPlan::id, agent -> agent.settings().queues()));
  }

  private static Map<AgentId, Person> people(Configuration configuration) {
    return configuration.agents().stream().collect(Collectors.toMap(
        AgentPlan::id, agent -> new Person(agent.settings().name(), agent.phone().phone())));
  }

  /** Where the API answers. */
  public URI api() {
    return Objects.requireNonNull(desk, "opened").uri();
  }

  public LiveBoard board() {
    return board;
  }

  /** A journal that can keep nothing any more must not let the platform go on as if it could. */
  private static void fatal(Throwable why) {
    LOG.error("the platform ends rather than forget", why);
    Runtime.getRuntime().halt(1);
  }

  private void deploy(Deployable verticle) throws InterruptedException {
    await(vertx.deployVerticle(verticle));
  }

  static <T> T await(Future<T> future) throws InterruptedException {
    try {
      return future.toCompletionStage().toCompletableFuture().get(VERTX_WITHIN_S, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (TimeoutException e) {
      throw new IllegalStateException("Vert.x did not answer within " + VERTX_WITHIN_S + " s", e);
    }
  }

  private <R extends AutoCloseable> R started(R resource) {
    running.push(resource);
    return resource;
  }

  /** Ends in reverse: first nothing new comes in, then the journal is written, last the event loops. Calls live on in Asterisk. */
  @Override
  public void close() {
    while (!running.isEmpty()) {
      try {
        running.pop().close();
      } catch (Exception e) {
        LOG.warn("did not end well", e);
      }
    }
  }
}
