package io.switchboard.acd.floor;

import io.switchboard.acd.estimate.Promise;
import io.switchboard.acd.queue.VisitState;
import io.switchboard.core.id.CallId;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.talk.TalkState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One call's stay in one queue. After it, it is kept until the call is over, for the numbers of the next visit and the next offer. */
public final class Visit extends InOrder.Entry<Visit> {
  private final Fact.QueueEntered entered;
  private final CallId call;
  private final long enteredMs;
  private final long number;
  private final CallQueue queue;
  VisitState state = VisitState.WAITING;
  int points;
  long placeMs;
  int attempts;
  long nextAnnouncementMs;
  long nextComfortMs;
  boolean causeTold;
  @Nullable Promise told;
  @Nullable Ladder ladder;
  @Nullable Lane lane;
  @Nullable Expected expected;
  long expectedUntilMs;
  boolean offered;
  boolean enrolled;
  /** Mostly none or one; as many as ring at once. */
  List<Offer> offers = List.of();
  Roll.@Nullable Page page;
  int slot;
  boolean callOver;
  boolean talked;
  @Nullable Callback callback;
  @Nullable Dial dial;
  @Nullable Third third;
  TalkState talk = TalkState.OVER;

  Visit(Fact.QueueEntered entered, long number, CallQueue queue, int attempts) {
    this.entered = entered;
    this.call = entered.call();
    this.enteredMs = entered.atMs();
    this.number = number;
    this.queue = queue;
    this.attempts = attempts;
  }

  public CallId call() {
    return call;
  }

  /** The fact by which it began. */
  public Fact.QueueEntered entered() {
    return entered;
  }

  public CallQueue queue() {
    return queue;
  }

  public VisitState state() {
    return state;
  }

  public long enteredMs() {
    return enteredMs;
  }

  /** The callback whose place it is, or null. */
  public @Nullable Callback callback() {
    return callback;
  }

  /** The call that an agent places and whose part it is, or null. */
  public @Nullable Dial dial() {
    return dial;
  }

  /** An agent dials, and nobody has answered. */
  public boolean dialling() {
    return dial != null && !dial.over;
  }

  /** An agent dials, or talks with whom he dialled. */
  public boolean onDial() {
    return dial != null && state != VisitState.LEFT;
  }

  /** It is for one agent alone, and is offered to him or over. */
  public boolean only() {
    return entered.onlyMs() > 0;
  }

  /** No flow listens: an agent handed him on, or was lost. He leaves by no rule of the queue. */
  public boolean flowless() {
    return !entered.why().isEmpty();
  }

  /** His flow goes on where an agent ends the talk. */
  public boolean goesOn() {
    return entered.goesOn();
  }

  /** What his agent does with him. */
  public TalkState talk() {
    return talk;
  }

  /** Whom his agent consults, or with whom he talks outside; null: nobody. */
  public @Nullable Third third() {
    return third;
  }

  /** Nobody is on the line: it is the place of a customer who is to be called back. */
  public boolean absent() {
    return callback != null && !callback.reached;
  }

  /** It is not looked at by anybody who becomes free: a customer who is not to be dialled yet. */
  public boolean resting() {
    return absent() && state == VisitState.WAITING && lane == null && expected == null;
  }

  /** From when its wait counts in the order of calls and for the relaxing of skills: its entry, or that to an earlier queue. */
  public long sinceMs() {
    return entered.sinceMs();
  }

  /** Its points in the order of calls: its own priority, its queue's and its customer's. */
  public int points() {
    return points;
  }

  /** The agent whom it waits for, before anybody else may have it; null: anybody may. */
  public @Nullable Agent expectedAgent() {
    return expected == null ? null : expected.agent();
  }

  /** Its place in the order: when it is due, milliseconds since the epoch. */
  public long placeMs() {
    return placeMs;
  }

  /** Arrivals in their order, counted over all queues. */
  public long number() {
    return number;
  }

  /** It ended in a talk: its wait is over, and no later visit brings it along. */
  public boolean talked() {
    return talked;
  }

  /** How many offers were made for this call, also in earlier visits. */
  public int attempts() {
    return attempts;
  }

  /** What is dialled, rings or is talked over: one talk, or as many unanswered as ring at once. */
  public List<Offer> offers() {
    return offers;
  }

  void add(Offer made) {
    if (offers.isEmpty()) {
      offers = List.of(made);
    } else {
      offers = new ArrayList<>(offers);
      offers.add(made);
    }
  }

  void remove(Offer over) {
    offers = offers.size() == 1 ? List.of() : offers.stream().filter(o -> o != over).toList();
  }

  /** Until when it waits for that agent alone, milliseconds since the epoch. */
  public long expectedUntilMs() {
    return expectedUntilMs;
  }

  /** What he was told of his wait last; null: nothing yet. */
  public @Nullable Promise told() {
    return told;
  }

  /** Whether he is still to hear why he waits; asked once. */
  public boolean tellCause() {
    boolean first = !causeTold;
    causeTold = true;
    return first;
  }

  /** Skill → least level, as it asks for now; while it waits for one agent alone, nothing. */
  public Map<String, Integer> asksFor() {
    return lane == null ? Map.of() : lane.requirement().levels();
  }

  /** How many relaxations of its skills have come into force, while it waits. */
  public int step() {
    return lane == null ? 0 : lane.step();
  }

  /** Waits, or rings and would come back to its place. */
  public boolean inQueue() {
    return dial == null && (state == VisitState.WAITING || state == VisitState.OFFERED);
  }

  @Override
  Visit self() {
    return this;
  }

  /** The one fair order across queues. */
  @Override
  public boolean precedes(Visit other) {
    return placeMs != other.placeMs ? placeMs < other.placeMs : number < other.number;
  }
}
