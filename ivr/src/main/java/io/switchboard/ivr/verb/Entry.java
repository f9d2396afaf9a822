package io.switchboard.ivr.verb;

/**
 * What may be entered by keys: digits, ended by a key of their own or by their number. After the first digit {@code *} begins anew.
 *
 * @param least digits, 1 to 32
 * @param most digits, {@code least} to 32; with the last one the entry is over
 * @param end the key that ends it before that; blank: none
 * @param accepts what the digits must be
 */
public record Entry(int least, int most, char end, Accepts accepts) {
  public static final char ANEW = '*';
  public static final char HASH = '#';
  public static final char NO_END = ' ';

  /** What the digits of a whole entry must be. */
  public sealed interface Accepts {
    /** Any. */
    record Digits() implements Accepts {}

    /** Those whose last one is right by this method. */
    record Checked(CheckDigit method) implements Accepts {}

    /** A whole number from {@code least} to {@code most}. */
    record Between(int least, int most) implements Accepts {}
  }

  /** What an entry has come to by one more key. */
  public enum Verdict {
    /** More keys may follow. */
    MORE,
    /** It is whole and accepted. */
    WHOLE,
    /** It is whole and not accepted, or it has ended too early, or the key is none of an entry. */
    WRONG
  }

  /** What {@code soFar} comes to by this key; a digit belongs to the entry, the {@link #end} does not. */
  public Verdict by(String soFar, char key) {
    if (key == end) {
      return whole(soFar);
    }
    if (key < '0' || key > '9') {
      return Verdict.WRONG;
    }
    String entered = soFar + key;
    return entered.length() < most ? Verdict.MORE : whole(entered);
  }

  /** What it comes to when no key follows. */
  public Verdict whole(String entered) {
    boolean accepted = entered.length() >= least && switch (accepts) {
      case Accepts.Digits any -> true;
      case Accepts.Checked checked -> checked.method().right(entered);
      case Accepts.Between between -> between.least() <= Long.parseLong(entered) && Long.parseLong(entered) <= between.most();
    };
    return accepted ? Verdict.WHOLE : Verdict.WRONG;
  }

  /** How many keys a caller presses at least. */
  public int leastKeys() {
    return least == most || end == NO_END ? least : least + 1;
  }
}
