package io.switchboard.outbound.pacing;

import java.util.Arrays;
import java.util.List;

/**
 * Live answers and those of them who were abandoned, today and over 30 days, and the bound that no dial may break.
 *
 * <p><b>What always holds</b>, for today and for any run of days: {@code abandoned ≤ limit · live}, where abandoned are those who found no
 * agent although every reserved agent did his part.
 *
 * <p><b>Why.</b> Write A for the abandoned, L for the live answers, O for the dials outstanding (ringing, or answered and without an agent
 * yet), F for the agents who are idle and reserved for them. Two things hold after every step:
 * <ol>
 *   <li>A ≤ limit · L;</li>
 *   <li>if O > F, then A + (O − F) ≤ limit · (L + O): all are answered at once, nobody else becomes free, and still the bound holds.</li>
 * </ol>
 * The second need be asked of all O answers only. Of k answers max(0, k − F) find nobody, so the excess e(k) = A + max(0, k − F) − limit · (L + k)
 * falls up to k = F and rises from there on: it is largest at k = 0, which is (1), or at k = O, which is (2).
 * <p>Each step keeps both:
 * <ul>
 *   <li>a dial is placed: only if (2) holds with it, or it has an agent of its own (O + 1 ≤ F);</li>
 *   <li>answered, an agent is idle: O, F go down by one, L up by one; O − F and L + O stay, and limit · L grows;</li>
 *   <li>answered and no agent within the time: then F = 0, O goes down, A and L go up by one. A + O − F and L + O stay, which is (2); and
 *       (2) before gave A + O ≤ limit · (L + O) with O ≥ 1, so A + 1 ≤ limit · (L + 1) − (1 − limit) · (O − 1), which is (1);</li>
 *   <li>not answered, or taken back: O goes down by one, so the left side of (2) by one, the right by less than one, while O > F;</li>
 *   <li>an agent becomes idle: F grows, which only helps;</li>
 *   <li>a reserved agent goes: only if {@link #mayRelease} says so, which is (2) without him.</li>
 * </ul>
 * Who fails without asking (his phone, his power) can break (2). Whoever is abandoned while it is broken is booked apart, as
 * {@link Count#failed}: O goes down, L up, A stays, and so (2) mends. Dials are placed as if those were abandoned too, so the sum of both
 * comes back below the limit.
 *
 * <p>Days add up: from A₁ ≤ limit · L₁ and A₂ ≤ limit · L₂ follows A₁ + A₂ ≤ limit · (L₁ + L₂). The 30 days are asked all the same, for
 * days that were restored, or were under another limit. No dial is outstanding when a day ends, so each counts in one day.
 *
 * <p>All is counted in whole numbers, the limit in millionths: nothing is rounded.
 */
public final class Ledger {
  /** Of the window of 16 CFR 310.4(b)(4)(i) and 47 CFR 64.1200(a)(7), today included. */
  public static final int DAYS = 30;

  private static final long MILLION = 1_000_000;

  /**
   * Of one day, or of a window.
   *
   * @param live answers by a person
   * @param abandoned of them: no agent in time, failed agents apart
   * @param failed of them: no agent in time while one who was reserved had failed
   */
  public record Count(long live, long abandoned, long failed) {
    public static final Count NONE = new Count(0, 0, 0);

    /** @throws IllegalArgumentException when more were abandoned than answered */
    public Count {
      if (abandoned < 0 || failed < 0 || live < abandoned + failed) {
        throw new IllegalArgumentException("of " + live + " live answers " + abandoned + " and " + failed + " cannot have been abandoned");
      }
    }

    /** Of the live answers, all who were abandoned; 0 when nobody answered. */
    public double share() {
      return live == 0 ? 0 : (double) (abandoned + failed) / live;
    }
  }

  private final long limitMillionths;
  private final long[] live = new long[DAYS];
  private final long[] abandoned = new long[DAYS];
  private final long[] failed = new long[DAYS];
  private int today;
  private long liveBefore;
  private long lostBefore;

  /**
   * @param limitMillionths of the live answers, 0 to 500,000
   * @param before the days before today, the latest last; those beyond the window are left out
   * @param soFar of today
   */
  public Ledger(int limitMillionths, List<Count> before, Count soFar) {
    if (limitMillionths < 0 || limitMillionths > MILLION / 2) {
      throw new IllegalArgumentException("the limit is 0 to 500,000 millionths and not " + limitMillionths);
    }
    this.limitMillionths = limitMillionths;
    for (Count day : before) {
      book(day);
      nextDay();
    }
    book(soFar);
  }

  private void book(Count day) {
    live[today] = day.live();
    abandoned[today] = day.abandoned();
    failed[today] = day.failed();
  }

  /** May one more dial be placed? */
  public boolean mayPlace(int outstanding, int reserved) {
    return outstanding < reserved || holds(outstanding + 1, reserved);
  }

  /** May one of the reserved agents go? */
  public boolean mayRelease(int outstanding, int reserved) {
    return outstanding < reserved || holds(outstanding, reserved - 1);
  }

  /** The second of what always holds; broken only while an agent who failed is missing. */
  public boolean holds(int outstanding, int reserved) {
    return outstanding <= reserved || room(outstanding) >= MILLION * (outstanding - reserved);
  }

  /** limit · (L + O) − A, the smaller of today and the window, in millionths. */
  private long room(int outstanding) {
    long ofToday = limitMillionths * (live[today] + outstanding) - MILLION * (abandoned[today] + failed[today]);
    return Math.min(ofToday, ofToday + limitMillionths * liveBefore - MILLION * lostBefore);
  }

  /** An answer was joined with an agent. */
  void joined() {
    live[today]++;
  }

  /** An answer found no agent in time. {@code outstanding} and {@code reserved} are those before it, itself included. */
  void abandoned(int outstanding, int reserved) {
    boolean own = limitMillionths * (live[today] + outstanding) >= MILLION * (abandoned[today] + outstanding - reserved);
    live[today]++;
    if (own) {
      abandoned[today]++;
    } else {
      failed[today]++;
    }
  }

  /** Nothing is outstanding. */
  void nextDay() {
    liveBefore += live[today];
    lostBefore += abandoned[today] + failed[today];
    today = (today + 1) % DAYS;
    liveBefore -= live[today];
    lostBefore -= abandoned[today] + failed[today];
    live[today] = 0;
    abandoned[today] = 0;
    failed[today] = 0;
  }

  public Count today() {
    return new Count(live[today], abandoned[today], failed[today]);
  }

  /** Today and the 29 days before. */
  public Count window() {
    return new Count(Arrays.stream(live).sum(), Arrays.stream(abandoned).sum(), Arrays.stream(failed).sum());
  }

  /** limit · L − A of today: how many could still be abandoned if nothing were outstanding. */
  double roomToday() {
    return (double) room(0) / MILLION;
  }

  double limit() {
    return (double) limitMillionths / MILLION;
  }
}
