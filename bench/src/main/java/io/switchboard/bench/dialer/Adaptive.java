package io.switchboard.bench.dialer;

/**
 * The published adaptive rule, as VICIdial's {@code AST_VDadapt.pl} and {@code AST_VDauto_dial.pl} have it: every 15 s the level is multiplied with
 * 1 + (ready − waiting + target) / agents, of which ready and waiting are means over those 15 s, and kept within 1 and the highest; it is
 * halved while the day's share of dropped answers is above 3 %. Every 2.5 s so many are dialled that level × agents dials are outstanding: ready
 * agents, or all who are not away, whose talks then count as outstanding ("available only tally" Y and N).
 */
final class Adaptive implements Pacing {
  /** What an administrator sets. */
  record Parameters(double target, double highest, boolean readyOnly) {}

  private static final double LIMIT = 0.03;
  private static final long LEVEL_EVERY_MS = 15_000;
  private static final long SAMPLE_EVERY_MS = 1_000;
  private static final long DIAL_EVERY_MS = 2_500;

  private final Parameters parameters;
  private final boolean[] ready;
  private final boolean[] here;
  private int readyAgents;
  private int agents;
  private int outstanding;
  private int waiting;
  private long live;
  private long dropped;
  private double level = 1;
  private long levelAtMs;
  private long sampleAtMs;
  private long dialAtMs;
  private double readySum;
  private double waitingSum;
  private int samples;

  Adaptive(int agents, Parameters parameters) {
    this.parameters = parameters;
    ready = new boolean[agents];
    here = new boolean[agents];
  }

  @Override
  public void opens(long nowMs, long closesMs) {
    level = 1;
    live = 0;
    dropped = 0;
    levelAtMs = nowMs + LEVEL_EVERY_MS;
    sampleAtMs = nowMs;
    dialAtMs = nowMs;
  }

  @Override
  public void dayEnds() {}

  private void become(int agent, boolean present, boolean idle) {
    agents += (present ? 1 : 0) - (here[agent] ? 1 : 0);
    readyAgents += (idle ? 1 : 0) - (ready[agent] ? 1 : 0);
    here[agent] = present;
    ready[agent] = idle;
  }

  @Override
  public void ready(int agent, long nowMs) {
    become(agent, true, true);
  }

  @Override
  public void wrappingUp(int agent, long nowMs) {
    become(agent, true, false);
  }

  @Override
  public void away(int agent, long nowMs) {
    become(agent, false, false);
  }

  @Override
  public boolean mayRelease() {
    return true;
  }

  @Override
  public void placed(int dial, long nowMs) {
    outstanding++;
  }

  @Override
  public void answered(int dial, int agent, long nowMs) {
    outstanding--;
    live++;
    become(agent, true, false);
  }

  @Override
  public void answeredAndWaits(int dial, long nowMs) {
    outstanding--;
    waiting++;
  }

  @Override
  public void joined(int agent, long nowMs) {
    waiting--;
    live++;
    become(agent, true, false);
  }

  @Override
  public void abandoned() {
    waiting--;
    live++;
    dropped++;
  }

  @Override
  public void ended(int dial, long nowMs) {
    outstanding--;
  }

  @Override
  public void takenBack(int dial, long nowMs) {
    outstanding--;
  }

  @Override
  public int dials(long nowMs) {
    if (nowMs >= sampleAtMs) {
      sampleAtMs = nowMs + SAMPLE_EVERY_MS;
      sample(nowMs);
    }
    if (nowMs < dialAtMs) {
      return 0;
    }
    dialAtMs = nowMs + DIAL_EVERY_MS;
    double goal = parameters.readyOnly() ? level * readyAgents : level * agents - (agents - readyAgents);
    return (int) Math.max(0, Math.round(goal) - outstanding - waiting);
  }

  private void sample(long nowMs) {
    readySum += readyAgents;
    waitingSum += waiting;
    samples++;
    if (nowMs >= levelAtMs) {
      levelAtMs = nowMs + LEVEL_EVERY_MS;
      if (dropped > LIMIT * live) {
        level = Math.max(1, level / 2);
      } else if (agents > 0) {
        double differential = (readySum - waitingSum) / samples + parameters.target();
        level = Math.min(parameters.highest(), Math.max(1, level * (1 + differential / agents)));
      }
      readySum = 0;
      waitingSum = 0;
      samples = 0;
    }
  }

  @Override
  public int takeBack(long nowMs) {
    return -1;
  }
}
