package io.switchboard.desktop.words;

import io.switchboard.core.agent.AgentState;
import io.switchboard.core.agent.Notice;
import io.switchboard.core.journal.Fact;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What there is to tell an agent of his state that he did not do himself.
 *
 * @param about his reason for being not ready, the state that was set, or what came of a dial
 * @param by the user who did it, or the number that was dialled; else empty
 */
public record Noticed(Notice code, String about, String by) {

  /**
   * As he stands.
   *
   * @param by who set his state, or what is pending, in his place; else empty
   */
  public record Standing(AgentState state, String reason, String pending, String by, boolean overLimit, boolean reachable) {}

  /** Null: there is nothing to say. */
  public static @Nullable Noticed of(Standing agent) {
    Notice notice = notice(agent);
    if (notice == null) {
      return null;
    }
    return notice == Notice.CHANGED ? new Noticed(notice, changedTo(agent), agent.by()) : new Noticed(notice, agent.reason(), "");
  }

  /** Whom he dialled in vain, and why. */
  public static Noticed of(Fact.Dial.DialEnded dialled) {
    return new Noticed(Notice.NOT_REACHED, dialled.result().name().toLowerCase(Locale.ROOT), dialled.number());
  }

  private static @Nullable Notice notice(Standing agent) {
    if (agent.state() == AgentState.SIGNED_OUT) {
      return agent.by().isEmpty() ? null : Notice.CHANGED;
    }
    if (!agent.reachable()) {
      return Notice.PHONE_UNREACHABLE;
    }
    if (agent.state() == AgentState.NOT_READY) {
      switch (agent.reason()) {
        case "no_answer" -> {
          return Notice.NO_ANSWER;
        }
        case "busy" -> {
          return Notice.BUSY;
        }
        case "declined" -> {
          return Notice.DECLINED;
        }
        default -> {
          if (agent.overLimit()) {
            return Notice.OVER_LIMIT;
          }
        }
      }
    }
    return agent.by().isEmpty() ? null : Notice.CHANGED;
  }

  /** What follows the call at hand, else what is. */
  private static String changedTo(Standing agent) {
    if (!agent.pending().isEmpty()) {
      return agent.pending();
    }
    String state = agent.state().name().toLowerCase(Locale.ROOT);
    return agent.reason().isEmpty() ? state : state + ":" + agent.reason();
  }

  /** As a sentence to him. */
  public String text(Language language) {
    return NoticeWords.text(code, about, by, language);
  }
}
