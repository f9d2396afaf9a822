package io.switchboard.ivr.message;

import io.switchboard.core.id.QueueId;
import io.switchboard.core.interaction.Interactions;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.journal.Journal;
import io.switchboard.core.signal.Reply;
import io.switchboard.core.signal.Signals;
import io.switchboard.core.signal.VoicemailRequest;
import io.switchboard.core.time.Clock;
import io.switchboard.ivr.message.MessageFiles.Name;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a message of what was recorded, if it is long enough to be one, and writes down who heard it and who has dealt with it. Its fact is
 * durable before the file is moved; a platform that dies between the two moves it at its next start.
 */
public final class Messages {
  /** What is shorter is nobody's message. */
  public static final long LEAST_MS = 2_000;

  private static final Logger LOG = LoggerFactory.getLogger(Messages.class);

  private final MessageFiles files;
  private final Journal journal;
  private final Clock clock;
  private final Executor aside;
  private final Statements statements;

  /** {@code aside}: where files may be waited for. */
  public Messages(MessageFiles files, Journal journal, Clock clock, Executor aside) {
    this.files = files;
    this.journal = journal;
    this.clock = clock;
    this.aside = aside;
    this.statements = new Statements(files, journal, clock, aside);
  }

  /** What callers say for their calls. */
  public Statements statements() {
    return statements;
  }

  /** Answers who marks messages from now on. */
  public void open(Signals signals) {
    signals.<Reply, VoicemailRequest.Heard>answer(VoicemailRequest.Heard.class, (asked, reply) -> mark(
        new Fact.Errand.VoicemailHeard(clock.nowMs(), asked.tenant(), asked.call(), asked.message(), asked.by()), "heard", reply));
    signals.<Reply, VoicemailRequest.Done>answer(VoicemailRequest.Done.class, (asked, reply) -> mark(
        new Fact.Errand.VoicemailDone(clock.nowMs(), asked.tenant(), asked.call(), asked.message(), asked.by(), asked.note()), "done",
        reply));
  }

  private void mark(Fact fact, String state, Consumer<Reply> reply) {
    journal.append(List.of(fact), true, () -> reply.accept(new Reply.Accepted(state)));
  }

  /** Where the telephone server writes this message. */
  public String incoming(Name message) {
    return files.incoming(message);
  }

  /** Keeps it for this queue, or drops it; returns at once. */
  public void keep(Name message, QueueId queue, String caller) {
    aside.execute(() -> guarded(message, () -> decide(message, queue, caller)));
  }

  private void decide(Name message, QueueId queue, String caller) {
    OptionalLong came = files.length(message);
    if (came.isEmpty() && files.isKept(message)) {
      return; // by an earlier run, which died before it could write the end of the call
    }
    long ms = came.orElse(0);
    if (ms < LEAST_MS) {
      Fact dropped = new Fact.Errand.VoicemailDropped(clock.nowMs(), message.tenant(), message.call(), message.number(), queue, ms);
      journal.append(List.of(dropped), true, () -> aside.execute(() -> guarded(message, () -> files.drop(message))));
    } else {
      Fact left = new Fact.Errand.VoicemailLeft(
          clock.nowMs(), message.tenant(), message.call(), message.number(), queue, files.kept(message), ms, caller);
      journal.append(List.of(left), true, () -> aside.execute(() -> guarded(message, () -> files.keep(message))));
    }
  }

  /**
   * Does what an earlier run left undone: of what came in for calls whose flow has gone on, or that are over. Once, at the start.
   */
  public void sweep(Interactions interactions) {
    aside.execute(() -> files.left().forEach(message ->
        guarded(message, () -> sweep(message, interactions.timeline(message.tenant(), message.call())))));
  }

  private void sweep(Name message, List<Fact> facts) {
    if (statements.sweep(message, facts)) {
      return;
    }
    int begun = -1;
    for (int i = 0; i < facts.size(); i++) {
      switch (facts.get(i)) {
        case Fact.Errand.VoicemailLeft left when left.message() == message.number() -> {
          files.keep(message);
          return;
        }
        case Fact.Errand.VoicemailDropped dropped when dropped.message() == message.number() -> {
          files.drop(message);
          return;
        }
        case Fact.Errand.VoicemailBegun start when start.message() == message.number() -> begun = i;
        default -> {}
      }
    }
    if (begun >= 0 && facts.get(begun) instanceof Fact.Errand.VoicemailBegun start && wentOn(facts.subList(begun + 1, facts.size()))) {
      decide(message, start.queue(), start.caller());
    }
  }

  static boolean wentOn(List<Fact> since) {
    return since.stream().anyMatch(fact -> fact instanceof Fact.StepEntered || fact instanceof Fact.InteractionClosed);
  }

  /** A disk that fails loses no call. */
  private static void guarded(Name message, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      stays(LOG, message, e);
    }
  }

  static void stays(Logger log, Name message, RuntimeException e) {
    log.error("{}: recording {} stays where it came in until the next start: {}", message.call(), message.number(), e.toString());
  }
}
