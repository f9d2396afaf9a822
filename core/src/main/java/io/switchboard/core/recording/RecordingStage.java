package io.switchboard.core.recording;

import io.switchboard.core.customer.CustomerCards;
import io.switchboard.core.customer.Customers;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.journal.FactsFirst;
import io.switchboard.core.journal.Journal;
import io.switchboard.core.line.LineEvent;
import io.switchboard.core.line.Sound;
import io.switchboard.core.line.Tapes;
import io.switchboard.core.recording.RecordingEvent.Consent;
import io.switchboard.core.recording.RecordingFiles.Name;
import io.switchboard.core.signal.RecordingRequest;
import io.switchboard.core.signal.Reply;
import io.switchboard.core.signal.Signals;
import io.switchboard.core.time.Clock;
import io.switchboard.core.time.Timers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The shell around {@link Recorder}. Construct it, give every live fact to {@link #restore}, then {@link #open} it. After that it belongs to the owner's
 * thread; {@link #told} keeps it informed.
 */
public final class RecordingStage {
  private static final Logger LOG = LoggerFactory.getLogger(RecordingStage.class);
  private static final long AGAIN_MS = 1_000;
  /** Asterisk writes what it records each second or so. */
  private static final long WATCH_MS = 4_000;
  /** A request is given up after 5 s. */
  private static final long AWAIT_MS = 3_000;
  /** What did not grow for so long is complete. */
  private static final long SETTLES_MS = 1_000;
  private static final String REMEDY = "; the talk goes on without it. See that the data directory is there, has room, and that Asterisk's user may write into its recordings/talking";

  private final Signals signals;
  private final FactsFirst facts;
  private final Tapes line;
  private final RecordingFiles files;
  private final Announcements announcements;
  private final CustomerCards customers;
  private final Customers records;
  private final Clock clock;
  private final Timers timers;
  private final Executor owner;
  private final Executor aside;
  private final Recorder kernel;
  private final Map<CallId, Consumer<Reply>> awaiting = new HashMap<>();
  private Map<QueueId, RecordingPlan> plans;

  /** What callers hear. */
  @FunctionalInterface
  public interface Announcements {
    /** The sounds of a prompt without arguments; fails where it cannot be said. {@code language} empty: the tenant's first, for his is not known. */
    CompletionStage<List<Sound>> sounds(TenantId tenant, String language, String prompt);
  }

  /** {@code aside}: where files may be waited for. */
  public RecordingStage(
      Map<QueueId, RecordingPlan> plans, Signals signals, Journal journal, Tapes line, RecordingFiles files, Announcements announcements,
      CustomerCards customers, Customers records, Clock clock, Timers timers, Executor owner, Executor aside) {
    this.plans = Map.copyOf(plans);
    this.signals = signals;
    this.facts = new FactsFirst(journal, owner);
    this.line = line;
    this.files = files;
    this.announcements = announcements;
    this.customers = customers;
    this.records = records;
    this.clock = clock;
    this.timers = timers;
    this.owner = owner;
    this.aside = aside;
    this.kernel = new Recorder(queue -> this.plans.getOrDefault(queue, RecordingPlan.NONE));
  }

  /** Takes a fact of the journal, in order, before {@link #open}. */
  public void restore(Fact fact) {
    kernel.restore(fact);
  }

  /** Begins to listen; call it on the owner's thread. */
  public void open() {
    hear(LineEvent.OfTape.Runs.class);
    hear(LineEvent.OfTape.Failed.class);
    hear(LineEvent.OfTape.Muted.class);
    signals.on(LineEvent.Restored.class, there -> step(new RecordingEvent.LineBack()));
    signals.<Reply, RecordingRequest>answer(RecordingRequest.class, (asked, reply) -> step(new RecordingEvent.Asked(asked), reply));
    step(new RecordingEvent.Opened());
  }

  /** Facts that became durable, in the journal's order; from any thread. */
  public void told(List<Fact> durable) {
    List<Fact> needed = durable.stream().filter(fact -> fact.call() != null && !(fact instanceof Fact.TalkRecording)).toList();
    if (!needed.isEmpty()) {
      owner.execute(() -> needed.forEach(fact -> step(new RecordingEvent.Happened(fact))));
    }
  }

  /** What queues say from now on; from any thread. */
  public void publish(Map<QueueId, RecordingPlan> newer) {
    owner.execute(() -> plans = Map.copyOf(newer));
  }

  private <E extends LineEvent.OfTape> void hear(Class<E> type) {
    signals.on(type, event -> step(new RecordingEvent.Heard(event)));
  }

  private void step(RecordingEvent event) {
    step(event, reply -> {});
  }

  private void step(RecordingEvent event, Consumer<Reply> asker) {
    Recorder.Decided decided = kernel.decide(event, clock.nowMs());
    if (decided.effects().isEmpty()) {
      facts.commit(decided.facts());
    } else {
      LOG.debug("{}: {} {}", event, decided.facts(), decided.effects());
      facts.commit(decided.facts(), () -> decided.effects().forEach(effect -> act(effect, asker)));
    }
  }

  private void act(RecordingEffect effect, Consumer<Reply> asker) {
    switch (effect) {
      case RecordingEffect.LookUp e -> customers.lookup(e.tenant(), e.number())
          .thenAccept(found -> owner.execute(() -> step(new RecordingEvent.Answered(e.call(), consent(found)))));
      case RecordingEffect.LookUpNamed e -> aside.execute(() -> named(e));
      case RecordingEffect.Drop e -> timers.at(
          clock.nowMs() + SETTLES_MS, () -> aside.execute(() -> guarded(new Name(e.tenant(), e.call(), e.number()), files::drop)));
      case RecordingEffect.Tape e -> aside.execute(() -> tape(e));
      case RecordingEffect.Mute e -> line.mute(e.call(), e.number(), e.silent());
      case RecordingEffect.Stop e -> line.stopTape(e.call());
      case RecordingEffect.Keep e -> settle(e, OptionalLong.empty(), clock.nowMs());
      case RecordingEffect.Take e -> aside.execute(() -> guarded(new Name(e.tenant(), e.call(), e.number()), this::take));
      case RecordingEffect.Watch e -> timers.at(clock.nowMs() + WATCH_MS, () -> aside.execute(() -> watch(e)));
      case RecordingEffect.Again e ->
          timers.at(clock.nowMs() + AGAIN_MS, () -> step(new RecordingEvent.Again(e.call(), e.number())));
      case RecordingEffect.Answer e -> asker.accept(e.reply());
      case RecordingEffect.Await e -> {
        awaiting.put(e.call(), asker);
        timers.at(clock.nowMs() + AWAIT_MS, () -> overdue(e, asker));
      }
      case RecordingEffect.Release e -> {
        Consumer<Reply> waits = awaiting.remove(e.call());
        if (waits != null) {
          waits.accept(e.reply());
        }
      }
      case RecordingEffect.Complain e -> LOG.error("{}: the talk is not recorded as it should be: {}", e.call(), e.why());
    }
  }

  /** The link to the telephone server may be gone. */
  private void overdue(RecordingEffect.Await awaited, Consumer<Reply> asker) {
    if (awaiting.get(awaited.call()) == asker) {
      step(new RecordingEvent.Heard(new LineEvent.OfTape.Muted(awaited.call(), awaited.number(), awaited.silent(), false)));
    }
  }

  /** One who refused is enough where several customers have this number. */
  private static Consent consent(CustomerCards.Found found) {
    if (found.state() == CustomerCards.State.FAILED) {
      return Consent.UNKNOWN;
    }
    return found.cards().stream().anyMatch(card -> refused(card.consent())) ? Consent.REFUSED : Consent.NOT_REFUSED;
  }

  private static boolean refused(Map<String, String> consent) {
    return "refused".equals(consent.get("recording"));
  }

  private void named(RecordingEffect.LookUpNamed asked) {
    try {
      boolean refused = records.find(asked.tenant(), asked.customer()).filter(customer -> refused(customer.details().consent())).isPresent();
      owner.execute(() -> step(new RecordingEvent.Named(asked.call(), refused ? Consent.REFUSED : Consent.NOT_REFUSED)));
    } catch (RuntimeException e) {
      LOG.error("{}: whether customer {} wants to be recorded could not be found out: {}", asked.call(), asked.customer(), e.toString());
    }
  }

  private void tape(RecordingEffect.Tape wanted) {
    Name name = new Name(wanted.tenant(), wanted.call(), wanted.number());
    Optional<String> unready = files.unready();
    if (unready.isPresent()) {
      unready(wanted, unready.get());
      return;
    }
    CompletionStage<List<Sound>> sounds = wanted.announcement().isEmpty()
        ? CompletableFuture.completedFuture(List.of()) : announcements.sounds(wanted.tenant(), wanted.language(), wanted.announcement());
    sounds.whenComplete((said, failure) -> {
      if (failure != null || said.isEmpty() && !wanted.announcement().isEmpty()) {
        unready(wanted, "its announcement '" + wanted.announcement() + "' cannot be said: " + (failure == null ? "it is empty" : failure.getMessage())
            + "; without it nobody is recorded");
      } else {
        owner.execute(() -> line.tape(new Tapes.Tape(wanted.call(), wanted.number(), files.written(name), said, wanted.talk())));
      }
    });
  }

  private void unready(RecordingEffect.Tape wanted, String why) {
    owner.execute(() -> step(new RecordingEvent.Unready(wanted.call(), wanted.number(), why)));
  }

  private void watch(RecordingEffect.Watch watched) {
    String why;
    try {
      OptionalLong came = files.length(new Name(watched.tenant(), watched.call(), watched.number()));
      if (came.isPresent() && came.getAsLong() > 0) {
        return;
      }
      why = (came.isEmpty() ? "Asterisk wrote no file" : "Asterisk's file stays empty") + REMEDY;
    } catch (RuntimeException e) {
      why = e.getMessage() + REMEDY;
    }
    String said = why;
    owner.execute(() -> step(new RecordingEvent.Unwritten(watched.call(), watched.number(), said)));
  }

  // --- at its end

  /** Asterisk goes on writing for a moment. {@code before}: how long it was when it was looked at last. */
  private void settle(RecordingEffect.Keep kept, OptionalLong before, long sinceMs) {
    Name name = new Name(kept.tenant(), kept.call(), kept.number());
    timers.at(sinceMs + SETTLES_MS, () -> aside.execute(() -> guarded(name, each -> {
      OptionalLong now = files.length(each);
      if (now.isPresent() && !now.equals(before)) {
        owner.execute(() -> settle(kept, now, clock.nowMs()));
      } else {
        owner.execute(() -> step(complete(each, now.orElse(0))));
      }
    })));
  }

  private static RecordingEvent.Complete complete(Name name, long ms) {
    return new RecordingEvent.Complete(
        name.call(), name.number(), ms == 0 ? "" : RecordingFiles.kept(name.tenant(), name.call(), name.number()), ms);
  }

  private void take(Name name) {
    if (files.length(name).orElse(0) > 0) {
      files.keep(name);
    } else {
      files.drop(name);
    }
  }

  /**
   * Does what an earlier run left undone: of what came in for calls that are over. Once, at the start.
   *
   * @param facts gives those of an interaction; blocks
   */
  public void sweep(Calls facts) {
    aside.execute(() -> files.left().forEach(name -> guarded(name, each -> left(each, facts.of(each)))));
  }

  /** The facts of the interaction of a recording. */
  @FunctionalInterface
  public interface Calls {
    List<Fact> of(Name recording);
  }

  private void left(Name name, List<Fact> of) {
    boolean written = of.stream().anyMatch(fact -> fact instanceof Fact.TalkRecording.TalkRecordingEnded end && end.recording() == name.number());
    boolean closed = of.stream().anyMatch(Fact.InteractionClosed.class::isInstance);
    Optional<Fact.TalkRecording.TalkRecordingAsked> asked = of.stream().filter(Fact.TalkRecording.TalkRecordingAsked.class::isInstance)
        .map(Fact.TalkRecording.TalkRecordingAsked.class::cast).filter(each -> each.recording() == name.number()).findFirst();
    if (written) {
      take(name);
    } else if (closed && asked.isPresent()) {
      long ms = files.length(name).orElse(0);
      RecordingEvent.Complete end = complete(name, ms);
      Fact fact = new Fact.TalkRecording.TalkRecordingEnded(
          clock.nowMs(), name.tenant(), name.call(), name.number(), asked.get().queue(), end.file(), ms);
      owner.execute(() -> facts.commit(List.of(fact), () -> aside.execute(() -> guarded(name, this::take))));
    }
  }

  /** A disk that fails loses no call. */
  private static void guarded(Name name, Consumer<Name> work) {
    try {
      work.accept(name);
    } catch (RuntimeException e) {
      LOG.error("{}: recording {} stays where it came in until the next start: {}", name.call(), name.number(), e.toString());
    }
  }
}
