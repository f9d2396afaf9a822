package io.switchboard.ivr.run;

import static io.switchboard.ivr.run.RunState.ASKING;
import static io.switchboard.ivr.run.RunState.BOOKING;
import static io.switchboard.ivr.run.RunState.CONNECTED;
import static io.switchboard.ivr.run.RunState.ENDED;
import static io.switchboard.ivr.run.RunState.GREETING;
import static io.switchboard.ivr.run.RunState.KEEPING;
import static io.switchboard.ivr.run.RunState.LISTENING;
import static io.switchboard.ivr.run.RunState.LOOKING_UP;
import static io.switchboard.ivr.run.RunState.NEW;
import static io.switchboard.ivr.run.RunState.QUEUED;
import static io.switchboard.ivr.run.RunState.RECORDING;
import static io.switchboard.ivr.run.RunState.SPEAKING;
import static io.switchboard.ivr.run.RunState.STEPPING;
import static io.switchboard.ivr.run.RunState.TAKING;
import static io.switchboard.ivr.run.RunState.TRANSFERRED;
import static io.switchboard.ivr.run.RunState.TRANSFERRING;
import static io.switchboard.ivr.run.RunState.WEIGHING;
import static io.switchboard.ivr.run.RunTrigger.ASKS;
import static io.switchboard.ivr.run.RunTrigger.BOOKS;
import static io.switchboard.ivr.run.RunTrigger.CALLBACK_BOOKED;
import static io.switchboard.ivr.run.RunTrigger.CALLBACK_REFUSED;
import static io.switchboard.ivr.run.RunTrigger.CALLER_GONE;
import static io.switchboard.ivr.run.RunTrigger.ENDS;
import static io.switchboard.ivr.run.RunTrigger.GAVE_UP;
import static io.switchboard.ivr.run.RunTrigger.GREETS;
import static io.switchboard.ivr.run.RunTrigger.KEPT;
import static io.switchboard.ivr.run.RunTrigger.KEY_CUTS;
import static io.switchboard.ivr.run.RunTrigger.KEY_FITS;
import static io.switchboard.ivr.run.RunTrigger.KEY_KEPT;
import static io.switchboard.ivr.run.RunTrigger.KEY_LEAVES;
import static io.switchboard.ivr.run.RunTrigger.KEY_TAKEN;
import static io.switchboard.ivr.run.RunTrigger.KEY_WRONG;
import static io.switchboard.ivr.run.RunTrigger.LEFT_QUEUE;
import static io.switchboard.ivr.run.RunTrigger.LOOKED_UP;
import static io.switchboard.ivr.run.RunTrigger.LOOKS;
import static io.switchboard.ivr.run.RunTrigger.PASSES;
import static io.switchboard.ivr.run.RunTrigger.PLAYS;
import static io.switchboard.ivr.run.RunTrigger.PLAY_ENDED;
import static io.switchboard.ivr.run.RunTrigger.QUEUES;
import static io.switchboard.ivr.run.RunTrigger.QUEUE_TOLD;
import static io.switchboard.ivr.run.RunTrigger.READ_BACK;
import static io.switchboard.ivr.run.RunTrigger.RECORDED;
import static io.switchboard.ivr.run.RunTrigger.REFUSED;
import static io.switchboard.ivr.run.RunTrigger.RESUMED;
import static io.switchboard.ivr.run.RunTrigger.SPOKEN;
import static io.switchboard.ivr.run.RunTrigger.STALE;
import static io.switchboard.ivr.run.RunTrigger.STARTED;
import static io.switchboard.ivr.run.RunTrigger.TALKS;
import static io.switchboard.ivr.run.RunTrigger.TALK_OVER;
import static io.switchboard.ivr.run.RunTrigger.TIMED_OUT;
import static io.switchboard.ivr.run.RunTrigger.TRANSFERS;
import static io.switchboard.ivr.run.RunTrigger.TRANSFER_OVER;
import static io.switchboard.ivr.run.RunTrigger.TRANSFER_TALKS;
import static io.switchboard.ivr.run.RunTrigger.WEIGHS;

