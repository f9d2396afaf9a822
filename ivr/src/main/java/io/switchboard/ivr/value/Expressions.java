package io.switchboard.ivr.value;

import java.util.Map;
import java.util.Optional;

/** Reads formulas. */
public interface Expressions {
  /** What came of reading one. */
  sealed interface Read {
    record Good(Expression expression) implements Read {}

    /**
     * It is none.
     *
     * @param wrong for people
     * @param column in its text, from 1
     */
    record Bad(String wrong, int column) implements Read {}
  }

  /**
   * Reads a formula and checks it.
   *
   * @param variables name → type of all that it may name
   * @param wanted the type that it must have; empty: any
   */
  Read read(String text, Map<String, Type> variables, Optional<Type> wanted);
}
