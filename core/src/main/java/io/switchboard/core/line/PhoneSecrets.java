package io.switchboard.core.line;

/**
 * What browser phones sign in with. A secret is good until it is taken, whatever restarts meanwhile; who has signed in stays so until his
 * socket is gone or his registration runs out. Blocks; fails with {@link java.io.UncheckedIOException} while the telephone server is away.
 */
public interface PhoneSecrets {
  /** Makes this the secret of an endpoint; an earlier one is good no more. */
  void give(String endpoint, String secret);

  /** Whether there was one makes no difference. */
  void take(String endpoint);
}
