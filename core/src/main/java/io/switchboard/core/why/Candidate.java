package io.switchboard.core.why;

import io.switchboard.core.id.AgentId;

/**
 * An agent of the call's queue, and the first thing against him.
 *
 * @param about the skill that he lacks, his reason for being not ready, or the call at hand; else empty
 * @param has his level of that skill, else 0
 * @param needs the level that the call asks for now, else 0
 * @param sinceMs when his state changed last, milliseconds since the epoch
 */
public record Candidate(AgentId agent, Against against, String about, int has, int needs, long sinceMs) {}
