package io.switchboard.ivr.message;

import io.switchboard.core.journal.Fact;
import io.switchboard.core.journal.Journal;
import io.switchboard.core.time.Clock;
import io.switchboard.ivr.message.MessageFiles.Kind;
import io.switchboard.ivr.message.MessageFiles.Name;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what callers say for their calls, as {@link Messages} keeps messages: the fact first, then the file. */
public final class Statements {
  private static final Logger LOG = LoggerFactory.getLogger(Statements.class);

  private final MessageFiles files;
  private final Journal journal;
  private final Clock clock;
  private final Executor aside;

  Statements(MessageFiles files, Journal journal, Clock clock, Executor aside) {
    this.files = files;
    this.journal = journal;
    this.clock = clock;
    this.aside = aside;
  }

  /**
   * Keeps it if it is no shorter than that; returns at once.
   *
   * @param then told, once, whether it is kept; on any thread
   */
  public void keep(Name said, long leastMs, Consumer<Boolean> then) {
    Name statement = said.as(Kind.STATEMENT);
    aside.execute(() -> {
      try {
        decide(statement, leastMs, then);
      } catch (RuntimeException e) {
        Messages.stays(LOG, statement, e);
        then.accept(false);
      }
    });
  }

  private void decide(Name statement, long leastMs, Consumer<Boolean> then) {
    OptionalLong came = files.length(statement);
    if (came.isEmpty() && files.isKept(statement)) {
      then.accept(true); // by an earlier run, which died before the flow could go on
      return;
    }
    long ms = came.orElse(0);
    boolean enough = ms >= leastMs;
    Fact fact = enough
        ? new Fact.Errand.RecordingKept(clock.nowMs(), statement.tenant(), statement.call(), statement.number(), files.kept(statement), ms)
        : new Fact.Errand.RecordingDropped(clock.nowMs(), statement.tenant(), statement.call(), statement.number(), ms);
    journal.append(List.of(fact), true, () -> {
      then.accept(enough);
      aside.execute(() -> move(statement, enough));
    });
  }

  private void move(Name statement, boolean keep) {
    try {
      if (keep) {
        files.keep(statement);
      } else {
        files.drop(statement);
      }
    } catch (RuntimeException e) {
      Messages.stays(LOG, statement, e);
    }
  }

  /** Does what an earlier run left undone; true: it was a statement's. {@code wentOn}: the flow has gone on since it began, or is over. */
  boolean sweep(Name left, List<Fact> facts) {
    Name statement = left.as(Kind.STATEMENT);
    for (int i = 0; i < facts.size(); i++) {
      if (facts.get(i) instanceof Fact.Errand.RecordingBegun begun && begun.recording() == statement.number()) {
        List<Fact> since = facts.subList(i + 1, facts.size());
        if (since.stream().anyMatch(fact -> fact instanceof Fact.Errand.RecordingKept kept && kept.recording() == statement.number())) {
          files.keep(statement);
        } else if (since.stream().anyMatch(fact ->
            fact instanceof Fact.Errand.RecordingDropped dropped && dropped.recording() == statement.number())) {
          files.drop(statement);
        } else if (Messages.wentOn(since)) {
          decide(statement, begun.leastMs(), kept -> {});
        }
        return true;
      }
    }
    return false;
  }
}
