package io.switchboard.desktop.adapter.argon2;

import com.password4j.Argon2Function;
import com.password4j.BadParametersException;
import com.password4j.Password;
import com.password4j.types.Argon2;
import io.switchboard.desktop.access.Hashing;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * Argon2id (RFC 9106) with the parameters that OWASP's Password Storage Cheat Sheet asks for at least: 19 MiB, two passes, one lane. Some
 * 50 to 100 ms of one core.
 */
public final class Argon2Hashing implements Hashing {
  private static final int MEMORY_KIB = 19 * 1024;
  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int HASH_BYTES = 32;
  private static final int SALT_BYTES = 16;

  private final Argon2Function function = Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, HASH_BYTES, Argon2.ID);

  @Override
  public String hash(String password) {
    return Password.hash(password).addRandomSalt(SALT_BYTES).with(function).getResult();
  }

  @Override
  public String ofNobody() {
    return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s".formatted(MEMORY_KIB, PASSES, LANES, random(SALT_BYTES), random(HASH_BYTES));
  }

  private static String random(int bytes) {
    byte[] drawn = new byte[bytes];
    new SecureRandom().nextBytes(drawn);
    return Base64.getEncoder().withoutPadding().encodeToString(drawn);
  }

  @Override
  public boolean matches(String password, String hash) {
    try {
      return Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash));
    } catch (BadParametersException unreadable) {
      return false;
    }
  }
}
