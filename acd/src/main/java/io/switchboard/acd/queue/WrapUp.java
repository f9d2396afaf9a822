package io.switchboard.acd.queue;

/**
 * After-call work.
 *
 * @param ms how long it lasts, up to 24 h; 0: there is none, {@link #ENDLESS}: until the agent ends it
 * @param extendMs by how much the agent may prolong it each time, up to 3,600,000
 * @param extensions how often, 0 to 20
 */
public record WrapUp(long ms, long extendMs, int extensions) {
  public static final long ENDLESS = -1;
  public static final WrapUp NONE = new WrapUp(0, 0, 0);

  public WrapUp {
    QueueSettings.within("wrapUpMs", ms, ENDLESS, 24 * 3_600_000L);
    QueueSettings.within("extendMs", extendMs, 0, 3_600_000L);
    QueueSettings.within("number of extensions", extensions, 0, 20);
  }

  /** Of this length, and no longer. */
  public static WrapUp fixed(long ms) {
    return new WrapUp(ms, 0, 0);
  }

  public static WrapUp endless() {
    return new WrapUp(ENDLESS, 0, 0);
  }

  public boolean isEndless() {
    return ms == ENDLESS;
  }
}
