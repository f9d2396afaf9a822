package io.switchboard.core.metric;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** Counts by a closed list of reasons. */
final class Tally<E extends Enum<E>> {
  private final EnumMap<E, Long> counts;

  Tally(Class<E> reasons) {
    counts = new EnumMap<>(reasons);
  }

  void add(E reason) {
    counts.merge(reason, 1L, Long::sum);
  }

  /** Reasons that occurred, in the order of their list. */
  Map<E, Long> counts() {
    return Collections.unmodifiableMap(new EnumMap<>(counts));
  }
}
