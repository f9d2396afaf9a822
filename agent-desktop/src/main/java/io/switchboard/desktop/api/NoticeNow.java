package io.switchboard.desktop.api;

import io.switchboard.core.agent.Notice;
import io.switchboard.core.metric.Snapshot;
import io.switchboard.desktop.words.Language;
import io.switchboard.desktop.words.Noticed;
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
    Noticed noticed = Noticed.of(new Noticed.Standing(
        counted.state(), counted.reason(), counted.pending(), counted.by(), counted.overLimit(), agent.reachable()));
    return noticed == null ? null : new NoticeNow(noticed.code(), noticed.by(), noticed.text(language));
  }
}
