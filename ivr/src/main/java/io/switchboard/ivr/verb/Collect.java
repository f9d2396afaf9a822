package io.switchboard.ivr.verb;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/**
 * {@code collect}: asks for digits.
 *
 * @param into the variable that holds them afterwards; a secret one is never told to anybody but a lookup
 * @param keys key → the step to which it leads as long as no digit has been pressed, and when the digits are read back
 * @param confirm what asks whether they are right, with the digits in the variable: 1 is yes, 2 asks anew; none: they are not read back
 */
public record Collect(
    String into, List<Saying> prompts, Entry entry, SortedMap<Character, String> keys, List<Saying> confirm, Retry noKey, Retry wrong, long timeoutMs,
    long betweenKeysMs, String next) implements Entering {
  public static final String VERB = "collect";
  /** The key that says that the digits are right. */
  public static final char YES = '1';
  /** The key that asks anew. */
  public static final char NO = '2';

  @Override
  public String verb() {
    return VERB;
  }

  @Override
  public List<Branch> branches() {
    List<Branch> all = new ArrayList<>();
    all.add(Branch.entry("/collect/next", next, entry.leastKeys() + (confirm.isEmpty() ? 0 : 1)));
    keys.forEach((key, step) -> all.add(Branch.key("/collect/keys/" + key, step)));
    all.add(Branch.on("/collect/no_key/then", noKey.then()));
    all.add(Branch.on("/collect/wrong/then", wrong.then()));
    return all;
  }

  @Override
  public List<Spoken> says() {
    List<Spoken> all = new ArrayList<>(Saying.spoken("/collect/prompts", prompts));
    all.addAll(Saying.spoken("/collect/confirm", confirm));
    all.add(new Spoken("/collect/no_key/say", noKey.say()));
    all.add(new Spoken("/collect/wrong/say", wrong.say()));
    return all;
  }
}
