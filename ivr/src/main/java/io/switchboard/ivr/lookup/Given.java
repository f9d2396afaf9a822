package io.switchboard.ivr.lookup;

import io.switchboard.ivr.value.Type;
import io.switchboard.ivr.value.Value;

/** Makes values of what a source gave. */
public final class Given {
  /** A flow remembers it, and facts keep it: a sentence, not a document. */
  public static final int MOST_LENGTH = 1_000;

  private Given() {}

  /** What a source gave is not what the lookup gives. Its message names the value and its type, and holds nothing of its content. */
  public static final class Unfit extends Exception {
    private static final long serialVersionUID = 1;

    public Unfit(String name, String why) {
      super(name + " " + why, null, false, false);
    }

    /** Says that it has another type. */
    public Unfit(String name, String is, Type wanted) {
      this(name, "is " + is + ", not " + wanted.word());
    }

    @Override
    public String getMessage() {
      return String.valueOf(super.getMessage());
    }
  }

  /** Reads a text as a value of the type. */
  public static Value read(String name, String text, Type type) throws Unfit {
    if (text.length() > MOST_LENGTH) {
      throw new Unfit(name, "is longer than " + MOST_LENGTH + " characters");
    }
    if (text.indexOf('\0') >= 0) {
      throw new Unfit(name, "has a character U+0000");
    }
    return type.read(text).orElseThrow(() -> new Unfit(name, "is a text, not " + type.word()));
  }
}
