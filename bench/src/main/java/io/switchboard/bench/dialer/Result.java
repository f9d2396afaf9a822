package io.switchboard.bench.dialer;

/**
 * What came of one campaign under one rule.
 *
 * @param talkMinPerH minutes of talk in an hour of an agent who is there, breaks apart
 * @param abandoned share of live answers
 * @param worstWindow the largest share of live answers who were abandoned, failed agents included, of its days and of all its days together, as far
 *     as those have 100 live answers; 0 without
 * @param worstOwn the largest share at the end of any day, however few answers, without those who were abandoned because an agent failed; known of
 *     ours only, else 0
 * @param dialsPerAnswer dials placed / live answers
 */
record Result(double talkMinPerH, double abandoned, double worstWindow, double worstOwn, double dialsPerAnswer) {}
