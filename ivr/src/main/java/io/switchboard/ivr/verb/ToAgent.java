package io.switchboard.ivr.verb;

import io.switchboard.core.ending.QueueExit;
import io.switchboard.core.ending.QueueRefusal;
import java.util.List;
import java.util.Map;

/**
 * {@code transfer} to an agent: rings him, and nobody else; his talk counts in a queue. The caller does not wait for him.
 *
 * @param agent his name within the caller's tenant
 * @param queue by its name within the caller's tenant: its music, its wrap-up, its numbers
 * @param ringMs how long his phone may ring, in milliseconds
 * @param busy he is not ready: not signed in, in a talk or its wrap-up, on a break, or his phone cannot be reached
 * @param noAnswer he did not answer, or declined
 * @param failed an emergency closure of the queue is in force, or it is gone
 */
public record ToAgent(String agent, String queue, long ringMs, String busy, String noAnswer, String failed) implements Queueing {
  public static final long RING_MS = 20_000;

  /** What is asked of the queue. */
  public Wish wish() {
    return new Wish(0, Map.of(), "", agent, false, ringMs);
  }

  @Override
  public String verb() {
    return Transfer.VERB;
  }

  @Override
  public Map<Character, String> keys() {
    return Map.of();
  }

  @Override
  public String refused(QueueRefusal reason) {
    return switch (reason) {
      case AGENT_BUSY -> busy;
      case CLOSED, EMERGENCY, NO_AGENTS, FULL, UNKNOWN_QUEUE -> failed;
    };
  }

  @Override
  public String left(QueueExit exit, String key, String rule) {
    return switch (exit) {
      case NO_ANSWER -> noAnswer;
      case EMERGENCY, NO_AGENTS, QUEUE_REMOVED, MAX_WAIT, OVERFLOW, KEY -> failed;
      case ABANDONED, UNREACHED, RETURNED, CANCELLED, MOVED, UNSEEN -> throw new IllegalArgumentException("nobody goes on after " + exit);
    };
  }

  @Override
  public List<Branch> branches() {
    return List.of(
        Branch.on("/transfer/busy", busy), Branch.on("/transfer/no_answer", noAnswer), Branch.on("/transfer/failed", failed));
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
