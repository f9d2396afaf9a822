package io.switchboard.core.adapter.asterisk.files;

/**
 * Where PJSIP looks for what phones sign in with: in its files, and for browser phones in Asterisk's own database, where
 * {@link io.switchboard.core.adapter.asterisk.AmiPhoneSecrets} puts the secret of each session. It is asked at each sign-in, so nothing is
 * reloaded, and it outlives both the platform and Asterisk.
 */
final class SorceryFile {
  /** Family of the database; PJSIP adds the kind of object. */
  static final String FAMILY = "switchboard";

  private SorceryFile() {}

  static String text() {
    return new ConfText("Where the secrets of phones are.")
        .section("res_pjsip")
        .line("auth = config,pjsip.conf,criteria=type=auth")
        .line("auth = astdb," + FAMILY)
        .toString();
  }
}
