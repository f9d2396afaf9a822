package io.switchboard.outbound.pacing;

import java.util.Arrays;

/**
 * Says when one campaign dials: the pure kernel, told of everything that happens and at what time, asked at each event and at least once a
 * second. Agents and dials go by numbers of the caller's, from 0 and below what the {@link Settings} say. One thread; allocates nothing.
 *
 * <p><b>The bound is hard</b>: {@link #placed} refuses a dial whose worst case would break the {@link Ledger}, whatever the model
 * thinks. The model decides only how much of what the ledger allows is used:
 * <ul>
 *   <li>each reserved agent who is idle gets a dial of his own;</li>
 *   <li>beyond those, one dial after the other as long as it would find an agent, when answered, but for a chance that the {@link Price} allows. The
 *       moment of its answer is one of {@value #POINTS} equally likely ones of the {@link AnswerCurve}; the chance is the {@link Shortage}
 *       at that moment, of the other dials by how long each has rung, and of the busy agents by how long each has talked or wrapped up
 *       ({@link DurationCurve}), with the time of grace for these.</li>
 * </ul>
 *
 * <p><b>Taken back</b> ({@link #takeBack}) is a dial that has rung long enough, by the rules 15 s, when the bound is broken because an agent
 * failed; when a new one would be worth more and the ledger has room for one only; and when things went so that whoever answers next
 * finds no agent with {@value #RISKY} times the chance that is allowed.
 */
public final class Pacer {
  private static final int POINTS = 4;
  private static final int WRAP_UP_S = 120;
  private static final long LEARN_EVERY_MS = 5_000;
  private static final double RISKY = 2;

  private enum Agent { AWAY, IDLE, TALKING, WRAPPING_UP }

  private final Settings settings;
  private final Ledger ledger;
  private final AnswerCurve answers;
  private final DurationCurve talks;
  private final DurationCurve wrapUps;

  private final Agent[] agents;
  private final long[] sinceMs;
  private int reserved;
  private int busy;

  private final long[] placedMs;
  private final int[] placeOf;
  private final int[] ringing;
  private int rings;
  private int waiting;

  private final int[] ringAges;
  private final int[] talkAges = new int[DurationCurve.BUCKETS];
  private final int[] wrapUpAges = new int[WRAP_UP_S];
  private final int[] pointS = new int[POINTS];
  private final double[] fresh = new double[POINTS];
  private final double[][] talkOver = new double[POINTS][DurationCurve.BUCKETS];
  private final double[][] wrapUpOver = new double[POINTS][WRAP_UP_S];
  private final Shortage[] shortages = new Shortage[POINTS];
  private double aheadS;

  private long closesMs = Long.MIN_VALUE;
  private long secondMs = Long.MIN_VALUE / 2;
  private long learntMs = Long.MIN_VALUE / 2;
  private boolean bound;
  private boolean risky;

  public Pacer(Settings settings, Ledger ledger) {
    this.settings = settings;
    this.ledger = ledger;
    answers = new AnswerCurve(settings.mostRingMs(), settings.answerRate());
    talks = new DurationCurve(settings.talkMs());
    wrapUps = new DurationCurve(settings.wrapUpMs());
    agents = new Agent[settings.agents()];
    Arrays.fill(agents, Agent.AWAY);
    sinceMs = new long[settings.agents()];
    placedMs = new long[settings.dials()];
    placeOf = new int[settings.dials()];
    ringing = new int[settings.dials()];
    ringAges = new int[answers.seconds() + 1];
    Arrays.setAll(shortages, i -> new Shortage());
  }

  /** A day begins; nothing is dialled that may ring, or wait for an agent, when it closes. */
  public void opens(long closesMs) {
    this.closesMs = closesMs;
  }

  /** @throws IllegalStateException a dial is outstanding: it would count in no day */
  public void dayEnds() {
    if (outstanding() > 0) {
      throw new IllegalStateException(outstanding() + " dials are outstanding");
    }
    closesMs = Long.MIN_VALUE;
    ledger.nextDay();
  }

  /** An agent is idle and reserved for this campaign: whoever answers next and has nobody is joined with him. */
  public void ready(int agent, long nowMs) {
    become(agent, Agent.IDLE, nowMs);
  }

  public void wrappingUp(int agent, long nowMs) {
    become(agent, Agent.WRAPPING_UP, nowMs);
  }

