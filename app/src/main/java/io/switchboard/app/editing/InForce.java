package io.switchboard.app.editing;

import io.switchboard.core.signal.ReloadRequest;
import java.nio.file.Path;
import java.util.List;

/** The configuration that is in force. */
public interface InForce {
  /** What hinders a directory's configuration from being taken now, a line each; empty: nothing. */
  List<String> hindrances(Path directory);

  /** Takes what stands in the files, all or nothing. */
  default ReloadRequest.Outcome take(String by) {
    return take(by, 0);
  }

  /** The same. {@code rollingBackTo}: the release whose texts are in the files; 0: none. */
  ReloadRequest.Outcome take(String by, int rollingBackTo);
}
