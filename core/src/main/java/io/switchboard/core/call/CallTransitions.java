package io.switchboard.core.call;

import static io.switchboard.core.call.CallState.CALLBACK;
import static io.switchboard.core.call.CallState.CLOSED;
import static io.switchboard.core.call.CallState.ENDING;
import static io.switchboard.core.call.CallState.IN_FLOW;
import static io.switchboard.core.call.CallState.LEAVING;
import static io.switchboard.core.call.CallState.PARTED;
import static io.switchboard.core.call.CallState.PARTED_DONE;
import static io.switchboard.core.call.CallState.RELEASING;
import static io.switchboard.core.call.CallState.TALKING;
import static io.switchboard.core.call.CallState.TRANSFERRED;
import static io.switchboard.core.call.CallState.TRANSFERRING;
import static io.switchboard.core.call.CallState.WAITING;
import static io.switchboard.core.call.CallState.WRAP_UP;
import static io.switchboard.core.call.CallTrigger.CALLBACK_BEGUN;
import static io.switchboard.core.call.CallTrigger.CALLER_GONE;
import static io.switchboard.core.call.CallTrigger.CALLER_GONE_AT_WORK;
import static io.switchboard.core.call.CallTrigger.CONNECTED;
import static io.switchboard.core.call.CallTrigger.FLOW_ENDED;
import static io.switchboard.core.call.CallTrigger.HANDED_BACK;
import static io.switchboard.core.call.CallTrigger.HANDED_ON;
import static io.switchboard.core.call.CallTrigger.LEFT_QUEUE;
import static io.switchboard.core.call.CallTrigger.LEFT_QUEUE_AT_WORK;
import static io.switchboard.core.call.CallTrigger.QUEUED;
import static io.switchboard.core.call.CallTrigger.TALK_ENDED;
import static io.switchboard.core.call.CallTrigger.TALK_ENDED_DONE;
import static io.switchboard.core.call.CallTrigger.TALK_ENDED_GOES_ON;
import static io.switchboard.core.call.CallTrigger.TRANSFER_OVER;
import static io.switchboard.core.call.CallTrigger.TRANSFER_STARTED;
import static io.switchboard.core.call.CallTrigger.TRANSFER_TALKS;
import static io.switchboard.core.call.CallTrigger.WRAPPED_UP;

import io.switchboard.core.state.TransitionTable;

/** The life of a call. Signals of other stages may come late or twice, which most of the ignored rows are about. */
public final class CallTransitions {
  private static final String LATE = "said late or twice by another stage";
  private static final String NO_TALK = "no talk is known; the journal of the ACD has it";
  private static final String AWAITED = "the ACD follows a callback until it is over";
  private static final String OWN = "a callback is an interaction of its own";
  private static final String GONE = "the caller is gone already";
  private static final String OVER = "the interaction is closed";
  private static final String NO_WORK = "what an agent still wraps up does not matter here";
  private static final String NOT_TALKING = "only after a talk does a flow go on";
  private static final String TALKS = "he talks with an agent, which outranks queue and flow";

