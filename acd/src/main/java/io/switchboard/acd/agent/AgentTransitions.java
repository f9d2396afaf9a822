package io.switchboard.acd.agent;

import static io.switchboard.acd.agent.AgentTrigger.BREAK_BEGUN;
import static io.switchboard.acd.agent.AgentTrigger.CONNECTED;
import static io.switchboard.acd.agent.AgentTrigger.DIAL_BEGUN;
import static io.switchboard.acd.agent.AgentTrigger.EXTENDED;
import static io.switchboard.acd.agent.AgentTrigger.HOLD_BEGUN;
import static io.switchboard.acd.agent.AgentTrigger.HOLD_OVER;
import static io.switchboard.acd.agent.AgentTrigger.LIMIT_PASSED;
import static io.switchboard.acd.agent.AgentTrigger.LIMIT_PASSED_READY;
import static io.switchboard.acd.agent.AgentTrigger.OFFER_MADE;
import static io.switchboard.acd.agent.AgentTrigger.OFFER_OVER;
import static io.switchboard.acd.agent.AgentTrigger.OFFER_OVER_NOT_READY;
import static io.switchboard.acd.agent.AgentTrigger.PLAN_BREAK;
import static io.switchboard.acd.agent.AgentTrigger.RANG;
import static io.switchboard.acd.agent.AgentTrigger.SET_NOT_READY;
import static io.switchboard.acd.agent.AgentTrigger.SET_READY;
import static io.switchboard.acd.agent.AgentTrigger.SIGN_IN;
import static io.switchboard.acd.agent.AgentTrigger.SIGN_OUT;
import static io.switchboard.acd.agent.AgentTrigger.TALK_OVER_WRAP_UP;
import static io.switchboard.acd.agent.AgentTrigger.TOOK_OVER;
import static io.switchboard.acd.agent.AgentTrigger.WORK_OVER;
import static io.switchboard.acd.agent.AgentTrigger.WORK_OVER_NOT_READY;
import static io.switchboard.acd.agent.AgentTrigger.WORK_OVER_SIGN_OUT;
import static io.switchboard.core.agent.AgentState.HELD;
import static io.switchboard.core.agent.AgentState.NOT_READY;
import static io.switchboard.core.agent.AgentState.READY;
import static io.switchboard.core.agent.AgentState.RESERVED;
import static io.switchboard.core.agent.AgentState.RINGING;
import static io.switchboard.core.agent.AgentState.SIGNED_OUT;
import static io.switchboard.core.agent.AgentState.TALKING;
import static io.switchboard.core.agent.AgentState.WRAP_UP;

import io.switchboard.core.agent.AgentState;
import io.switchboard.core.state.TransitionTable;

/** An agent: what leads where. A row back to the same state notes what is to follow the call at hand. */
public final class AgentTransitions {
  private static final AgentTrigger[] OFFER = {OFFER_MADE, RANG, CONNECTED, OFFER_OVER, OFFER_OVER_NOT_READY};
  private static final AgentTrigger[] HOLD = {HOLD_BEGUN, HOLD_OVER};
  private static final AgentTrigger[] WORK = {TALK_OVER_WRAP_UP, EXTENDED, WORK_OVER, WORK_OVER_NOT_READY, WORK_OVER_SIGN_OUT};
  private static final AgentTrigger[] LIMIT = {LIMIT_PASSED, LIMIT_PASSED_READY};

