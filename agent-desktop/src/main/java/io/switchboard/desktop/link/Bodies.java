package io.switchboard.desktop.link;

import io.switchboard.desktop.protocol.Topic;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The bodies of changes that are told in one go. Who is shown the same, be it the windows of one agent or all who look at a wallboard, gets one
 * and the same body: it is made once, and whoever writes it can see that he has written it already.
 */
final class Bodies {
  private record Key(Topic topic, Object alike, Set<Part> parts) {}

  private final Map<Topic, Source> sources;
  private final Map<Key, Map<String, Object>> made = new HashMap<>();

  Bodies(Map<Topic, Source> sources) {
    this.sources = sources;
  }

  /** Empty where nobody shows such a topic. */
  Map<String, Object> of(Topic topic, Reader reader, Set<Part> parts) {
    Source source = sources.get(topic);
    return source == null ? Map.of()
        : made.computeIfAbsent(new Key(topic, source.alike(reader), Set.copyOf(parts)), key -> source.parts(reader, key.parts()));
  }
}