  public static final TransitionTable<CallState, CallTrigger> TABLE =
      afterTalks(TransitionTable.of(CallState.class, CallTrigger.class, IN_FLOW)
          .on(IN_FLOW, QUEUED, WAITING)
          .on(IN_FLOW, CONNECTED, TALKING)
          .on(IN_FLOW, CALLER_GONE, CLOSED)
          .on(IN_FLOW, FLOW_ENDED, ENDING)
          .ignore(LATE, IN_FLOW, LEFT_QUEUE)
          .ignore(NO_TALK, IN_FLOW, TALK_ENDED, TALK_ENDED_DONE, WRAPPED_UP)

          .on(IN_FLOW, TRANSFER_STARTED, TRANSFERRING)
          .ignore(LATE, IN_FLOW, TRANSFER_TALKS, TRANSFER_OVER)

          .on(TRANSFERRING, TRANSFER_STARTED, TRANSFERRING) // again, after a restart
          .on(TRANSFERRING, TRANSFER_TALKS, TRANSFERRED)
          .on(TRANSFERRING, TRANSFER_OVER, IN_FLOW)
          .on(TRANSFERRING, QUEUED, WAITING)
          .on(TRANSFERRING, CONNECTED, TALKING)
          .on(TRANSFERRING, CALLER_GONE, CLOSED)
          .on(TRANSFERRING, FLOW_ENDED, ENDING)
          .ignore(LATE, TRANSFERRING, LEFT_QUEUE)
          .ignore(NO_TALK, TRANSFERRING, TALK_ENDED, TALK_ENDED_DONE, WRAPPED_UP)

          .on(TRANSFERRED, TRANSFER_STARTED, TRANSFERRING)
          .on(TRANSFERRED, TRANSFER_OVER, IN_FLOW)
          .on(TRANSFERRED, QUEUED, WAITING)
          .on(TRANSFERRED, CONNECTED, TALKING)
          .on(TRANSFERRED, CALLER_GONE, CLOSED)
          .on(TRANSFERRED, FLOW_ENDED, ENDING)
          .ignore(LATE, TRANSFERRED, LEFT_QUEUE, TRANSFER_TALKS)
          .ignore(NO_TALK, TRANSFERRED, TALK_ENDED, TALK_ENDED_DONE, WRAPPED_UP)

          .ignore(LATE, ENDING, TRANSFER_STARTED, TRANSFER_TALKS, TRANSFER_OVER)
          .ignore(LATE, WAITING, TRANSFER_STARTED, TRANSFER_TALKS, TRANSFER_OVER)
          .ignore(GONE, LEAVING, TRANSFER_STARTED, TRANSFER_TALKS, TRANSFER_OVER)
          .ignore(TALKS, TALKING, TRANSFER_STARTED, TRANSFER_TALKS, TRANSFER_OVER)
          .ignore(GONE, RELEASING, TRANSFER_STARTED, TRANSFER_TALKS, TRANSFER_OVER)
          .ignore(LATE, PARTED, TRANSFER_STARTED, TRANSFER_TALKS, TRANSFER_OVER)
          .ignore(LATE, PARTED_DONE, TRANSFER_STARTED, TRANSFER_TALKS, TRANSFER_OVER)
          .ignore(GONE, WRAP_UP, TRANSFER_STARTED, TRANSFER_TALKS, TRANSFER_OVER)

          .on(ENDING, CALLER_GONE, CLOSED)
          .ignore(LATE, ENDING, QUEUED, LEFT_QUEUE, CONNECTED, FLOW_ENDED)
          .ignore(NO_TALK, ENDING, TALK_ENDED, TALK_ENDED_DONE, WRAPPED_UP)

          .on(WAITING, LEFT_QUEUE, IN_FLOW)
          .on(WAITING, CONNECTED, TALKING)
          .on(WAITING, CALLER_GONE, LEAVING)
          .on(WAITING, FLOW_ENDED, ENDING)
          .ignore(LATE, WAITING, QUEUED)
          .ignore(NO_TALK, WAITING, TALK_ENDED, TALK_ENDED_DONE, WRAPPED_UP)

          .on(LEAVING, LEFT_QUEUE, CLOSED)
          .ignore(GONE, LEAVING, QUEUED, CONNECTED, CALLER_GONE, FLOW_ENDED)
          .on(LEAVING, TALK_ENDED, WRAP_UP)
          .on(LEAVING, TALK_ENDED_DONE, CLOSED)
          .ignore(NO_TALK, LEAVING, WRAPPED_UP)

          .on(TALKING, CALLER_GONE, RELEASING)
          .on(TALKING, TALK_ENDED, PARTED)
          .on(TALKING, TALK_ENDED_DONE, PARTED_DONE)
          .ignore(TALKS, TALKING, QUEUED, LEFT_QUEUE, FLOW_ENDED)
          .ignore(LATE, TALKING, CONNECTED, WRAPPED_UP)

          .on(RELEASING, TALK_ENDED, WRAP_UP)
          .on(RELEASING, TALK_ENDED_DONE, CLOSED)
          .on(RELEASING, LEFT_QUEUE, CLOSED)
          .ignore(GONE, RELEASING, QUEUED, CONNECTED, CALLER_GONE, FLOW_ENDED)
          .ignore(LATE, RELEASING, WRAPPED_UP)

          .on(PARTED, CALLER_GONE, WRAP_UP)
          .on(PARTED, WRAPPED_UP, PARTED_DONE)
          .ignore(LATE, PARTED, QUEUED, LEFT_QUEUE, CONNECTED, TALK_ENDED, TALK_ENDED_DONE, FLOW_ENDED)

          .on(PARTED_DONE, CALLER_GONE, CLOSED)
          .ignore(LATE, PARTED_DONE, QUEUED, LEFT_QUEUE, CONNECTED, TALK_ENDED, TALK_ENDED_DONE, WRAPPED_UP, FLOW_ENDED)

          .on(WRAP_UP, WRAPPED_UP, CLOSED)
          .ignore(GONE, WRAP_UP, QUEUED, LEFT_QUEUE, CONNECTED, CALLER_GONE, FLOW_ENDED)
          .ignore(LATE, WRAP_UP, TALK_ENDED, TALK_ENDED_DONE)

          .on(CALLBACK, TALK_ENDED, WRAP_UP)
          .on(CALLBACK, TALK_ENDED_DONE, CLOSED)
          .on(CALLBACK, LEFT_QUEUE, CLOSED)
          .ignore(AWAITED, CALLBACK, QUEUED, CONNECTED, CALLER_GONE, FLOW_ENDED)
          .ignore(LATE, CALLBACK, WRAPPED_UP)
          .reject("a callback runs no flow", CALLBACK, TRANSFER_STARTED, TRANSFER_TALKS, TRANSFER_OVER)

          .on(IN_FLOW, CALLBACK_BEGUN, CALLBACK)
          .ignore("begins as one", CALLBACK, CALLBACK_BEGUN)
          .reject(OWN, TRANSFERRING, CALLBACK_BEGUN)
          .reject(OWN, TRANSFERRED, CALLBACK_BEGUN)
          .reject(OWN, ENDING, CALLBACK_BEGUN)
          .reject(OWN, WAITING, CALLBACK_BEGUN)
          .reject(OWN, LEAVING, CALLBACK_BEGUN)
          .reject(OWN, TALKING, CALLBACK_BEGUN)
          .reject(OWN, RELEASING, CALLBACK_BEGUN)
          .reject(OWN, PARTED, CALLBACK_BEGUN)
          .reject(OWN, PARTED_DONE, CALLBACK_BEGUN)
          .reject(OWN, WRAP_UP, CALLBACK_BEGUN)

          .ignore(OVER, CLOSED, CallTrigger.values()))
          .build();