import io.switchboard.core.state.TransitionTable;

/** The transition table of a run; its diagram is docs/states/flow-run.md. */
public final class RunTable {
  private static final RunTrigger[] ENTRIES = {PASSES, PLAYS, ASKS, QUEUES, WEIGHS, LOOKS, BOOKS, TRANSFERS, GREETS, ENDS};
  private static final RunTrigger[] ANSWERED = {CALLBACK_BOOKED, CALLBACK_REFUSED, QUEUE_TOLD, LOOKED_UP};
  private static final RunTrigger[] ANSWERS = {KEY_FITS, KEY_TAKEN, READ_BACK, KEY_WRONG, GAVE_UP};

  private static final RunTrigger[] ERRANDS = {TRANSFER_TALKS, TRANSFER_OVER, RECORDED, SPOKEN, KEPT};

  public static final TransitionTable<RunState, RunTrigger> TABLE = table();

  private RunTable() {}

  private static TransitionTable<RunState, RunTrigger> table() {
    var rows = TransitionTable.of(RunState.class, RunTrigger.class, NEW);
    notStarted(rows);
    stepping(rows);
    inMenusAndPrompts(rows);
    withTheQueue(rows);
    onErrands(rows);
    inquiring(rows);
    ended(rows);
    return rows.build();
  }

  private static void notStarted(TransitionTable.Builder<RunState, RunTrigger> rows) {
    rows.on(NEW, STARTED, STEPPING)
        .on(NEW, RESUMED, STEPPING)
        .on(NEW, KEY_KEPT, NEW)
        .on(NEW, TALKS, CONNECTED)
        .on(NEW, CALLER_GONE, ENDED)
        .ignore("nothing has begun", NEW, PLAY_ENDED, REFUSED, LEFT_QUEUE, STALE)
        .reject("no step was entered", NEW, ENTRIES)
        .reject("nothing is asked", NEW, ANSWERS)
        .reject("is in no queue", NEW, KEY_LEAVES)
        .reject("nobody listens", NEW, TIMED_OUT);
  }

  private static void stepping(TransitionTable.Builder<RunState, RunTrigger> rows) {
    rows.on(STEPPING, PASSES, STEPPING)
        .on(STEPPING, PLAYS, SPEAKING)
        .on(STEPPING, ASKS, ASKING)
        .on(STEPPING, QUEUES, QUEUED)
        .on(STEPPING, ENDS, ENDED)
        .reject("lasts no time, nothing can happen in it", STEPPING, STARTED, RESUMED, KEY_KEPT, PLAY_ENDED, TIMED_OUT, REFUSED,
            LEFT_QUEUE, TALKS, CALLER_GONE, STALE)
        .reject("is in no queue", STEPPING, KEY_LEAVES)
        .reject("nothing is asked", STEPPING, ANSWERS);
  }

  private static void inMenusAndPrompts(TransitionTable.Builder<RunState, RunTrigger> rows) {
    for (RunState state : new RunState[] {SPEAKING, ASKING, LISTENING, TAKING}) {
      rows.on(state, RESUMED, STEPPING)
          .on(state, TALKS, CONNECTED) // a talk goes before all that a flow could say
          .on(state, CALLER_GONE, ENDED)
          .ignore("it runs already", state, STARTED)
          .ignore("the flow has gone on", state, REFUSED, LEFT_QUEUE, STALE)
          .reject("is in no queue", state, KEY_LEAVES)
          .reject("the last step has not ended", state, ENTRIES);
    }
    rows.on(SPEAKING, KEY_KEPT, STEPPING)
        .on(SPEAKING, PLAY_ENDED, STEPPING)
        .reject("nothing is asked", SPEAKING, ANSWERS)
        .reject("nobody listens", SPEAKING, TIMED_OUT);
    rows.on(ASKING, PLAY_ENDED, LISTENING)
        .reject("nobody listens", ASKING, TIMED_OUT);
    rows.on(LISTENING, TIMED_OUT, ASKING)
        .reject("nothing plays", LISTENING, PLAY_ENDED);
    rows.on(TAKING, TIMED_OUT, ASKING)
        .on(TAKING, READ_BACK, ASKING)
        .reject("nothing plays", TAKING, PLAY_ENDED)
        .reject("no entry has begun", ASKING, READ_BACK)
        .reject("no entry has begun", LISTENING, READ_BACK);
    for (RunState state : new RunState[] {ASKING, LISTENING, TAKING}) {
      rows.on(state, KEY_FITS, STEPPING)
          .on(state, KEY_TAKEN, TAKING)
          .on(state, KEY_WRONG, ASKING)
          .on(state, GAVE_UP, STEPPING)
          .reject("a question takes every key", state, KEY_KEPT);
    }
  }