  /** He is no longer there for this campaign: asked with {@link #mayRelease} if he was idle, else he failed. */
  public void away(int agent, long nowMs) {
    become(agent, Agent.AWAY, nowMs);
  }

  /** May an agent who is idle take his break, sign out, or take another call? If not, ask again: as soon as dials have ended. */
  public boolean mayRelease() {
    return ledger.mayRelease(outstanding(), reserved);
  }

  private void become(int agent, Agent next, long nowMs) {
    long ageMs = nowMs - sinceMs[agent];
    switch (agents[agent]) {
      case IDLE -> reserved--;
      case TALKING -> {
        busy--;
        talks.ended(ageMs);
        if (next == Agent.IDLE) {
          wrapUps.ended(0);
        }
      }
      case WRAPPING_UP -> {
        busy--;
        wrapUps.ended(ageMs);
      }
      case AWAY -> {}
    }
    switch (next) {
      case IDLE -> reserved++;
      case TALKING, WRAPPING_UP -> busy++;
      case AWAY -> {}
    }
    agents[agent] = next;
    sinceMs[agent] = nowMs;
  }

  /**
   * A number is dialled.
   *
   * @throws IllegalStateException the bound might be broken
   */
  public void placed(int dial, long nowMs) {
    if (!ledger.mayPlace(outstanding(), reserved)) {
      throw new IllegalStateException("with " + outstanding() + " dials outstanding and " + reserved + " agents reserved one more may break the bound");
    }
    placedMs[dial] = nowMs;
    placeOf[dial] = rings;
    ringing[rings++] = dial;
  }

  /** A person answered and was joined with an idle agent at once. */
  public void answered(int dial, int agent, long nowMs) {
    answers.answered(stopped(dial, nowMs));
    talks(agent, nowMs);
  }

  /** A person answered and no agent is idle. */
  public void answeredAndWaits(int dial, long nowMs) {
    answers.answered(stopped(dial, nowMs));
    waiting++;
  }

  /** One who waited was joined with an agent who became ready, in time. */
  public void joined(int agent, long nowMs) {
    waiting--;
    talks(agent, nowMs);
  }

  private void talks(int agent, long nowMs) {
    become(agent, Agent.TALKING, nowMs);
    ledger.joined();
  }

  /** One who waited found no agent in time. */
  public void abandoned() {
    ledger.abandoned(outstanding(), reserved);
    waiting--;
  }

  /** No person answered: busy, wrong, a machine, or it rang as long as it may. */
  public void ended(int dial, long nowMs) {
    answers.ended(stopped(dial, nowMs));
  }

  public void takenBack(int dial, long nowMs) {
    stopped(dial, nowMs);
  }

  private long stopped(int dial, long nowMs) {
    int last = ringing[--rings];
    ringing[placeOf[dial]] = last;
    placeOf[last] = placeOf[dial];
    return nowMs - placedMs[dial];
  }

  private int outstanding() {
    return rings + waiting;
  }

  /** The dial to take back now, or -1. Ask before {@link #decide}, until it is -1. */
  public int takeBack(long nowMs) {
    boolean broken = !ledger.holds(outstanding(), reserved);
    if (!broken && !bound && !risky) {
      return -1;
    }
    int leastS = settings.leastRingMs() / 1_000;
    long leastMs = Math.max(settings.leastRingMs(), broken ? 0 : 1_000L * answers.worthLessFrom(leastS));
    int oldest = -1;
    for (int i = 0; i < rings; i++) {
      int dial = ringing[i];
      if (nowMs - placedMs[dial] >= leastMs && (oldest < 0 || placedMs[dial] < placedMs[oldest])) {
        oldest = dial;
      }
    }
    return oldest;
  }

  /** How many to dial now. The caller may dial fewer. */
  public int decide(long nowMs) {
    if (nowMs >= secondMs + 1_000) {
      second(nowMs);
    }
    bound = false;
    risky = false;
    if (nowMs + settings.mostRingMs() + settings.graceMs() > closesMs) {
      return 0;
    }
    int most = settings.dials() - rings;
    int own = Math.min(most, Math.max(0, reserved - outstanding()));
    return own == most ? own : own + beyond(own, most, nowMs);
  }

  /** Dials beyond those that have an agent of their own. */
  private int beyond(int own, int most, long nowMs) {
    double allowed = allowed(nowMs);
    look(own, nowMs);
    double chance = shortage();
    risky = chance > RISKY * allowed;
    int count = own;
    while (count < most && chance <= allowed) {
      if (!ledger.mayPlace(outstanding() + count, reserved)) {
        bound = true;
        break;
      }
      count++;
      for (int k = 0; k < POINTS; k++) {
        shortages[k].add(fresh[k]);
      }
      chance = shortage();
    }
    return count - own;
  }

