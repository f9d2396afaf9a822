package io.switchboard.ivr.prompt;

/**
 * What is spoken in one breath.
 *
 * @param passing a value of one caller, whose sound is not kept for good
 */
record Utterance(String text, boolean passing) {
  static Utterance kept(String text) {
    return new Utterance(text, false);
  }
}
