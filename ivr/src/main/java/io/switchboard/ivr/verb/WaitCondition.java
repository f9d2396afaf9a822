package io.switchboard.ivr.verb;

import io.switchboard.ivr.value.Type;
import java.util.List;
import java.util.Map;

/**
 * {@code wait}: goes one way or another by how a queue stands now.
 *
 * @param queue its name within the caller's tenant
 * @param cases in the order in which they are looked at; beside the flow's variables they know {@link #KNOWN}
 */
public record WaitCondition(String queue, List<Decide.Case> cases, String otherwise) implements Step {
  public static final String VERB = "wait";

  /** Callers who wait there. */
  public static final String WAITING = "queue_waiting";
  /** Its agents who are signed in and not on a break. */
  public static final String AGENTS = "queue_agents";
  /** Its agents who could take a call now. */
  public static final String READY = "queue_ready";
  /** Seconds that a caller would wait who came now, as far as is known; -1 where it is not. */
  public static final String EXPECTED_S = "queue_expected_s";

  /** What the conditions know of the queue. */
  public static final Map<String, Type> KNOWN =
      Map.of(WAITING, Type.INTEGER, AGENTS, Type.INTEGER, READY, Type.INTEGER, EXPECTED_S, Type.INTEGER);

  @Override
  public String verb() {
    return VERB;
  }

  @Override
  public List<Branch> branches() {
    return Decide.branches("/wait", cases, otherwise);
  }

  @Override
  public List<Spoken> says() {
    return List.of();
  }

  @Override
  public void enter(Turn turn) {
    turn.weigh(this);
  }
}
