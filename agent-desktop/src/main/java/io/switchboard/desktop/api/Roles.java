package io.switchboard.desktop.api;

import io.switchboard.core.access.Role;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/** How roles are written: in lower case. */
final class Roles {
  private Roles() {}

  static String text(Role role) {
    return role.name().toLowerCase(Locale.ROOT);
  }

  static String text(Collection<Role> roles) {
    return roles.stream().sorted().map(Roles::text).collect(Collectors.joining(", "));
  }
}
