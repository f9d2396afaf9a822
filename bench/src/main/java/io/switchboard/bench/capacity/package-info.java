/**
 * {@code bin/bench capacity}: the highest rate of arrivals at which no call fails, for app_queue and for Switchboard, on one Asterisk.
 *
 * <p>A {@code Trial} lets callers come at one rate and sees each of them through menu, queue, agent and wrap-up, as SIPp at both ends saw
 * it; {@code RateSearch} finds the highest rate whose trial is good. What counts as a failed call is said in {@code Definitions}, which the bench
 * prints.
 */
@NullMarked
package io.switchboard.bench.capacity;

import org.jspecify.annotations.NullMarked;