  private double allowed(long nowMs) {
    double answersPerS = (busy + reserved) / (talks.meanS() + wrapUps.meanS());
    double wanted = answersPerS * answers.outstandingS() / answers.rate();
    return Price.chance(ledger.limit(), ledger.roomToday(), wanted, answersPerS * (closesMs - nowMs) / 1_000);
  }

  private double shortage() {
    double sum = 0;
    for (Shortage each : shortages) {
      sum += each.chance(reserved - waiting);
    }
    return sum / POINTS;
  }

  /** What is known of dials and agents, the dials that are about to be placed included. */
  private void look(int own, long nowMs) {
    countRings(nowMs);
    countWork(nowMs);
    ringAges[0] += own;
    double error = Math.hypot(answers.error(), talks.error());
    for (int k = 0; k < POINTS; k++) {
      Shortage shortage = shortages[k];
      shortage.clear();
      for (int a = 0; a < ringAges.length; a++) {
        shortage.dials(ringAges[a], answers.within(a, pointS[k]));
      }
      for (int b = 0; b < talkAges.length; b++) {
        shortage.agents(talkAges[b], talkOver[k][b]);
      }
      for (int s = 0; s < WRAP_UP_S; s++) {
        shortage.agents(wrapUpAges[s], wrapUpOver[k][s]);
      }
      shortage.sum(error);
    }
  }

  private void countRings(long nowMs) {
    Arrays.fill(ringAges, 0);
    for (int i = 0; i < rings; i++) {
      ringAges[(int) Math.min(ringAges.length - 1, (nowMs - placedMs[ringing[i]]) / 1_000)]++;
    }
  }

  private void countWork(long nowMs) {
    Arrays.fill(talkAges, 0);
    Arrays.fill(wrapUpAges, 0);
    for (int i = 0; i < agents.length; i++) {
      if (agents[i] == Agent.TALKING) {
        talkAges[DurationCurve.bucket((nowMs - sinceMs[i]) / 1_000.0 + aheadS)]++;
      } else if (agents[i] == Agent.WRAPPING_UP) {
        wrapUpAges[(int) Math.min(WRAP_UP_S - 1, (nowMs - sinceMs[i]) / 1_000)]++;
      }
    }
  }

  private void second(long nowMs) {
    secondMs = nowMs;
    countRings(nowMs);
    for (int a = 0; a < ringAges.length; a++) {
      answers.rang(a, ringAges[a]);
    }
    for (int i = 0; i < agents.length; i++) {
      if (agents[i] == Agent.TALKING) {
        talks.lasted(nowMs - sinceMs[i]);
      } else if (agents[i] == Agent.WRAPPING_UP) {
        wrapUps.lasted(nowMs - sinceMs[i]);
      }
    }
    if (nowMs >= learntMs + LEARN_EVERY_MS) {
      learntMs = nowMs;
      learn();
    }
  }

  private void learn() {
    answers.refresh();
    talks.refresh();
    wrapUps.refresh();
    aheadS = 0;
    for (int k = 0; k < POINTS; k++) {
      pointS[k] = answers.quantile((k + 0.5) / POINTS);
      fresh[k] = answers.within(0, pointS[k]);
      double graceS = pointS[k] + settings.graceMs() / 1_000.0;
      aheadS += graceS / 2 / POINTS;
      double wrapped = wrappedUp(graceS);
      for (int b = 0; b < DurationCurve.BUCKETS; b++) {
        talkOver[k][b] = 1 - Math.exp(-talks.hazard(b) * wrapped);
      }
      for (int s = 0; s < WRAP_UP_S; s++) {
        wrapUpOver[k][s] = wrapUps.within(s + 0.5, graceS);
      }
    }
  }

  /** ∫ P(wrap-up ≤ v) dv from 0 to so many seconds: times the hazard of a talk, its chance to end and be wrapped up by then. */
  private double wrappedUp(double s) {
    int steps = 8;
    double sum = 0;
    for (int i = 0; i < steps; i++) {
      sum += wrapUps.within(0, s * (i + 0.5) / steps);
    }
    return sum * s / steps;
  }

  public Ledger ledger() {
    return ledger;
  }
}
