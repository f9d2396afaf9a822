package io.switchboard.core.why;

import io.switchboard.core.id.CallId;

/**
 * A call's place in its queue with the terms that make it: {@code dueMs = enteredMs + goalMs − (ownPoints + queuePoints + classPoints) ×
 * pointWorthMs}. Who is due first is first.
 *
 * @param position 1 for the first
 * @param enteredMs from when its wait counts: its entry, or earlier where it brought a wait along, called again or is called back;
 *     milliseconds since the epoch, as is {@code dueMs}
 * @param goalMs within which the queue means to answer
 * @param ownPoints the call's own priority
 * @param queuePoints its queue's priority
 * @param classPoints of its customer's value class
 */
public record Place(
    CallId call, int position, long enteredMs, long goalMs, int ownPoints, int queuePoints, int classPoints, long pointWorthMs,
    long dueMs) {}
