package io.switchboard.desktop.api;

import io.switchboard.core.access.Role;
import java.util.Locale;

/** How roles are written: in lower case. */
final class Roles {
  private Roles() {}

  static String text(Role role) {
    return role.name().toLowerCase(Locale.ROOT);
  }
}
