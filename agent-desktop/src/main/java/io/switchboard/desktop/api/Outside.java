package io.switchboard.desktop.api;

import io.switchboard.core.id.TenantId;
import io.switchboard.core.signal.TalkRequest.Target;
import io.switchboard.core.signal.Words;

/** Which numbers outside agents may dial, consult and hand callers on to. */
public interface Outside {
  /** What comes of a number. */
  sealed interface Way {
    record Open(Target.ToNumber to) implements Way {}

    /** {@code code}: {@code number_wrong} or {@code number_not_allowed}. */
    record Barred(String code, Words why) implements Way {}
  }

  /** {@code number}: as people write it. */
  Way to(TenantId tenant, String number);
}
