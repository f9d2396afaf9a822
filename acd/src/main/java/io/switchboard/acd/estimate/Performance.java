package io.switchboard.acd.estimate;

/**
 * How a queue does in the long run.
 *
 * @param pWait share of all calls that find no agent ready, 0 to 1
 * @param meanWaitS E[W], the mean time in the queue over all calls, those answered at once and those that hang up included, in seconds;
 *     {@link Double#POSITIVE_INFINITY} when the queue grows for ever
 * @param answeredWaitS ASA as {@code core.metric.Definitions} has it: the mean wait of the calls that are answered, in seconds. The same as
 *     {@code meanWaitS} where nobody hangs up
 * @param serviceLevel calls answered within the target / all calls, 0 to 1. Who hangs up counts below the line, however soon, and never
 *     above it
 * @param pAbandon share of all calls that hang up in the queue, 0 to 1
 * @param occupancy share of the agents' time in which they handle calls, 0 to 1
 */
public record Performance(
    double pWait, double meanWaitS, double answeredWaitS, double serviceLevel, double pAbandon, double occupancy) {}
