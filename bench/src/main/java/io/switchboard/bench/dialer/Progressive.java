package io.switchboard.bench.dialer;

/** A dial for each agent who is ready, at once and never more. */
final class Progressive implements Pacing {
  private final boolean[] ready;
  private int readyAgents;
  private int outstanding;

  Progressive(int agents) {
    ready = new boolean[agents];
  }

  private void become(int agent, boolean idle) {
    readyAgents += (idle ? 1 : 0) - (ready[agent] ? 1 : 0);
    ready[agent] = idle;
  }

  @Override
  public void opens(long nowMs, long closesMs) {}

  @Override
  public void dayEnds() {}

  @Override
  public void ready(int agent, long nowMs) {
    become(agent, true);
  }

  @Override
  public void wrappingUp(int agent, long nowMs) {
    become(agent, false);
  }

  @Override
  public void away(int agent, long nowMs) {
    become(agent, false);
  }

  @Override
  public boolean mayRelease() {
    return outstanding < readyAgents;
  }

  @Override
  public void placed(int dial, long nowMs) {
    outstanding++;
  }

  @Override
  public void answered(int dial, int agent, long nowMs) {
    outstanding--;
    become(agent, false);
  }

  @Override
  public void answeredAndWaits(int dial, long nowMs) {}

  @Override
  public void joined(int agent, long nowMs) {
    outstanding--;
    become(agent, false);
  }

  @Override
  public void abandoned() {
    outstanding--;
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
    return Math.max(0, readyAgents - outstanding);
  }

  @Override
  public int takeBack(long nowMs) {
    return -1;
  }
}
