package io.switchboard.core.call;

import io.switchboard.core.ending.Ending;
import io.switchboard.core.id.CallId;
import io.switchboard.core.signal.CallSignal.Admitted;

/** One caller's contact. {@code ending} is what the flow decided, and {@code FAILED} until it does. */
record Call(Admitted admission, CallState state, Ending flowEnding) {
  static Call arrived(Admitted admission) {
    return new Call(admission, CallState.IN_FLOW, Ending.FAILED);
  }

  CallId id() {
    return admission.call();
  }

  Call in(CallState next) {
    return new Call(admission, next, flowEnding);
  }

  Call endingWith(Ending ending) {
    return new Call(admission, state, ending);
  }
}
