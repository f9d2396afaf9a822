package io.switchboard.app.configuration;

import org.jspecify.annotations.Nullable;

/** Where {@code ${env:NAME}} is looked up: the variables of the process, or others on top of them. */
@FunctionalInterface
public interface Environment {
  @Nullable String get(String name);
}
