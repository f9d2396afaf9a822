package io.switchboard.desktop.link;

import java.util.Map;
import java.util.Set;

/** What a topic shows, as it is now. */
public interface Source {
  /** The whole view. */
  Object whole(Reader reader);

  /** These parts of it, as the body of a change; what is unknown is left out. */
  Map<String, Object> parts(Reader reader, Set<Part> parts);
}
