package io.switchboard.ivr.verb;

import java.util.List;

/**
 * {@code transfer}: connects the caller with a number outside. Keys that he presses while it rings are kept for the next menu.
 *
 * @param number in E.164, with its +
 * @param ringMs how long it may ring, in milliseconds
 * @param busy the number is busy
 * @param noAnswer it rang for as long as it may
 * @param failed no trunk took the call, or the number may not be dialled
 * @param next they talked, and the called party hung up
 */
public record Transfer(String number, long ringMs, String busy, String noAnswer, String failed, String next) implements Step {
  public static final String VERB = "transfer";
  public static final long RING_MS = 30_000;

  @Override
  public String verb() {
    return VERB;
  }

  @Override
  public List<Branch> branches() {
    return List.of(
        Branch.on("/transfer/busy", busy),
        Branch.on("/transfer/no_answer", noAnswer),
        Branch.on("/transfer/failed", failed),
        Branch.on("/transfer/next", next));
  }

  @Override
  public List<Spoken> says() {
    return List.of();
  }

  @Override
  public void enter(Turn turn) {
    turn.transfer(this);
  }
}
