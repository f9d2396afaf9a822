package io.switchboard.core.journal;

import java.util.List;
import java.util.concurrent.Executor;

/**
 * The thin shell's one rule: a decision's facts are durable before its effects leave. Belongs to one owner and is used on its thread only;
 * effects run there too, in the order of the decisions.
 */
public final class FactsFirst {
  private static final Runnable NOTHING = () -> {};

  private final Journal journal;
  private final Executor owner;
  private int pending;

  public FactsFirst(Journal journal, Executor owner) {
    this.journal = journal;
    this.owner = owner;
  }

  /** A decision whose facts nothing waits for. */
  public void commit(List<Fact> facts) {
    if (!facts.isEmpty()) {
      append(facts, false, NOTHING);
    }
  }

  /** A decision with effects; without facts, and with none on their way, they act at once. */
  public void commit(List<Fact> facts, Runnable effects) {
    if (facts.isEmpty() && pending == 0) {
      effects.run();
    } else {
      append(facts, true, effects);
    }
  }

  private void append(List<Fact> facts, boolean urgent, Runnable effects) {
    pending++;
    journal.append(facts, urgent, () -> owner.execute(() -> {
      pending--;
      effects.run();
    }));
  }
}