  public static final TransitionTable<AgentState, AgentTrigger> TABLE =
      TransitionTable.of(AgentState.class, AgentTrigger.class, SIGNED_OUT)
          .on(SIGNED_OUT, SIGN_IN, NOT_READY)
          .ignore("is signed out", SIGNED_OUT, SIGN_OUT)
          .reject("refused to who is not signed in", SIGNED_OUT, SET_READY, SET_NOT_READY, PLAN_BREAK)
          .reject("takes no calls", SIGNED_OUT, OFFER)
          .on(SIGNED_OUT, TOOK_OVER, TALKING)
          .reject("has no call", SIGNED_OUT, HOLD)
          .reject("has no call", SIGNED_OUT, WORK)
          .reject("has no time of his own", SIGNED_OUT, BREAK_BEGUN, LIMIT_PASSED, LIMIT_PASSED_READY)
          .on(SIGNED_OUT, DIAL_BEGUN, RESERVED)
          .ignore("is signed in", NOT_READY, SIGN_IN)
          .on(NOT_READY, SET_READY, READY)
          .on(NOT_READY, SET_NOT_READY, NOT_READY)
          .on(NOT_READY, SIGN_OUT, SIGNED_OUT)
          .on(NOT_READY, DIAL_BEGUN, RESERVED)
          .on(NOT_READY, PLAN_BREAK, NOT_READY)
          .on(NOT_READY, BREAK_BEGUN, NOT_READY)
          .on(NOT_READY, LIMIT_PASSED, NOT_READY)
          .on(NOT_READY, LIMIT_PASSED_READY, READY)
          .reject("takes no calls", NOT_READY, OFFER)
          .on(NOT_READY, TOOK_OVER, TALKING)
          .reject("has no call", NOT_READY, HOLD)
          .reject("has no call", NOT_READY, WORK)
          .ignore("is ready", READY, SIGN_IN, SET_READY)
          .on(READY, SET_NOT_READY, NOT_READY)
          .on(READY, SIGN_OUT, SIGNED_OUT)
          .on(READY, PLAN_BREAK, READY)
          .on(READY, BREAK_BEGUN, NOT_READY)
          .on(READY, OFFER_MADE, RESERVED)
          .on(READY, DIAL_BEGUN, RESERVED)
          .reject("has no offer", READY, RANG, CONNECTED, OFFER_OVER, OFFER_OVER_NOT_READY)
          .on(READY, TOOK_OVER, TALKING)
          .reject("has no call", READY, HOLD)
          .reject("has no call", READY, WORK)
          .reject("ready without limit", READY, LIMIT)
          .ignore("is signed in", RESERVED, SIGN_IN)
          .on(RESERVED, SET_READY, RESERVED)
          .on(RESERVED, SET_NOT_READY, RESERVED)
          .on(RESERVED, SIGN_OUT, SIGNED_OUT)
          .on(RESERVED, PLAN_BREAK, RESERVED)
          .on(RESERVED, RANG, RINGING)
          .on(RESERVED, CONNECTED, TALKING)
          .on(RESERVED, OFFER_OVER, READY)
          .on(RESERVED, OFFER_OVER_NOT_READY, NOT_READY)
          .on(RESERVED, DIAL_BEGUN, RESERVED)
          .reject("one live offer at a time", RESERVED, OFFER_MADE)
          .reject("one live offer at a time", RESERVED, TOOK_OVER)
          .reject("has not answered", RESERVED, HOLD)
          .reject("has not answered", RESERVED, WORK)
          .ignore("begins after the call at hand", RESERVED, BREAK_BEGUN)
          .reject("is not on a break", RESERVED, LIMIT)
          .ignore("is signed in", RINGING, SIGN_IN)
          .on(RINGING, SET_READY, RINGING)
          .on(RINGING, SET_NOT_READY, RINGING)
          .on(RINGING, SIGN_OUT, SIGNED_OUT)
          .on(RINGING, PLAN_BREAK, RINGING)
          .ignore("rings already", RINGING, RANG)
          .on(RINGING, CONNECTED, TALKING)
          .on(RINGING, OFFER_OVER, READY)
          .on(RINGING, OFFER_OVER_NOT_READY, NOT_READY)
          .on(RINGING, DIAL_BEGUN, RESERVED)
          .reject("one live offer at a time", RINGING, OFFER_MADE)
          .reject("one live offer at a time", RINGING, TOOK_OVER)
          .reject("has not answered", RINGING, HOLD)
          .reject("has not answered", RINGING, WORK)
          .ignore("begins after the call at hand", RINGING, BREAK_BEGUN)
          .reject("is not on a break", RINGING, LIMIT)
          .on(TALKING, SIGN_IN, TALKING)
          .on(TALKING, SET_READY, TALKING)
          .on(TALKING, SET_NOT_READY, TALKING)
          .on(TALKING, SIGN_OUT, TALKING)
          .on(TALKING, PLAN_BREAK, TALKING)
          .on(TALKING, HOLD_BEGUN, HELD)
          .ignore("is not on hold", TALKING, HOLD_OVER)
          .on(TALKING, TALK_OVER_WRAP_UP, WRAP_UP)
          .on(TALKING, WORK_OVER, READY)
          .on(TALKING, WORK_OVER_NOT_READY, NOT_READY)
          .on(TALKING, WORK_OVER_SIGN_OUT, SIGNED_OUT)
          .reject("one call at a time", TALKING, OFFER)
          .reject("one call at a time", TALKING, TOOK_OVER)
          .reject("one call at a time", TALKING, DIAL_BEGUN)
          .reject("has not begun", TALKING, EXTENDED)
          .ignore("begins after the call at hand", TALKING, BREAK_BEGUN)
          .reject("is not on a break", TALKING, LIMIT)
          .on(HELD, SIGN_IN, HELD)
          .on(HELD, SET_READY, HELD)
          .on(HELD, SET_NOT_READY, HELD)
          .on(HELD, SIGN_OUT, HELD)
          .on(HELD, PLAN_BREAK, HELD)
          .ignore("is on hold", HELD, HOLD_BEGUN)
          .on(HELD, HOLD_OVER, TALKING)
          .on(HELD, TALK_OVER_WRAP_UP, WRAP_UP)
          .on(HELD, WORK_OVER, READY)
          .on(HELD, WORK_OVER_NOT_READY, NOT_READY)
          .on(HELD, WORK_OVER_SIGN_OUT, SIGNED_OUT)
          .reject("one call at a time", HELD, OFFER)
          .reject("one call at a time", HELD, TOOK_OVER)
          .reject("one call at a time", HELD, DIAL_BEGUN)
          .reject("has not begun", HELD, EXTENDED)
          .ignore("begins after the call at hand", HELD, BREAK_BEGUN)
          .reject("is not on a break", HELD, LIMIT)
          .ignore("is signed in", WRAP_UP, SIGN_IN)
          .on(WRAP_UP, SET_READY, READY)
          .on(WRAP_UP, SET_NOT_READY, WRAP_UP)
          .on(WRAP_UP, SIGN_OUT, SIGNED_OUT)
          .on(WRAP_UP, PLAN_BREAK, WRAP_UP)
          .on(WRAP_UP, EXTENDED, WRAP_UP)
          .on(WRAP_UP, WORK_OVER, READY)
          .on(WRAP_UP, WORK_OVER_NOT_READY, NOT_READY)
          .on(WRAP_UP, WORK_OVER_SIGN_OUT, SIGNED_OUT)
          .on(WRAP_UP, DIAL_BEGUN, RESERVED)
          .reject("wraps up once", WRAP_UP, TALK_OVER_WRAP_UP)
          .reject("takes no calls", WRAP_UP, OFFER)
          .reject("takes no calls", WRAP_UP, TOOK_OVER)
          .reject("the talk is over", WRAP_UP, HOLD)
          .ignore("begins after the call at hand", WRAP_UP, BREAK_BEGUN)
          .reject("is not on a break", WRAP_UP, LIMIT)
          .build();

  private AgentTransitions() {}
}