  private static void withTheQueue(TransitionTable.Builder<RunState, RunTrigger> rows) {
    rows.on(QUEUED, REFUSED, STEPPING)
        .on(QUEUED, TALKS, CONNECTED)
        .on(QUEUED, KEY_KEPT, QUEUED)
        .on(QUEUED, KEY_LEAVES, QUEUED)
        .reject("is in no queue", CONNECTED, KEY_LEAVES)
        .ignore("the queue waits on", QUEUED, RESUMED)
        .on(CONNECTED, TALKS, CONNECTED)
        .on(CONNECTED, TALK_OVER, STEPPING)
        .reject("lasts no time, nothing can happen in it", STEPPING, TALK_OVER)
        .ignore("keys of a talk are not ours", CONNECTED, KEY_KEPT)
        .ignore("the talk goes on", CONNECTED, RESUMED, REFUSED);
    for (RunState state : RunState.values()) {
      if (state != CONNECTED && state != STEPPING) {
        rows.ignore("the flow has gone on", state, TALK_OVER);
      }
    }
    for (RunState state : new RunState[] {QUEUED, CONNECTED}) {
      rows.on(state, LEFT_QUEUE, STEPPING)
          .on(state, CALLER_GONE, ENDED)
          .ignore("it runs already", state, STARTED)
          .ignore("the flow has gone on", state, STALE)
          .reject("the last step has not ended", state, ENTRIES)
          .reject("nothing is asked", state, ANSWERS)
          .reject("nothing plays, nobody listens", state, PLAY_ENDED, TIMED_OUT);
    }
  }

  private static void onErrands(TransitionTable.Builder<RunState, RunTrigger> rows) {
    rows.on(STEPPING, TRANSFERS, TRANSFERRING)
        .on(STEPPING, GREETS, GREETING)
        .on(TRANSFERRING, TRANSFER_TALKS, TRANSFERRED)
        .on(TRANSFERRING, KEY_KEPT, TRANSFERRING)
        .on(GREETING, KEY_CUTS, RECORDING)
        .on(GREETING, PLAY_ENDED, RECORDING)
        .on(RECORDING, RECORDED, STEPPING)
        .on(RECORDING, SPOKEN, KEEPING)
        .on(KEEPING, KEPT, STEPPING)
        .on(KEEPING, KEY_KEPT, KEEPING)
        .ignore("it is heard of already", KEEPING, SPOKEN, RECORDED, TRANSFER_TALKS, TRANSFER_OVER)
        .ignore("he speaks still", RECORDING, KEPT)
        .ignore("they talk already", TRANSFERRED, TRANSFER_TALKS)
        .ignore("keys of a talk are not ours", TRANSFERRED, KEY_KEPT)
        .ignore("keys of a message are its own", RECORDING, KEY_KEPT)
        .ignore("he records", RECORDING, TRANSFER_TALKS, TRANSFER_OVER)
        .ignore("nothing has begun", GREETING, ERRANDS)
        .reject("a key cuts the prompts", GREETING, KEY_KEPT);
    for (RunState state : new RunState[] {TRANSFERRING, TRANSFERRED}) {
      rows.on(state, TRANSFER_OVER, STEPPING)
          .ignore("nothing is recorded", state, RECORDED, SPOKEN, KEPT);
    }
    for (RunState state : new RunState[] {TRANSFERRING, TRANSFERRED, GREETING, RECORDING, KEEPING}) {
      rows.on(state, RESUMED, STEPPING)
          .on(state, TALKS, CONNECTED) // a talk goes before all that a flow could do
          .on(state, CALLER_GONE, ENDED)
          .ignore("it runs already", state, STARTED)
          .ignore("the flow has gone on", state, REFUSED, LEFT_QUEUE, STALE)
          .reject("is in no queue", state, KEY_LEAVES)
          .reject("nothing is asked", state, ANSWERS)
          .reject("nobody listens", state, TIMED_OUT)
          .reject("the last step has not ended", state, ENTRIES);
    }
    for (RunState state : new RunState[] {TRANSFERRING, TRANSFERRED, RECORDING, KEEPING}) {
      rows.reject("nothing plays", state, PLAY_ENDED, KEY_CUTS);
    }
    for (RunState state : new RunState[] {NEW, SPEAKING, ASKING, LISTENING, TAKING, QUEUED, CONNECTED, ENDED}) {
      rows.ignore("the flow has gone on", state, ERRANDS)
          .reject("no message is greeted", state, KEY_CUTS);
    }
    rows.reject("lasts no time, nothing can happen in it", STEPPING, ERRANDS)
        .reject("no message is greeted", STEPPING, KEY_CUTS);
  }

