package io.switchboard.acd.floor;

import io.switchboard.core.id.OfferId;
import io.switchboard.core.line.Phone;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A phone as the line knows it, and whose it is. */
public final class Handset implements Alarm.Owner {
  private final Phone phone;
  final List<Agent> agents = new ArrayList<>(1);
  final Alarm retry = new Alarm(this);
  boolean reachable = true;
  boolean fit = true;
  boolean listening;
  long pageGoneMs;
  @Nullable OfferId setAside;
  boolean page;

  Handset(Phone phone) {
    this.phone = phone;
  }

  public Phone phone() {
    return phone;
  }

  public boolean reachable() {
    return reachable;
  }

  /** It is a page, as far as we have heard. */
  public boolean page() {
    return page;
  }

  /** Since when the page that it is has been gone; 0: it is here, or no page. */
  public long pageGoneMs() {
    return pageGoneMs;
  }

  /** The talk whose caller was set aside because the page is gone; null where his agent had done so himself. */
  public @Nullable OfferId setAside() {
    return setAside;
  }

  /** Its agent could hear a caller and be heard, as far as we know. */
  public boolean fit() {
    return fit;
  }

  /** A supervisor hears a talk on it. */
  public boolean listening() {
    return listening;
  }

  /** Left alone for a while, since it could not be rung. */
  public boolean resting() {
    return retry.set();
  }

  public List<Agent> agents() {
    return agents;
  }
}
