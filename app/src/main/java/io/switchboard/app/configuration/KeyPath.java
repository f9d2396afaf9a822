package io.switchboard.app.configuration;

import java.util.ArrayList;
import java.util.List;

/** Where a setting stands in its file: keys and, in lists, numbers from 1. Written {@code demo.sales.relax[2].after_s}. */
record KeyPath(List<Object> steps) {
  static final KeyPath ROOT = new KeyPath(List.of());

  static KeyPath of(String... keys) {
    return new KeyPath(List.of((Object[]) keys));
  }

  KeyPath then(String key) {
    return with(key);
  }

  /** {@code index} from 0. */
  KeyPath then(int index) {
    return with(index);
  }

  KeyPath parent() {
    return new KeyPath(steps.subList(0, steps.size() - 1));
  }

  boolean isRoot() {
    return steps.isEmpty();
  }

  /** The nearest key, also of a list's element; empty at the root. */
  String key() {
    return steps.reversed().stream().filter(String.class::isInstance).map(String.class::cast).findFirst().orElse("");
  }

  private KeyPath with(Object step) {
    List<Object> longer = new ArrayList<>(steps);
    longer.add(step);
    return new KeyPath(List.copyOf(longer));
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Object step : steps) {
      switch (step) {
        case Integer index -> text.append('[').append(index + 1).append(']');
        case Object key -> text.append(text.isEmpty() ? "" : ".").append(key);
      }
    }
    return text.toString();
  }
}
