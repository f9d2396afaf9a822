package io.switchboard.desktop.access;

import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** What a user shows instead of his password, for some hours after he logged in. */
public interface Tokens {
  String issue(Visitor.User user);

  /** How long a token is valid, in seconds. */
  long validS();

  /** Whom the token was issued to; empty when it is forged, expired, or its user may no longer log in. His role is that of now. */
  CompletionStage<Optional<Visitor.User>> read(String token);
}
