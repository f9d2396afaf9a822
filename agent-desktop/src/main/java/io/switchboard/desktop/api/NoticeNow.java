package io.switchboard.desktop.api;

import io.switchboard.core.agent.AgentState;
import io.switchboard.core.agent.Notice;
import io.switchboard.core.metric.Snapshot;
import io.switchboard.desktop.words.Language;
import io.switchboard.desktop.words.NoticeWords;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What an agent is to know of his state that he did not do himself.
 *
 * @param by the user who did it; empty where nobody did
 * @param text the same, as a sentence in his language
 */
record NoticeNow(Notice code, String by, String text) {

  /** Null: there is nothing to say. */
  static @Nullable NoticeNow of(AgentNow agent, Snapshot.Agent counted, Language language) {
    Notice notice = notice(agent, counted);
    if (notice == null) {
      return null;
    }
    String about = notice == Notice.CHANGED ? changedTo(counted) : counted.reason();
    String by = notice == Notice.CHANGED ? counted.by() : "";
    return new NoticeNow(notice, by, NoticeWords.text(notice, about, by, language));
  }

  private static @Nullable Notice notice(AgentNow agent, Snapshot.Agent counted) {
    if (counted.state() == AgentState.SIGNED_OUT) {
      return counted.by().isEmpty() ? null : Notice.CHANGED;
    }
    if (!agent.reachable()) {
      return Notice.PHONE_UNREACHABLE;
    }
    if (counted.state() == AgentState.NOT_READY) {
      switch (counted.reason()) {
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
          if (counted.overLimit()) {
            return Notice.OVER_LIMIT;
          }
        }
      }
    }
    return counted.by().isEmpty() ? null : Notice.CHANGED;
  }

  /** What follows the call at hand, else what is. */
  private static String changedTo(Snapshot.Agent counted) {
    if (!counted.pending().isEmpty()) {
      return counted.pending();
    }
    String state = counted.state().name().toLowerCase(Locale.ROOT);
    return counted.reason().isEmpty() ? state : state + ":" + counted.reason();
  }
}
