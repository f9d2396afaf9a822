package io.switchboard.ivr.verb;

import io.switchboard.core.ending.QueueExit;
import io.switchboard.core.ending.QueueRefusal;
import io.switchboard.ivr.value.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code enqueue}: hands the caller to a queue. The flow goes on only if the queue refuses him or lets him go.
 *
 * @param queue its name within the caller's tenant
 * @param wish what is asked for him there
 * @param priority in place of that of the wish, computed as he comes; empty: that of the wish holds
 * @param closed outside of the queue's hours
 * @param emergency an emergency closure is in force
 * @param noAgents nobody is signed in who could answer
 * @param full it holds as many callers as it may
 * @param left he was waiting already when an emergency closure was switched on
 * @param maxWait he has waited for as long as the queue allows
 * @param overflows rule of the queue → the step for whom it sends on; a rule that is not named leads where {@code maxWait} does
 * @param keys that he may press while he waits, each with the step to which it leads
 * @param after an agent has ended their talk and he is still on the line; empty: his call ends with the talk
 */
public record Enqueue(
    String queue, Wish wish, Optional<Expression> priority, String closed, String emergency, String noAgents, String full, String left,
    String maxWait, Map<String, String> overflows, Map<Character, String> keys, String after) implements Queueing {
  public static final String VERB = "enqueue";

  @Override
  public String verb() {
    return VERB;
  }

  /** A queue that is gone has nobody who could answer. */
  @Override
  public String refused(QueueRefusal reason) {
    return switch (reason) {
      case CLOSED -> closed;
      case EMERGENCY -> emergency;
      case NO_AGENTS, UNKNOWN_QUEUE, AGENT_BUSY -> noAgents;
      case FULL -> full;
    };
  }

  @Override
  public String left(QueueExit exit, String key, String rule) {
    return switch (exit) {
      case MAX_WAIT -> maxWait;
      case OVERFLOW -> overflows.getOrDefault(rule, maxWait);
      case KEY -> key.isEmpty() ? noAgents : keys.getOrDefault(key.charAt(0), noAgents); // changed meanwhile: as if nobody were there
      case EMERGENCY -> left;
      case NO_AGENTS, QUEUE_REMOVED, NO_ANSWER -> noAgents;
      case ABANDONED, UNREACHED, RETURNED, CANCELLED, MOVED, UNSEEN -> throw new IllegalArgumentException("nobody goes on after " + exit);
    };
  }

  @Override
  public List<Branch> branches() {
    List<Branch> all = new ArrayList<>(List.of(
        Branch.on("/enqueue/closed", closed),
        Branch.on("/enqueue/emergency", emergency),
        Branch.on("/enqueue/no_agents", noAgents),
        Branch.on("/enqueue/full", full),
        Branch.on("/enqueue/left", left),
        Branch.on("/enqueue/max_wait", maxWait)));
    overflows.forEach((rule, step) -> all.add(Branch.on("/enqueue/overflow/" + rule, step)));
    keys.forEach((key, step) -> all.add(Branch.key("/enqueue/keys/" + key, step)));
    if (!after.isEmpty()) {
      all.add(Branch.on("/enqueue/after", after));
    }
    return all;
  }

  @Override
  public List<Spoken> says() {
    return List.of();
  }

  @Override
  public void enter(Turn turn) {
    turn.enqueue(this);
  }
}
