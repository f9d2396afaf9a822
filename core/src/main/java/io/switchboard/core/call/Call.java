package io.switchboard.core.call;

import io.switchboard.core.ending.Ending;
import io.switchboard.core.id.CallId;
import io.switchboard.core.signal.CallSignal.Admitted;
import org.jspecify.annotations.Nullable;

/**
 * One caller's contact.
 *
 * @param flowEnding what the flow decided, and {@code FAILED} until it does
 * @param outside the last transfer
 */
record Call(Admitted admission, CallState state, Ending flowEnding, @Nullable Outside outside) {
  static Call arrived(Admitted admission) {
    return new Call(admission, CallState.IN_FLOW, Ending.FAILED, null);
  }

  CallId id() {
    return admission.call();
  }

  Call in(CallState next) {
    return new Call(admission, next, flowEnding, outside);
  }

  Call endingWith(Ending ending) {
    return new Call(admission, state, ending, outside);
  }

  Call to(Outside transfer) {
    return new Call(admission, state, flowEnding, transfer);
  }
}
