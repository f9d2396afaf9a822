package io.switchboard.acd.queue;

import java.util.Set;

/**
 * By which an agent says how a call of a queue went.
 *
 * @param known none: there are no codes
 * @param required his wrap-up does not end before he gave one
 */
public record Codes(Set<String> known, boolean required) {
  public static final Codes NONE = new Codes(Set.of(), false);

  public Codes {
    known = Set.copyOf(known);
    if (required && known.isEmpty()) {
      throw new IllegalArgumentException("a code is required and there is none");
    }
  }
}
