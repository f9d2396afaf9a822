/**
 * What was recorded, again: the arrivals of a period run through the kernel that routes live calls, in simulated time, under other rules or
 * with other people. {@link io.switchboard.acd.replay.Recorded} reads facts into what a replay needs of them: who came and how it ended, who
 * was there, how phones were answered. {@link io.switchboard.acd.replay.Replay} lets it happen anew and gives facts again, so that the same
 * fold counts both. Where the record cannot know, {@link io.switchboard.acd.replay.Guess} draws from what was seen on the same queue or of
 * the same agent, the same for every set of rules that is compared.
 */
@NullMarked
package io.switchboard.acd.replay;

import org.jspecify.annotations.NullMarked;