  private CallTransitions() {}

  /** A flow that goes on after a talk, which the agent may still wrap up when the caller hangs up. */
  private static TransitionTable.Builder<CallState, CallTrigger> afterTalks(TransitionTable.Builder<CallState, CallTrigger> rows) {
    rows.on(TALKING, TALK_ENDED_GOES_ON, IN_FLOW);
    for (CallState state : new CallState[] {IN_FLOW, TRANSFERRING, TRANSFERRED, ENDING}) {
      rows.on(state, CALLER_GONE_AT_WORK, WRAP_UP).reject(NO_WORK, state, LEFT_QUEUE_AT_WORK);
    }
    for (CallState state : new CallState[] {LEAVING, RELEASING}) {
      rows.on(state, LEFT_QUEUE_AT_WORK, WRAP_UP).reject(NO_WORK, state, CALLER_GONE_AT_WORK);
    }
    for (CallState state : new CallState[] {WAITING, TALKING, PARTED, PARTED_DONE, WRAP_UP, CALLBACK}) {
      rows.reject(NO_WORK, state, CALLER_GONE_AT_WORK, LEFT_QUEUE_AT_WORK);
    }
    rows.ignore("he talks on, with somebody else", TALKING, HANDED_ON).on(TALKING, HANDED_BACK, WAITING)
        .ignore(GONE, RELEASING, HANDED_ON, HANDED_BACK).ignore(AWAITED, CALLBACK, HANDED_ON, HANDED_BACK);
    for (CallState state : new CallState[] {IN_FLOW, TRANSFERRING, TRANSFERRED, ENDING, WAITING, LEAVING, PARTED, PARTED_DONE, WRAP_UP}) {
      rows.ignore(LATE, state, HANDED_ON, HANDED_BACK);
    }
    for (CallState state : CallState.values()) {
      if (state != TALKING && state != CLOSED) {
        rows.reject(NOT_TALKING, state, TALK_ENDED_GOES_ON);
      }
    }
    return rows;
  }
}
