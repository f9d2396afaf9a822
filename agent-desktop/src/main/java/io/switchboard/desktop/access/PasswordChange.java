package io.switchboard.desktop.access;

import io.switchboard.core.access.Passwords;
import io.switchboard.core.id.TenantId;
import java.util.Optional;

/** Sets a user's password; what {@code bin/switchboard password} does. Blocks. */
public final class PasswordChange {
  /** As NIST SP 800-63B-4 asks of a password that is the only factor. */
  public static final int LEAST_CHARACTERS = 15;

  public static final int MOST_CHARACTERS = 1024;

  public static final int LEAST_DIFFERENT = 5;

  private final Accounts accounts;
  private final Passwords passwords;
  private final Hashing hashing;

  public PasswordChange(Accounts accounts, Passwords passwords, Hashing hashing) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.hashing = hashing;
  }

  /** Stores the hash of the password; or says why not, and what would be right. */
  public Optional<String> change(TenantId tenant, String user, String password) {
    Optional<String> refusal = refusal(tenant, user, password);
    if (refusal.isEmpty()) {
      passwords.store(tenant, user, hashing.hash(password));
    }
    return refusal;
  }

  private Optional<String> refusal(TenantId tenant, String user, String password) {
    int characters = password.codePointCount(0, password.length());
    if (accounts.role(tenant, user).isEmpty()) {
      return Optional.of("there is no user " + tenant + "/" + user + "; name one of agents.yaml or users.yaml");
    }
    if (characters < LEAST_CHARACTERS || characters > MOST_CHARACTERS) {
      return Optional.of("the password has " + characters + " characters; give " + LEAST_CHARACTERS + " to " + MOST_CHARACTERS);
    }
    if (password.chars().anyMatch(Character::isISOControl)) {
      return Optional.of("the password has a control character; use letters, digits, signs and spaces");
    }
    return password.chars().distinct().count() < LEAST_DIFFERENT
        ? Optional.of("the password repeats itself; give at least " + LEAST_DIFFERENT + " different characters, e.g. several words")
        : Optional.empty();
  }
}
