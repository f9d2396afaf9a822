package io.switchboard.ivr.verb;

/**
 * What follows when nothing, or something wrong, was pressed.
 *
 * @param say said before the question is repeated
 * @param repeats how often the question is repeated, 0 to 9
 * @param then the step that follows when that was in vain
 */
public record Retry(Saying say, int repeats, String then) {
  // What a question does where its file says nothing. ITU-T E.161 leaves it open; VoiceXML 2.0 platforms listen for 5 s.
  public static final long TIMEOUT_MS = 5_000;
  public static final long BETWEEN_KEYS_MS = 3_000;
  public static final int REPEATS = 2;
  public static final String SAY_NO_KEY = "no-key";
  public static final String SAY_WRONG_KEY = "wrong-key";
  public static final String SAY_WRONG_ENTRY = "wrong-entry";

  /** Whether the question is asked again after so many failures. */
  public boolean again(int failures) {
    return failures <= repeats;
  }
}
