package io.switchboard.core.signal;

import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.QueueId;
import java.util.List;

/** What an agent asks for in his talk, or of the call that is offered to him. */
public sealed interface TalkRequest extends Request<Reply> {
  AgentId agent();

  /** Somebody to consult, or to hand the caller on to. */
  sealed interface Target {
    record ToAgent(AgentId agent) implements Target {}

    /** An agent of this queue who is ready now; who is handed on waits there for one. */
    record ToQueue(QueueId queue) implements Target {}

    /**
     * A number that he may dial.
     *
     * @param trunks over which it is dialled, in this order
     * @param shown whose number is shown, E.164 or empty
     */
    record ToNumber(String e164, List<String> trunks, String shown) implements Target {}
  }

  /** Lets a call that is offered to him pass; it looks for another agent. */
  record Decline(AgentId agent) implements TalkRequest {}

  /** Ends his part: the caller's call ends too, or his flow goes on; with a third party he consults, only that one's. */
  record HangUp(AgentId agent) implements TalkRequest {}

  record Hold(AgentId agent) implements TalkRequest {}

  record Resume(AgentId agent) implements TalkRequest {}

  /** Nobody in his talk hears what he says, or all do again. */
  record Mute(AgentId agent, boolean on) implements TalkRequest {}

  /** Sets the caller aside and rings somebody. */
  record Consult(AgentId agent, Target to) implements TalkRequest {}

  /** From the third party to the caller, or back. */
  record Swap(AgentId agent) implements TalkRequest {}

  /** Ends the third party's part; the caller is with the agent again. */
  record Cancel(AgentId agent) implements TalkRequest {}

  /** Brings all three together. */
  record Conference(AgentId agent) implements TalkRequest {}

  /** Hands the caller on to the third party. */
  record Complete(AgentId agent) implements TalkRequest {}

  /** Hands the caller on without a word before. */
  record Transfer(AgentId agent, Target to) implements TalkRequest {}
}
