package io.switchboard.ivr.verb;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/**
 * {@code menu}: asks for one key. The prompt may be cut by any key, and keys pressed ahead answer it without a word.
 *
 * @param keys key → step
 * @param timeoutMs how long it listens after the prompt, in milliseconds
 */
public record Menu(List<Saying> prompts, SortedMap<Character, String> keys, Retry noKey, Retry wrongKey, long timeoutMs) implements Step {
  public static final String VERB = "menu";

  /** Every key that a telephone can send. */
  public static final String KEYS = "0123456789*#ABCD";

  // What a menu does where its file says nothing. ITU-T E.161 leaves it open; VoiceXML 2.0 platforms listen for 5 s.
  public static final long TIMEOUT_MS = 5_000;
  public static final int REPEATS = 2;
  public static final String SAY_NO_KEY = "no-key";
  public static final String SAY_WRONG_KEY = "wrong-key";

  /**
   * What follows when no key, or a wrong one, was pressed.
   *
   * @param say said before the question is repeated
   * @param repeats how often the question is repeated, 0 to 9
   * @param then the step that follows when that was in vain
   */
  public record Retry(Saying say, int repeats, String then) {
    /** Whether the question is asked again after so many failures. */
    public boolean again(int failures) {
      return failures <= repeats;
    }
  }

  @Override
  public String verb() {
    return VERB;
  }

  @Override
  public List<Branch> branches() {
    List<Branch> all = new ArrayList<>();
    keys.forEach((key, step) -> all.add(new Branch("/menu/keys/" + key, step, true)));
    all.add(new Branch("/menu/no_key/then", noKey.then(), false));
    all.add(new Branch("/menu/wrong_key/then", wrongKey.then(), false));
    return all;
  }

  @Override
  public List<Spoken> says() {
    List<Spoken> all = new ArrayList<>(Saying.spoken("/menu/prompts", prompts));
    all.add(new Spoken("/menu/no_key/say", noKey.say()));
    all.add(new Spoken("/menu/wrong_key/say", wrongKey.say()));
    return all;
  }

  @Override
  public void enter(Turn turn) {
    turn.ask(this);
  }
}
