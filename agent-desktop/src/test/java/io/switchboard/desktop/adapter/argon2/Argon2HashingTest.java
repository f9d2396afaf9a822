package io.switchboard.desktop.adapter.argon2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class Argon2HashingTest {
  private final Argon2Hashing hashing = new Argon2Hashing();

  @Test
  void aHashNamesItsParametersAndMatchesItsPasswordOnly() {
    String hash = hashing.hash("密码 correct horse");
    assertTrue(hash.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"), hash);
    assertTrue(hashing.matches("密码 correct horse", hash));
    assertFalse(hashing.matches("密码 correct horse ", hash));
    assertNotEquals(hash, hashing.hash("密码 correct horse"));
  }

  @Test
  void aHashWithOtherParametersIsReadToo() {
    // the reference implementation: echo -n password | argon2 somesalt -id -t 2 -m 8 -p 1
    assertFalse(hashing.matches("wrong", "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4"));
    assertTrue(hashing.matches("password", "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4"));
  }

  @Test
  void nobodysLooksLikeAnyAndHasNoPassword() {
    String nobodys = hashing.ofNobody();
    assertEquals(hashing.hash("x").replaceAll("[A-Za-z0-9+/]{22,}", "~"), nobodys.replaceAll("[A-Za-z0-9+/]{22,}", "~"));
    assertNotEquals(nobodys, hashing.ofNobody());
    assertFalse(hashing.matches("", nobodys));
  }

  @Test
  void whatIsNoHashMatchesNothing() {
    assertFalse(hashing.matches("x", "x"));
    assertFalse(hashing.matches("x", ""));
    assertFalse(hashing.matches("x", "$argon2id$v=19$m=19456"));
  }
}
