package io.switchboard.desktop.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The client's first frame, within 5 s.
 *
 * @param token as of {@code POST /api/login}
 * @param resume the session that it had before its socket was lost, or null
 */
public record Hello(String token, List<Topic> topics, @Nullable Resume resume) {

  /** {@code seq}: of the last snapshot or change that it has. */
  public record Resume(String session, long seq) {}
}
