package io.switchboard.acd.floor;

/** Calls that wait for one agent, each until its queue's patience with him is over; then it stands in its lane. */
public final class Expected extends InOrder<Visit> implements Alarm.Owner {
  private final Agent agent;
  final Alarm over = new Alarm(this);

  Expected(Agent agent) {
    this.agent = agent;
  }

  public Agent agent() {
    return agent;
  }

  /** When the first of them waits for him no longer, or never. Queues have patience of their own, so all are looked at: there are few. */
  long overMs() {
    long first = Alarms.NEVER;
    for (Visit each = first(); each != null; each = each.next()) {
      first = Math.min(first, each.expectedUntilMs);
    }
    return first;
  }
}
