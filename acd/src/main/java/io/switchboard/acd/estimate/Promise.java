package io.switchboard.acd.estimate;

import io.switchboard.core.why.LongerWait;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a caller was told of his wait, and what he may be told next. The rules:
 * <ol>
 *   <li>No bound that he hears is above the one that he heard before, and the moment by which he may expect to be answered does not move away by
 *       more than rounding does, unless the reason is told first.
 *   <li>A reason is one that is seen: callers who came after him are ahead of him; fewer agents may take his call; or fewer calls ended
 *       since than agents and handling time let expect, or the handling time grew by a tenth: calls take longer.
 *   <li>Where the wait rises and none is seen, and where it is longer than {@link SpokenWait#LONGEST_MS}, he hears nothing of time.
 * </ol>
 *
 * @param atMs when he heard it
 * @param byMs the moment that stands as promised since the last reason, milliseconds since the epoch
 * @param spoken the range
 * @param because why it rose; null: it did not
 * @param outlook what it was made of
 */
public record Promise(long atMs, long byMs, SpokenWait spoken, @Nullable LongerWait because, Outlook outlook) {
  private static final double GROWN = 1.1;

  /**
   * @param last what he was told before; null: nothing yet
   * @return empty: he hears nothing of time
   */
  public static Optional<Promise> next(@Nullable Promise last, Outlook outlook, long nowMs) {
    Forecast forecast = outlook.forecast();
    if (forecast.highMs() > SpokenWait.LONGEST_MS) {
      return Optional.empty();
    }
    SpokenWait fresh = SpokenWait.of(forecast.lowMs(), forecast.highMs());
    if (last == null) {
      return Optional.of(new Promise(nowMs, nowMs + fresh.highMs(), fresh, null, outlook));
    }
    if (nowMs + forecast.highMs() <= last.byMs + last.spoken.stepMs()) {
      SpokenWait kept = fresh.notAbove(last.spoken.fromMin(), last.spoken.toMin());
      return Optional.of(new Promise(nowMs, Math.min(last.byMs, nowMs + kept.highMs()), kept, null, outlook));
    }
    return Optional.ofNullable(last.reason(outlook, nowMs))
        .map(because -> new Promise(nowMs, nowMs + fresh.highMs(), fresh, because, outlook));
  }

  private @Nullable LongerWait reason(Outlook now, long nowMs) {
    if (now.later() > outlook.later() || now.ahead() > outlook.ahead()) {
      return LongerWait.MORE_URGENT_CALLS;
    }
    if (now.able() < outlook.able()) {
      return LongerWait.FEWER_AGENTS;
    }
    double expected = (nowMs - atMs) * outlook.agents() / outlook.handlingMs();
    boolean slower = outlook.ahead() - now.ahead() < expected || now.handlingMs() > GROWN * outlook.handlingMs();
    return slower ? LongerWait.LONGER_CALLS : null;
  }
}
