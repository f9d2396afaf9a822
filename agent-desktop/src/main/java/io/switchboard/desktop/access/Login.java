package io.switchboard.desktop.access;

import io.switchboard.core.access.LoginThrottle;
import io.switchboard.core.access.Passwords;
import io.switchboard.core.access.Role;
import io.switchboard.core.id.TenantId;
import java.util.Optional;

/**
 * Finds out whether he is who he says. Takes as long for a user who does not exist as for a wrong password, and says the same.
 * Blocks: run it aside.
 */
public final class Login {
  private final Accounts accounts;
  private final Passwords passwords;
  private final Hashing hashing;
  private final LoginThrottle throttle;
  private final String nobodysHash;

  /** What came of a try. */
  public sealed interface Result {
    record Granted(Visitor.User user) implements Result {}

    record Wrong() implements Result {}

    /** Too many tries: none is looked at for so many milliseconds. */
    record TooMany(long waitMs) implements Result {}
  }

  public Login(Accounts accounts, Passwords passwords, Hashing hashing, LoginThrottle throttle) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.hashing = hashing;
    this.throttle = throttle;
    this.nobodysHash = hashing.ofNobody();
  }

  public Result attempt(TenantId tenant, String user, String password, String address) {
    long waitMs = throttle.tried(tenant, user, address);
    if (waitMs > 0) {
      return new Result.TooMany(waitMs);
    }
    Optional<Role> role = accounts.role(tenant, user);
    Optional<String> hash = passwords.hash(tenant, user);
    boolean right = hashing.matches(password, hash.orElse(nobodysHash));
    if (!right || role.isEmpty() || hash.isEmpty()) {
      return new Result.Wrong();
    }
    throttle.succeeded(tenant, user, address);
    return new Result.Granted(new Visitor.User(tenant, user, role.get()));
  }
}
