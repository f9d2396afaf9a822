package io.switchboard.core.signal;

import io.switchboard.core.ending.CallbackRefusal;
import io.switchboard.core.ending.Ending;
import io.switchboard.core.ending.Party;
import io.switchboard.core.ending.QueueExit;
import io.switchboard.core.ending.QueueRefusal;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.OfferId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.id.TenantId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A call passes from one stage to the next. Listed in the order of a call's life. */
public sealed interface CallSignal extends Signal {
  CallId call();

  /** call → ivr: this caller is ours; run this flow for him. Sent again after a restart while the call is in its flow; a run that lives ignores it. */
  record Admitted(CallId call, TenantId tenant, String flow, String language, String called, String caller, String callerName)
      implements CallSignal {}

  /**
   * ivr → acd, call: put him in this queue. Sent again after a restart; a call that waits already ignores it.
   *
   * @param priority 0 (none) to 10 (highest)
   * @param skills required skill → least level (1 to 10), beyond those that the queue itself requires
   * @param valueClass the customer's, as the tenant names its classes; empty: none
   * @param preferred the agent whom this call waits for first, as long as the queue allows; null: anybody
   * @param keepWait whether his wait in the queue where he was before counts in the order of calls here
   * @param onlyMs he is for the preferred agent alone, whose phone may ring for so long, and does not wait; 0: for anybody
   * @param goesOn whether his flow goes on where an agent ends their talk
   */
  record Enqueue(
      CallId call, QueueId queue, int priority, Map<String, Integer> skills, String caller, String callerName, String valueClass,
      @Nullable AgentId preferred, boolean keepWait, long onlyMs, boolean goesOn) implements CallSignal {

    /** Whose call ends with the talk. */
    public Enqueue(
        CallId call, QueueId queue, int priority, Map<String, Integer> skills, String caller, String callerName, String valueClass,
        @Nullable AgentId preferred, boolean keepWait, long onlyMs) {
      this(call, queue, priority, skills, caller, callerName, valueClass, preferred, keepWait, onlyMs, false);
    }

    /** For anybody. */
    public Enqueue(
        CallId call, QueueId queue, int priority, Map<String, Integer> skills, String caller, String callerName, String valueClass,
        @Nullable AgentId preferred, boolean keepWait) {
      this(call, queue, priority, skills, caller, callerName, valueClass, preferred, keepWait, 0, false);
    }

    /** With a wait that begins now. */
    public Enqueue(
        CallId call, QueueId queue, int priority, Map<String, Integer> skills, String caller, String callerName, String valueClass,
        @Nullable AgentId preferred) {
      this(call, queue, priority, skills, caller, callerName, valueClass, preferred, false);
    }

    /** Of a customer without a value class, for anybody, with a wait that begins now. */
    public Enqueue(CallId call, QueueId queue, int priority, Map<String, Integer> skills, String caller, String callerName) {
      this(call, queue, priority, skills, caller, callerName, "", null, false);
    }
  }

  /** ivr → acd: how does this queue stand? {@link QueueStands} follows at once. */
  record AskQueue(CallId call, QueueId queue) implements CallSignal {}

  /**
   * acd → ivr: so.
   *
   * @param waiting callers who wait there
   * @param agents its agents who are signed in and not on a break
   * @param ready those of them who could take a call now
   * @param expectedMs how long a caller would wait who came now, in milliseconds; -1: not known
   */
  record QueueStands(CallId call, QueueId queue, int waiting, int agents, int ready, long expectedMs) implements CallSignal {}

  /** acd → call: he waits now. */
  record Waiting(CallId call, QueueId queue) implements CallSignal {}

  /** acd → ivr, call: the queue does not take him; the flow goes on at the branch for this reason. */
  record Refused(CallId call, QueueId queue, QueueRefusal reason) implements CallSignal {}

  /** acd → ivr: say this over the music, in his language, one after the other; a key that he presses cuts all of it. */
  record Announcement(CallId call, List<Said> said) implements CallSignal {
    public Announcement {
      said = List.copyOf(said);
    }

    /** One prompt alone. */
    public Announcement(CallId call, String prompt, Map<String, String> arguments) {
      this(call, List.of(new Said(prompt, arguments)));
    }
  }

  /** One prompt; {@code arguments} fill its placeholders. */
  record Said(String prompt, Map<String, String> arguments) {}

  /** ivr → acd: he pressed this key, which leads out of the queue. */
  record LeaveQueue(CallId call, QueueId queue, String key) implements CallSignal {}

  /**
   * acd → ivr, call: he left the queue unconnected; the flow goes on, unless the caller is gone (ABANDONED, UNSEEN).
   *
   * @param key the one by which he left, else empty
   * @param rule the one of overflow that sent him on, else empty
   */
  record LeftQueue(CallId call, QueueId queue, QueueExit exit, String key, String rule) implements CallSignal {
    /** Neither by a key nor by a rule. */
    public LeftQueue(CallId call, QueueId queue, QueueExit exit) {
      this(call, queue, exit, "", "");
    }

    /** By this key. */
    public LeftQueue(CallId call, QueueId queue, QueueExit exit, String key) {
      this(call, queue, exit, key, "");
    }
  }

  /**
   * ivr → acd: call this caller back, at the place that he has or had in this queue. Sent again after a restart; one that is booked already
   * is not booked twice.
   *
   * @param number E.164
   */
  record RequestCallback(CallId call, QueueId queue, String number, String callerName, String language) implements CallSignal {}

  /** acd → call, ivr: he will be called back. {@code from}: the call in which he asked. */
  record CallbackBooked(CallId call, CallId from, QueueId queue, String number, String callerName, String language)
      implements CallSignal {}

  /** acd → ivr: he will not; the flow goes on at the branch for it. */
  record CallbackRefused(CallId call, QueueId queue, CallbackRefusal reason) implements CallSignal {}

  /** acd → ivr: he answered his callback and is on the line; greet him in his language. */
  record CalledBack(CallId call, String language) implements CallSignal {}

  /** acd → call: an agent places a call; it is an interaction of its own. */
  record DialBegun(CallId call, QueueId queue, String number, String language) implements CallSignal {}

  /** acd → call: nobody answered it. */
  record DialOver(CallId call) implements CallSignal {}

  /** acd → call, ivr, desk: he talks with an agent. */
  record Connected(CallId call, QueueId queue, OfferId offer, AgentId agent) implements CallSignal {}

  /**
   * acd → call: the agent's part is over and the caller goes on without him, to somebody else or, where he {@code waits}, to a queue.
   * {@code wrapUp}: the agent has after-call work, {@link WrappedUp} follows.
   */
  record HandedOn(CallId call, OfferId offer, AgentId agent, boolean wrapUp, boolean waits) implements CallSignal {}

  /** acd → call: the talk is over. {@code wrapUp}: the agent has after-call work, {@link WrappedUp} follows. */
  record TalkEnded(CallId call, OfferId offer, AgentId agent, Party by, boolean wrapUp) implements CallSignal {}

  /**
   * call → ivr: an agent has ended their talk, the caller is still there and his flow goes on. Sent again after a restart; a run that has gone
   * on already ignores it.
   */
  record GoesOn(CallId call) implements CallSignal {}

  /** acd → call: the agent's work for this call is done. */
  record WrappedUp(CallId call, OfferId offer, AgentId agent) implements CallSignal {}

  /** ivr → call: a number outside is dialled for him; what becomes of it the line tells. */
  record Transferring(CallId call, int transfer, String number) implements CallSignal {}

  /** ivr → call: the flow is at its end; hang up for this reason. */
  record FlowEnded(CallId call, Ending ending) implements CallSignal {}
}
