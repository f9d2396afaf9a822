package io.switchboard.ivr.run;

/**
 * How far a question has come.
 *
 * @param noKeys how often nothing was pressed
 * @param wrong how often something wrong was
 * @param entry digits pressed so far
 * @param confirming the entry is whole, and he is asked whether it is right
 * @param spareEnd the key that ends an entry is still to be swallowed: the entry was over by its length, and people press it all the same
 */
record Question(int noKeys, int wrong, String entry, boolean confirming, boolean spareEnd) {
  static final Question NONE = new Question(0, 0, "", false, false);

  Question with(String digits) {
    return new Question(noKeys, wrong, digits, false, false);
  }

  Question confirmed(boolean spare) {
    return new Question(noKeys, wrong, entry, true, spare);
  }

  Question silent() {
    return new Question(noKeys + 1, wrong, "", false, false);
  }

  Question mistaken() {
    return new Question(noKeys, wrong + 1, "", false, false);
  }

  Question over(boolean spare) {
    return new Question(0, 0, "", false, spare);
  }

  /** Without what was entered: it may be a secret. */
  @Override
  public String toString() {
    return "Question[noKeys=" + noKeys + ", wrong=" + wrong + ", digits=" + entry.length() + "]";
  }
}
