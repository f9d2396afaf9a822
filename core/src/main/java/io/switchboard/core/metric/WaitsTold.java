package io.switchboard.core.metric;

import org.jspecify.annotations.Nullable;

/**
 * How true the waits were that callers were told, of calls that entered today. Each announcement counts by itself, against the time from it to the answer.
 *
 * @param told announcements with a range
 * @param judged those of them whose caller was answered, or was still there when the range was over; who hung up before proves nothing
 * @param within of the judged, answered within the range as it was said; {@code withinShare}: within / judged, meant to be 0.8
 * @param meanErrorMs mean absolute difference from the middle of the range, of callers who were answered
 */
public record WaitsTold(long told, long judged, long within, @Nullable Double withinShare, @Nullable Double meanErrorMs) {}