  /** Somebody was asked who answers at once, or within a limit: the queue, a data source. */
  private static void inquiring(TransitionTable.Builder<RunState, RunTrigger> rows) {
    rows.on(STEPPING, BOOKS, BOOKING)
        .on(STEPPING, WEIGHS, WEIGHING)
        .on(STEPPING, LOOKS, LOOKING_UP)
        .on(BOOKING, CALLBACK_BOOKED, STEPPING)
        .on(BOOKING, CALLBACK_REFUSED, STEPPING)
        .on(WEIGHING, QUEUE_TOLD, STEPPING)
        .on(LOOKING_UP, LOOKED_UP, STEPPING)
        .ignore("the flow has gone on", BOOKING, QUEUE_TOLD, LOOKED_UP)
        .ignore("the flow has gone on", WEIGHING, CALLBACK_BOOKED, CALLBACK_REFUSED, LOOKED_UP)
        .ignore("the flow has gone on", LOOKING_UP, CALLBACK_BOOKED, CALLBACK_REFUSED, QUEUE_TOLD)
        .reject("lasts no time, nothing can happen in it", STEPPING, ANSWERED);
    for (RunState state : new RunState[] {BOOKING, WEIGHING, LOOKING_UP}) {
      rows.on(state, KEY_KEPT, state)
          .on(state, RESUMED, STEPPING)
          .on(state, TALKS, CONNECTED) // a talk goes before all that a flow could do
          .on(state, CALLER_GONE, ENDED)
          .ignore("it runs already", state, STARTED)
          .ignore("the flow has gone on", state, REFUSED, LEFT_QUEUE, STALE)
          .ignore("the flow has gone on", state, ERRANDS)
          .reject("is in no queue", state, KEY_LEAVES)
          .reject("nothing is asked", state, ANSWERS)
          .reject("nothing plays, nobody listens", state, PLAY_ENDED, TIMED_OUT, KEY_CUTS)
          .reject("the last step has not ended", state, ENTRIES);
    }
    for (RunState state : RunState.values()) {
      if (state != BOOKING && state != WEIGHING && state != LOOKING_UP && state != STEPPING) {
        rows.ignore("the flow has gone on", state, ANSWERED);
      }
    }
  }

  private static void ended(TransitionTable.Builder<RunState, RunTrigger> rows) {
    rows.ignore("it is over", ENDED, STARTED, RESUMED, KEY_KEPT, PLAY_ENDED, REFUSED, LEFT_QUEUE, TALKS, CALLER_GONE, STALE)
        .reject("the last step was the end", ENDED, ENTRIES)
        .reject("is in no queue", ENDED, KEY_LEAVES)
        .reject("nothing is asked", ENDED, ANSWERS)
        .reject("nobody listens", ENDED, TIMED_OUT);
  }
}
