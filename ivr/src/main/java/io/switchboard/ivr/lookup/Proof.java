package io.switchboard.ivr.lookup;

import java.util.List;

/** Whether a source would understand a question. */
public sealed interface Proof {

  /**
   * It would, unless there are faults.
   *
   * @param warnings what is not wrong with the lookup, but should be known to who runs the source
   */
  record Told(List<Fault> faults, List<String> warnings) implements Proof {
    public Told {
      faults = List.copyOf(faults);
      warnings = List.copyOf(warnings);
    }

    /** Without warnings. */
    public Told(List<Fault> faults) {
      this(faults, List.of());
    }
  }

  /** The source cannot be asked now; nothing is known. */
  record Unreachable(String why) implements Proof {}

  /**
   * Something that is wrong with a lookup.
   *
   * @param key the setting within the lookup, e.g. {@code sql} or {@code gives.balance}
   * @param wrong what is wrong
   * @param right what would be right
   */
  record Fault(String key, String wrong, String right) {}
}
