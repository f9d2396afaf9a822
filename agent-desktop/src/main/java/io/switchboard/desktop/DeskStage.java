package io.switchboard.desktop;

import io.switchboard.core.agent.StaffMessages;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.metric.Snapshot;
import io.switchboard.core.offer.Offered;
import io.switchboard.core.signal.AgentSignal;
import io.switchboard.core.signal.ExpectedWaits;
import io.switchboard.core.signal.Signals;
import io.switchboard.core.time.Clock;
import io.switchboard.core.time.Timers;
import io.switchboard.desktop.api.Numbers;
import io.switchboard.desktop.desk.CardSource;
import io.switchboard.desktop.desk.DeskBook;
import io.switchboard.desktop.desk.DeskSettings;
import io.switchboard.desktop.link.Events;
import io.switchboard.desktop.link.Links;
import io.switchboard.desktop.link.OwnedEvents;
import io.switchboard.desktop.protocol.Today;
import io.switchboard.desktop.protocol.Topic;
import io.switchboard.desktop.wall.Surroundings;
import io.switchboard.desktop.wall.WallBook;
import io.switchboard.desktop.wall.WallSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What agents and supervisors see, as it changes. Construct it, {@link #open} it with the live facts; then {@link #told} keeps it informed. Everything runs on the owner's thread, but for counting, which goes aside.
 */
public final class DeskStage {
  /** What is configured of all this. */
  public record Configured(DeskSettings desks, WallSettings wall) {}

  private static final Logger LOG = LoggerFactory.getLogger(DeskStage.class);
  private static final long EXPECTED_EVERY_MS = 5_000;

  private final DeskBook book;
  private final WallBook wall;
  private final Map<QueueId, Long> expected = new HashMap<>();
  private final Signals signals;
  private final Links links;
  private final Events events;
  private final CardSource cards;
  private final Numbers numbers;
  private final Clock clock;
  private final Timers timers;
  private final Executor owner;
  private final Executor aside;
  private final Counting counting;

  /**
   * @param owner runs tasks on this stage's own thread
   * @param aside runs what may take some milliseconds
   * @param ids names of sessions, which nobody can guess
   */
  public DeskStage(
      Configured configured, Signals signals, CardSource cards, Numbers numbers, Clock clock, Timers timers, Executor owner, Executor aside,
      Supplier<String> ids) {
    this.signals = signals;
    this.cards = cards;
    this.numbers = numbers;
    this.clock = clock;
    this.timers = timers;
    this.owner = owner;
    this.aside = aside;
    this.book = new DeskBook(configured.desks(), clock, new Cards(), (agent, part) -> linked().touch(Topic.DESK, agent, part));
    this.wall = new WallBook(configured.wall(), new Around(), (tenant, parts) -> linked().touch(Topic.WALL, tenant, parts));
    this.links = new Links(Map.of(Topic.DESK, book, Topic.WALL, wall), clock, ids);
    this.events = new OwnedEvents(links, owner);
    this.counting = new Counting(clock, timers, this::count);
  }

  private Links linked() {
    return links;
  }

  /** What sockets are told. */
  public Events events() {
    return events;
  }

  /** Takes the live facts of the journal and begins to listen; from any thread, before {@link #told}. */
  public CompletionStage<Void> open(List<Fact> live) {
    return CompletableFuture.runAsync(() -> {
      live.forEach(book::apply);
      signals.on(Offered.class, offered -> {
        book.offered(offered);
        links.flush();
        links.whenSent(offered.agent(), () -> signals.send(new AgentSignal.Shown(offered.agent(), offered.offer().offer())));
      });
      signals.on(AgentSignal.Written.class, written -> {
        book.written(written.message());
        links.flush();
      });
      signals.on(AgentSignal.Seen.class, seen -> {
        book.seen(seen.agent(), seen.message());
        links.flush();
      });
      counting.begin();
      timers.at(clock.nowMs() + Counting.AT_LEAST_MS, this::expect);
    }, owner);
  }

  /** What supervisors wrote before this run and nobody has seen; from any thread. */
  public void recall(List<StaffMessages.Message> unseen) {
    owner.execute(() -> {
      unseen.forEach(book::written);
      links.flush();
    });
  }

  /** Facts that became durable, in the journal's order; from any thread. */
  public void told(List<Fact> durable) {
    List<Fact> needed = durable.stream().filter(DeskBook::needs).toList();
    if (!needed.isEmpty()) {
      owner.execute(() -> {
        needed.forEach(book::apply);
        links.flush();
        if (links.followed(Topic.WALL)) {
          counting.news();
        }
      });
    }
  }

  /** Other settings from now on; from any thread. */
  public void publish(Configured configured) {
    owner.execute(() -> {
      book.configure(configured.desks());
      wall.configure(configured.wall());
      links.flush();
    });
  }

  private final class Cards implements DeskBook.Customers {
    @Override
    public void ask(TenantId tenant, CallId call, String number) {
      cards.find(tenant, number).whenComplete(shown(found -> book.found(call, found)));
    }

    @Override
    public void askFor(TenantId tenant, CallId call, long customer) {
      cards.of(tenant, customer).whenComplete(shown(found -> book.isOf(call, found)));
    }

    private BiConsumer<CardSource.Found, Throwable> shown(Consumer<CardSource.Found> showing) {
      return (found, failed) -> owner.execute(() -> {
        showing.accept(failed == null ? found : new CardSource.Found(true, List.of()));
        links.flush();
      });
    }
  }

  /** What is counted, where somebody looks. */
  private void count() {
    links.expire();
    CompletableFuture.supplyAsync(numbers::snapshot, aside).whenCompleteAsync((snapshot, failed) -> {
      counting.over();
      if (failed == null) {
        counted(snapshot, links.users(Topic.DESK));
      } else {
        LOG.error("nothing was counted for the desks", failed);
      }
    }, owner);
  }

  private void counted(Snapshot snapshot, Set<AgentId> watched) {
    for (Snapshot.Tenant tenant : snapshot.tenants()) {
      for (Snapshot.Agent agent : tenant.agents()) {
        if (watched.contains(agent.agent())) {
          book.counted(agent.agent(), Today.of(agent), numbers.reachable(agent.agent()));
        }
      }
    }
    wall.counted(snapshot);
    links.flush();
  }

  /** Where somebody looks at a wallboard: the ACD has better to do. */
  private void expect() {
    for (TenantId tenant : links.tenants(Topic.WALL)) {
      signals.ask(new ExpectedWaits(tenant)).whenCompleteAsync((waits, failed) -> {
        if (failed == null) {
          expected.keySet().removeIf(queue -> queue.tenant().equals(tenant));
          expected.putAll(waits);
        }
      }, owner);
    }
    timers.at(clock.nowMs() + EXPECTED_EVERY_MS, this::expect);
  }

  private final class Around implements Surroundings {
    @Override
    public String displayName(AgentId agent) {
      return numbers.displayName(agent);
    }

    @Override
    public boolean reachable(AgentId agent) {
      return numbers.reachable(agent);
    }

    @Override
    public Fact.@Nullable QueueEntered visit(CallId call) {
      return book.visit(call);
    }

    @Override
    public @Nullable String listenedBy(AgentId agent) {
      return book.listenedBy(agent);
    }

    @Override
    public @Nullable Long expectedWaitMs(QueueId queue) {
      return expected.get(queue);
    }
  }
}
