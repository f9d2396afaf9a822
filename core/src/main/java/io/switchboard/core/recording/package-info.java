/**
 * Recording of talks, as their queues say: who is asked for his consent, when it begins, is paused and ends, for how long it is kept. What is recorded is
 * a recording of one call, which goes on from agent to agent.
 */
@NullMarked
package io.switchboard.core.recording;

import org.jspecify.annotations.NullMarked;
