package io.switchboard.bench.ivr;

/**
 * Of one call.
 *
 * @param sent keys in their order
 * @param answered what its menus took for answers; {@code -} for a wrong key
 */
record Digits(String sent, String answered) {
  int count() {
    return sent.length();
  }

  int lost() {
    return sent.length() - Answers.common(sent, answered);
  }

  /** Answers to keys that were not sent. */
  int extra() {
    return answered.length() - Answers.common(sent, answered);
  }
}
