package io.switchboard.ivr.verb;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/**
 * {@code menu}: asks for one key.
 *
 * @param keys key → step
 */
public record Menu(List<Saying> prompts, SortedMap<Character, String> keys, Retry noKey, Retry wrong, long timeoutMs) implements Asking {
  public static final String VERB = "menu";

  /** Every key that a telephone can send. */
  public static final String KEYS = "0123456789*#ABCD";

  @Override
  public String verb() {
    return VERB;
  }

  @Override
  public List<Branch> branches() {
    List<Branch> all = new ArrayList<>();
    keys.forEach((key, step) -> all.add(Branch.key("/menu/keys/" + key, step)));
    all.add(Branch.on("/menu/no_key/then", noKey.then()));
    all.add(Branch.on("/menu/wrong_key/then", wrong.then()));
    return all;
  }

  @Override
  public List<Spoken> says() {
    List<Spoken> all = new ArrayList<>(Saying.spoken("/menu/prompts", prompts));
    all.add(new Spoken("/menu/no_key/say", noKey.say()));
    all.add(new Spoken("/menu/wrong_key/say", wrong.say()));
    return all;
  }
}
