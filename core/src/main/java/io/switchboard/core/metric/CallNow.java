package io.switchboard.core.metric;

import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.OfferId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.interaction.Attaching;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.metric.Snapshot.AtHand;
import io.switchboard.core.metric.Snapshot.LiveCall;
import io.switchboard.core.metric.Snapshot.Stage;
import io.switchboard.core.metric.ToldCounts.Told;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An interaction that is not closed: where the caller is, and talks whose wrap-up has not ended. */
final class CallNow {
  /** As an agent is chosen for them: by when they are due, then as they came. */
  static final Comparator<CallNow> PLACE = Comparator.<CallNow>comparingLong(call -> call.dueMs).thenComparingLong(call -> call.number);

  /** A talk that ended, to be booked with its wrap-up. {@code dialled}: the agent called, so it is no call of the queue. */
  record Talk(QueueId queue, AgentId agent, long talkMs, boolean dialled) {}

  private final CallId id;
  private final long arrivedMs;
  private final String called;
  private final String caller;
  private final String callerName;
  private Stage stage = Stage.IN_FLOW;
  private long sinceMs;
  private long dueMs;
  private long number;
  private long dialFromMs = Long.MAX_VALUE;
  private boolean returned;
  private @Nullable AgentId handedOnBy;
  private @Nullable QueueId queue;
  private @Nullable AgentId agent;
  private final List<Told> told = new ArrayList<>(0);
  private boolean onTheLine = true;
  private int phonesRinging;
  private final boolean callback;
  private boolean dialled;
  private boolean reached;
  private final Map<OfferId, Talk> talks = new HashMap<>(2);
  private final Attaching attached;

  CallNow(Fact.CallArrived fact) {
    this.id = fact.call();
    this.arrivedMs = fact.atMs();
    this.sinceMs = fact.atMs();
    this.called = fact.called();
    this.caller = fact.caller();
    this.callerName = fact.callerName();
    this.callback = false;
    this.attached = new Attaching();
    attached.apply(fact);
  }

  /** {@code attached}: what the call brought along in which he asked for it; none where that is over. */
  CallNow(Fact.CallbackBooked fact, Attaching attached) {
    this.id = fact.call();
    this.arrivedMs = fact.atMs();
    this.sinceMs = fact.atMs();
    this.called = "";
    this.caller = fact.number();
    this.callerName = fact.callerName();
    this.callback = true;
    this.attached = attached;
    attached.apply(fact);
  }

  /** An agent dials him. */
  CallNow(Fact.Dial.DialBegun fact) {
    this.id = fact.call();
    this.arrivedMs = fact.atMs();
    this.sinceMs = fact.atMs();
    this.called = "";
    this.caller = fact.number();
    this.callerName = "";
    this.callback = true;
    this.dialled = true;
    this.stage = Stage.DIALLING;
    this.queue = fact.queue();
    this.agent = fact.agent();
    this.attached = new Attaching();
    attached.apply(fact);
  }

  /** An agent dialled him, and nobody has answered for him since he was handed on. */
  boolean dialled() {
    return dialled;
  }

  Attaching attached() {
    return attached;
  }

  /** We call him. */
  boolean callback() {
    return callback;
  }

  /** We have not reached him yet. */
  boolean absent() {
    return callback && !reached;
  }

  void reached(long atMs) {
    reached = true;
    sinceMs = atMs;
    stage = phonesRinging > 0 ? Stage.RINGING : Stage.WAITING;
  }

  /** {@code nth} of those who entered a queue. */
  void waits(Fact.QueueEntered fact, long nth) {
    returned = fact.why().equals(Fact.QueueEntered.RETURNED);
    handedOnBy = null;
    dialled = false; // he waits like any other now
    stage = absent() ? Stage.CALLBACK : Stage.WAITING;
    sinceMs = fact.atMs();
    dueMs = fact.dueMs();
    number = nth;
    queue = fact.queue();
  }

  /** He is not to be dialled before. */
  void rests(long untilMs) {
    dialFromMs = untilMs;
  }

  /** Whether he counts for the positions of those behind him: he waits, or may be called back. */
  boolean placed(long nowMs) {
    return waiting() || onTheLine && absent() && stage == Stage.CALLBACK && dialFromMs <= nowMs;
  }

  void told(Told range) {
    told.add(range);
  }

  /** What he was told since he entered the queue; once. */
  List<Told> takeTold() {
    List<Told> all = List.copyOf(told);
    told.clear();
    return all;
  }

  void rings(AgentId who) {
    stage = absent() ? Stage.CALLBACK : Stage.RINGING;
    agent = who;
    phonesRinging++;
  }

  /** One phone rings no more; perhaps others do. */
  void waitsOn() {
    phonesRinging--;
    if (phonesRinging <= 0) {
      stage = stage == Stage.RINGING ? Stage.WAITING : stage;
      agent = null;
    }
  }

  void talks(QueueId from, AgentId who, long atMs) {
    reached = true;
    stage = Stage.TALKING;
    phonesRinging = 0;
    sinceMs = atMs;
    queue = from;
    agent = who;
  }

  /** He waits or talks again since his agent was lost. */
  boolean returned() {
    return returned;
  }

  /** This agent has handed him on to somebody: the end of that talk is not the end of his. */
  boolean handedOn(AgentId by) {
    return by.equals(handedOnBy);
  }

  /** {@code to} null: a number outside. */
  void handedOn(AgentId by, @Nullable AgentId to, long atMs) {
    handedOnBy = by;
    stage = to == null ? Stage.TRANSFERRED : Stage.TALKING;
    agent = to;
    sinceMs = atMs;
  }

  void transferred(long atMs) {
    stage = Stage.TRANSFERRED;
    sinceMs = atMs;
    queue = null;
    agent = null;
  }

  void backInFlow(long atMs) {
    stage = Stage.IN_FLOW;
    sinceMs = atMs;
    queue = null;
    agent = null;
  }

  void gone() {
    onTheLine = false;
  }

  Map<OfferId, Talk> talksToBook() {
    return talks;
  }

  boolean onTheLine() {
    return onTheLine;
  }

  boolean waiting() {
    return onTheLine && (stage == Stage.WAITING || stage == Stage.RINGING);
  }

  boolean is(Stage which) {
    return onTheLine && stage == which;
  }

  @Nullable QueueId queue() {
    return queue;
  }

  long sinceMs() {
    return sinceMs;
  }

  LiveCall snapshot(int position) {
    return new LiveCall(
        id, stage, queue, agent, sinceMs, arrivedMs, called, caller, callerName, position, attached.data());
  }

  /** As this agent has it before him, whom it rings, who talks with it or wraps it up. */
  AtHand atHand(AgentId who) {
    QueueId from = talks.values().stream().filter(talk -> talk.agent().equals(who)).map(Talk::queue).findFirst().orElse(queue);
    return new AtHand(id, from, arrivedMs, called, caller, callerName, attached.data());
  }
}
