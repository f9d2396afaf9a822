package io.switchboard.core.call;

import io.switchboard.core.ending.Ending;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.OfferId;
import io.switchboard.core.signal.CallSignal.Admitted;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One caller's contact.
 *
 * @param flowEnding what the flow decided, and {@code FAILED} until it does
 * @param outside the last transfer
 * @param goesOn where an agent ends the talk, the flow goes on
 * @param talked an agent ended a talk, and the flow went on after it
 * @param work talks that agents still wrap up
 * @param handedOn the last talk whose agent handed him on, or null
 */
record Call(
    Admitted admission, CallState state, Ending flowEnding, @Nullable Outside outside, boolean goesOn, boolean talked, Set<OfferId> work,
    @Nullable OfferId handedOn) {
  Call {
    work = Set.copyOf(work);
  }

  static Call arrived(Admitted admission) {
    return new Call(admission, CallState.IN_FLOW, Ending.FAILED, null, false, false, Set.of(), null);
  }

  CallId id() {
    return admission.call();
  }

  Call in(CallState next) {
    return new Call(admission, next, flowEnding, outside, goesOn, talked, work, handedOn);
  }

  Call endingWith(Ending ending) {
    return new Call(admission, state, ending, outside, goesOn, talked, work, handedOn);
  }

  Call to(Outside transfer) {
    return new Call(admission, state, flowEnding, transfer, goesOn, talked, work, handedOn);
  }

  Call goingOn(boolean afterTalk) {
    return afterTalk == goesOn ? this : new Call(admission, state, flowEnding, outside, afterTalk, talked, work, handedOn);
  }

  Call afterTalk() {
    return new Call(admission, state, flowEnding, outside, false, true, work, handedOn);
  }

  Call wrapping(OfferId talk) {
    Set<OfferId> more = new HashSet<>(work);
    more.add(talk);
    return new Call(admission, state, flowEnding, outside, goesOn, talked, more, handedOn);
  }

  Call handing(OfferId talk) {
    return new Call(admission, state, flowEnding, outside, goesOn, talked, work, talk);
  }

  Call wrapped(OfferId talk) {
    Set<OfferId> less = new HashSet<>(work);
    less.remove(talk);
    return new Call(admission, state, flowEnding, outside, goesOn, talked, less, handedOn);
  }
}
