package io.switchboard.core.signal;

import io.switchboard.core.id.AgentId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an agent, or a supervisor in his place, asks of the ACD. */
public sealed interface AgentRequest extends Request<Reply> {
  AgentId agent();

  record SignIn(AgentId agent) implements AgentRequest {}

  /** Also ends wrap-up. */
  record Ready(AgentId agent) implements AgentRequest {}

  /** While he talks, wraps up or rings it takes effect afterwards. */
  record NotReady(AgentId agent, String reason) implements AgentRequest {}

  /**
   * At once, whatever he does. Kept over restarts until they are set anew.
   *
   * @param skills skill → level, 1 to 10, instead of the configured ones; null: the configured ones again
   * @param by who asked
   */
  record SetSkills(AgentId agent, @Nullable Map<String, Integer> skills, String by) implements AgentRequest {}

  /** While he talks it takes effect after the call. A call that rings is taken back and keeps its place. */
  record SignOut(AgentId agent) implements AgentRequest {}
}
