package io.switchboard.core.customer;

import java.util.Set;

/** What came of a change to something that people may change at the same time. */
public sealed interface Written<T> {
  /** {@code now}: as it is since. */
  record Done<T>(T now) implements Written<T> {}

  /** There is none of this id in the tenant, or it is anonymised and nothing can be written of it any more. */
  record Unknown<T>() implements Written<T> {}

  /** Somebody changed the same fields since that version; nothing was written. */
  record Overtaken<T>(T now, Set<String> fields) implements Written<T> {}
}
