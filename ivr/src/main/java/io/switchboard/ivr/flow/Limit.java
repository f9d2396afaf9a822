package io.switchboard.ivr.flow;

/**
 * How often a caller may come to a step.
 *
 * @param times 1 to 100
 * @param then the step to which he comes instead after that
 */
public record Limit(int times, String then) {}
