package io.switchboard.acd.estimate;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Holds a performance to reference values, of which each may be off by the 1e-9th part of itself. */
final class Exact {
  static final double PRECISION = 1e-9;

  private Exact() {}

  static void assertExact(Performance expected, Performance actual) {
    assertAll(
        () -> near("pWait", expected.pWait(), actual.pWait()),
        () -> near("meanWaitS", expected.meanWaitS(), actual.meanWaitS()),
        () -> near("answeredWaitS", expected.answeredWaitS(), actual.answeredWaitS()),
        () -> near("serviceLevel", expected.serviceLevel(), actual.serviceLevel()),
        () -> near("pAbandon", expected.pAbandon(), actual.pAbandon()),
        () -> near("occupancy", expected.occupancy(), actual.occupancy()));
  }

  static void near(String what, double expected, double actual) {
    assertEquals(expected, actual, PRECISION * Math.abs(expected), what);
  }
}
