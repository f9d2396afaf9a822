package io.switchboard.core.signal;

import io.switchboard.core.id.AgentId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an agent, or a supervisor in his place, asks of the ACD. {@code by}: the user who asks for somebody else; empty: himself. */
public sealed interface AgentRequest extends Request<Reply> {
  AgentId agent();

  String by();

  record SignIn(AgentId agent, String by) implements AgentRequest {
    public SignIn(AgentId agent) {
      this(agent, "");
    }
  }

  /** Also ends wrap-up and a break. A break that is due is kept: it begins instead. */
  record Ready(AgentId agent, String by) implements AgentRequest {
    public Ready(AgentId agent) {
      this(agent, "");
    }
  }

  /** While he talks, wraps up or rings it takes effect afterwards. */
  record NotReady(AgentId agent, String reason, String by) implements AgentRequest {
    public NotReady(AgentId agent, String reason) {
      this(agent, reason, "");
    }
  }

  /** Prolongs the wrap-up at hand as its queue allows. */
  record ExtendWrapUp(AgentId agent, String by) implements AgentRequest {
    public ExtendWrapUp(AgentId agent) {
      this(agent, "");
    }
  }

  /**
   * How the call at hand went, said while he talks or wraps up.
   *
   * @param code one of its queue's, or empty: a note alone
   * @param note what is to be kept with the call, or empty
   * @param done his wrap-up ends with it
   */
  record WrapUp(AgentId agent, String code, String note, boolean done, String by) implements AgentRequest {}

  /**
   * A break of this shift besides the configured ones, one at a time: another takes its place.
   *
   * @param reason one that the tenant knows
   * @param inMs when it begins, from now, up to 24 h; with a call at hand, after it
   * @param lengthMs up to 24 h; 0 calls off the one that was asked for
   */
  record PlanBreak(AgentId agent, String reason, long inMs, long lengthMs, String by) implements AgentRequest {}

  /**
   * At once, whatever he does. Kept over restarts until they are set anew.
   *
   * @param skills skill → level, 1 to 10, instead of the configured ones; null: the configured ones again
   */
  record SetSkills(AgentId agent, @Nullable Map<String, Integer> skills, String by) implements AgentRequest {}

  /** While he talks it takes effect after the call. A call that rings is taken back and keeps its place. */
  record SignOut(AgentId agent, String by) implements AgentRequest {
    public SignOut(AgentId agent) {
      this(agent, "");
    }
  }
}
