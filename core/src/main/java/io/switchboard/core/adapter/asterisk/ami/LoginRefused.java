package io.switchboard.core.adapter.asterisk.ami;

import java.io.IOException;

/** Asterisk answers, but does not let us in. */
public final class LoginRefused extends IOException {
  private static final long serialVersionUID = 1L;

  LoginRefused(String why) {
    super(why);
  }
}
