package io.switchboard.desktop.link;

import java.util.Map;
import java.util.Set;

/** What a topic shows, as it is now. */
public interface Source {
  /** The whole view. */
  Object whole(Reader reader);

  /** Readers of whom this is the same are shown the same. */
  Object alike(Reader reader);

  /** These parts of it, as the body of a change, which stays as it is; what is unknown is left out. */
  Map<String, Object> parts(Reader reader, Set<Part> parts);
}
