package io.switchboard.ivr.message;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Messages of a test: how long each is that came in, and what became of it. */
public final class MemoryMessageFiles implements MessageFiles {
  public final Map<Name, Long> in = new LinkedHashMap<>();
  public final List<Name> kept = new ArrayList<>();

  @Override
  public String incoming(Name message) {
    return "/in/" + message.tenant() + "~" + message.call() + "-" + message.number();
  }

  @Override
  public String kept(Name message) {
    return "kept/" + message.call() + "-" + message.number() + ".wav";
  }

  @Override
  public OptionalLong length(Name message) {
    Long ms = in.get(message);
    return ms == null ? OptionalLong.empty() : OptionalLong.of(ms);
  }

  @Override
  public boolean isKept(Name message) {
    return kept.contains(message);
  }

  @Override
  public void keep(Name message) {
    in.remove(message);
    kept.add(message);
  }

  @Override
  public void drop(Name message) {
    in.remove(message);
  }

  @Override
  public List<Name> left() {
    return in.keySet().stream().map(name -> new Name(name.tenant(), name.call(), name.number())).toList();
  }
}
