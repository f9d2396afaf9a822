package io.switchboard.ivr.verb;

import java.util.List;

/**
 * {@code record}: says prompts and records what the caller says after the beep, for his call: a name, a statement. A key cuts the prompts;
 * # ends it.
 *
 * @param prompts at least one
 * @param mostMs after which it ends, in milliseconds
 * @param silenceMs of silence after which it ends, in milliseconds
 * @param leastMs what is shorter is not kept, in milliseconds
 * @param into the variable that holds the recording's id afterwards
 * @param tooShort he said nothing, or too little, or it could not be kept
 * @param next it is kept
 */
public record Recording(
    List<Saying> prompts, long mostMs, long silenceMs, long leastMs, String into, String tooShort, String next) implements Step {
  public static final String VERB = "record";
  public static final long MOST_MS = 60_000;
  public static final long SILENCE_MS = 5_000;
  public static final long LEAST_MS = 1_000;

  @Override
  public String verb() {
    return VERB;
  }

  @Override
  public List<Branch> branches() {
    return List.of(Branch.on("/record/too_short", tooShort), Branch.on("/record/next", next));
  }

  @Override
  public List<Spoken> says() {
    return Saying.spoken("/record/prompts", prompts);
  }

  @Override
  public void enter(Turn turn) {
    turn.record(this);
  }
}
