package io.switchboard.bench.erlang;

import io.switchboard.core.id.CallId;
import io.switchboard.core.id.OfferId;
import org.jspecify.annotations.Nullable;

/** One caller of a simulated queue. Times are milliseconds since it began, with their fractions. */
final class Caller {
  final int number;
  final CallId call;
  final double arrivedMs;
  final double handlingMs;
  final double patienceMs;
  /** As {@link FirstComeFirstServed} says. */
  final double mustBeAnsweredAtMs;
  /** By which he was answered. */
  @Nullable OfferId answered;

  Caller(int number, double arrivedMs, double handlingMs, double patienceMs, double mustBeAnsweredAtMs) {
    this.number = number;
    this.call = new CallId("1795341600." + number);
    this.arrivedMs = arrivedMs;
    this.handlingMs = handlingMs;
    this.patienceMs = patienceMs;
    this.mustBeAnsweredAtMs = mustBeAnsweredAtMs;
  }
}
