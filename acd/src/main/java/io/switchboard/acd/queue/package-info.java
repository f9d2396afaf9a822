/**
 * A queue as an administrator sets it up, and the states of a call's visit to it: it waits, is offered, talks, has left. The order of a
 * queue is the time from which a wait counts less what the points are worth, so it is fixed at entry: nothing is ever sorted again, no call starves.
 */
@NullMarked
package io.switchboard.acd.queue;

import org.jspecify.annotations.NullMarked;
