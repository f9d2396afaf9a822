package io.switchboard.acd.floor;

import io.switchboard.core.journal.Fact;

/** A customer who is to be called back, at the place of his visit. Its alarm wakes it when it may be dialled, and when its window is over. */
public final class Callback implements Alarm.Owner {
  /** Why he is not dialled before: somebody promised him this time. */
  public static final String PROMISED = "promised";

  private final Fact.CallbackBooked booked;
  private final Visit visit;
  final Alarm alarm = new Alarm(this);
  long dueMs = Alarms.NEVER;
  int tries;
  boolean reached;
  long promisedMs;

  Callback(Fact.CallbackBooked booked, Visit visit) {
    this.booked = booked;
    this.visit = visit;
  }

  /** The fact by which it began. */
  public Fact.CallbackBooked booked() {
    return booked;
  }

  public Visit visit() {
    return visit;
  }

  /** Not dialled before this; {@link Alarms#NEVER} while the customer is still on the line on which he asked. */
  public long dueMs() {
    return dueMs;
  }

  /** From when on his window counts: he was booked, or was promised this time. */
  public long windowFromMs() {
    return Math.max(booked.atMs(), promisedMs);
  }

  /** How often he was dialled in vain. */
  public int tries() {
    return tries;
  }

  /** He answered and is on the line. */
  public boolean reached() {
    return reached;
  }
}
