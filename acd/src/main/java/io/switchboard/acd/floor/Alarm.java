package io.switchboard.acd.floor;

/** A wake-up of one owner; set, moved and called off through {@link Alarms}. */
public final class Alarm {
  /** What can be woken. */
  public sealed interface Owner
      permits Agent, Handset, Lane, CallQueue, Comforts, Expected, Patience, OverflowWatch, Callback, Breaks {}

  private final Owner owner;
  int at = -1;

  Alarm(Owner owner) {
    this.owner = owner;
  }

  public Owner owner() {
    return owner;
  }

  public boolean set() {
    return at >= 0;
  }
}
