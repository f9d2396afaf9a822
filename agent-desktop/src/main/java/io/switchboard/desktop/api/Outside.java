package io.switchboard.desktop.api;

import io.switchboard.core.id.TenantId;
import io.switchboard.core.signal.TalkRequest.Target;
import io.switchboard.core.signal.Words;

/** Which numbers outside agents may dial, consult and hand callers on to. */
public interface Outside {
  /** What comes of a number. */
  sealed interface Way {
    /** A number whose owner does not want to be called. */
    String DO_NOT_CALL = "do_not_call";

    /** {@code emergency}: whatever else holds, it is dialled as it is. */
    record Open(Target.ToNumber to, boolean emergency) implements Way {
      /** No emergency. */
      public Open(Target.ToNumber to) {
        this(to, false);
      }
    }

    /** {@code code}: {@code number_wrong}, {@code number_not_allowed} or {@link #DO_NOT_CALL}. */
    record Barred(String code, Words why) implements Way {}
  }

  /** {@code number}: as people write it. */
  Way to(TenantId tenant, String number);
}
