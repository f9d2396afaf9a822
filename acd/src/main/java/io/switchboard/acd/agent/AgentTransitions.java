package io.switchboard.acd.agent;

import static io.switchboard.acd.agent.AgentTrigger.CONNECTED;
import static io.switchboard.acd.agent.AgentTrigger.OFFER_MADE;
import static io.switchboard.acd.agent.AgentTrigger.OFFER_OVER;
import static io.switchboard.acd.agent.AgentTrigger.OFFER_OVER_NOT_READY;
import static io.switchboard.acd.agent.AgentTrigger.SET_NOT_READY;
import static io.switchboard.acd.agent.AgentTrigger.SET_READY;
import static io.switchboard.acd.agent.AgentTrigger.SIGN_IN;
import static io.switchboard.acd.agent.AgentTrigger.SIGN_OUT;
import static io.switchboard.acd.agent.AgentTrigger.TALK_OVER_WRAP_UP;
import static io.switchboard.acd.agent.AgentTrigger.WORK_OVER;
import static io.switchboard.acd.agent.AgentTrigger.WORK_OVER_NOT_READY;
import static io.switchboard.acd.agent.AgentTrigger.WORK_OVER_SIGN_OUT;
import static io.switchboard.core.agent.AgentState.NOT_READY;
import static io.switchboard.core.agent.AgentState.READY;
import static io.switchboard.core.agent.AgentState.RINGING;
import static io.switchboard.core.agent.AgentState.SIGNED_OUT;
import static io.switchboard.core.agent.AgentState.TALKING;
import static io.switchboard.core.agent.AgentState.WRAP_UP;

import io.switchboard.core.agent.AgentState;
import io.switchboard.core.state.TransitionTable;

/** An agent: what leads where. A row back to the same state notes what is to follow the call at hand. */
public final class AgentTransitions {
  private static final AgentTrigger[] OFFER = {OFFER_MADE, CONNECTED, OFFER_OVER, OFFER_OVER_NOT_READY};
  private static final AgentTrigger[] WORK = {TALK_OVER_WRAP_UP, WORK_OVER, WORK_OVER_NOT_READY, WORK_OVER_SIGN_OUT};

  public static final TransitionTable<AgentState, AgentTrigger> TABLE =
      TransitionTable.of(AgentState.class, AgentTrigger.class, SIGNED_OUT)
          .on(SIGNED_OUT, SIGN_IN, NOT_READY)
          .ignore("is signed out", SIGNED_OUT, SIGN_OUT)
          .reject("refused to who is not signed in", SIGNED_OUT, SET_READY, SET_NOT_READY)
          .reject("takes no calls", SIGNED_OUT, OFFER)
          .reject("has no call", SIGNED_OUT, WORK)
          .ignore("is signed in", NOT_READY, SIGN_IN)
          .on(NOT_READY, SET_READY, READY)
          .on(NOT_READY, SET_NOT_READY, NOT_READY)
          .on(NOT_READY, SIGN_OUT, SIGNED_OUT)
          .reject("takes no calls", NOT_READY, OFFER)
          .reject("has no call", NOT_READY, WORK)
          .ignore("is ready", READY, SIGN_IN, SET_READY)
          .on(READY, SET_NOT_READY, NOT_READY)
          .on(READY, SIGN_OUT, SIGNED_OUT)
          .on(READY, OFFER_MADE, RINGING)
          .reject("has no offer", READY, CONNECTED, OFFER_OVER, OFFER_OVER_NOT_READY)
          .reject("has no call", READY, WORK)
          .ignore("is signed in", RINGING, SIGN_IN)
          .on(RINGING, SET_READY, RINGING)
          .on(RINGING, SET_NOT_READY, RINGING)
          .on(RINGING, SIGN_OUT, SIGNED_OUT)
          .on(RINGING, CONNECTED, TALKING)
          .on(RINGING, OFFER_OVER, READY)
          .on(RINGING, OFFER_OVER_NOT_READY, NOT_READY)
          .reject("one live offer at a time", RINGING, OFFER_MADE)
          .reject("has not answered", RINGING, WORK)
          .on(TALKING, SIGN_IN, TALKING)
          .on(TALKING, SET_READY, TALKING)
          .on(TALKING, SET_NOT_READY, TALKING)
          .on(TALKING, SIGN_OUT, TALKING)
          .on(TALKING, TALK_OVER_WRAP_UP, WRAP_UP)
          .on(TALKING, WORK_OVER, READY)
          .on(TALKING, WORK_OVER_NOT_READY, NOT_READY)
          .on(TALKING, WORK_OVER_SIGN_OUT, SIGNED_OUT)
          .reject("one call at a time", TALKING, OFFER)
          .ignore("is signed in", WRAP_UP, SIGN_IN)
          .on(WRAP_UP, SET_READY, READY)
          .on(WRAP_UP, SET_NOT_READY, WRAP_UP)
          .on(WRAP_UP, SIGN_OUT, SIGNED_OUT)
          .on(WRAP_UP, WORK_OVER, READY)
          .on(WRAP_UP, WORK_OVER_NOT_READY, NOT_READY)
          .on(WRAP_UP, WORK_OVER_SIGN_OUT, SIGNED_OUT)
          .reject("wraps up once", WRAP_UP, TALK_OVER_WRAP_UP)
          .reject("takes no calls", WRAP_UP, OFFER)
          .build();

  private AgentTransitions() {}
}
