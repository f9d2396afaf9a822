package io.switchboard.desktop.protocol;

/**
 * What the agent did today.
 *
 * @param atMs up to here; the time in his present state since then is not counted yet
 * @param refused calls that he declined or let ring
 * @param dialled calls that he placed
 */
public record TodayView(
    long atMs, long answered, long talkMs, long heldMs, long wrapUpMs, long readyMs, long notReadyMs, long refused, long dialled) {}
