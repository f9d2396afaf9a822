package io.switchboard.ivr.verb;

import java.util.ArrayList;
import java.util.List;

/**
 * {@code survey}: asks for a score.
 *
 * @param name of the question, by which answers are counted
 * @param entry a number between the worst and the best score
 * @param queue whose work is scored, by its name within the caller's tenant; empty: the one in which he talked last
 * @param bad scores up to this one are bad: a supervisor is warned and a task to call back is made; below the worst score: none is
 * @param callBackWithinMs by when who gave a bad score is to be called back, in milliseconds from then
 */
public record Survey(
    String name, List<Saying> prompts, Entry entry, String queue, int bad, long callBackWithinMs, Retry noKey, Retry wrong, long timeoutMs, long betweenKeysMs,
    String next) implements Entering {
  public static final String VERB = "survey";
  /** By the next day: so long a customer remembers what annoyed him. */
  public static final long CALL_BACK_WITHIN_MS = 86_400_000;

  @Override
  public String verb() {
    return VERB;
  }

  public int worst() {
    return entry.accepts() instanceof Entry.Accepts.Between scores ? scores.least() : 0;
  }

  public int best() {
    return entry.accepts() instanceof Entry.Accepts.Between scores ? scores.most() : 0;
  }

  @Override
  public List<Branch> branches() {
    return List.of(
        Branch.entry("/survey/next", next, entry.leastKeys()),
        Branch.on("/survey/no_key/then", noKey.then()),
        Branch.on("/survey/wrong/then", wrong.then()));
  }

  @Override
  public List<Spoken> says() {
    List<Spoken> all = new ArrayList<>(Saying.spoken("/survey/prompts", prompts));
    all.add(new Spoken("/survey/no_key/say", noKey.say()));
    all.add(new Spoken("/survey/wrong/say", wrong.say()));
    return all;
  }
}
