package io.switchboard.desktop.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.switchboard.core.access.MemoryLoginThrottle;
import io.switchboard.core.access.MemoryPasswords;
import io.switchboard.core.access.Role;
import io.switchboard.core.id.TenantId;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoginTest {
  private static final TenantId DEMO = new TenantId("demo");
  private static final TenantId OTHER = new TenantId("other");

  private final MemoryPasswords passwords = new MemoryPasswords();
  private final Login login = new Login(
      new Accounts(Map.of(DEMO, Map.of("anna", Role.AGENT), OTHER, Map.of("zoe", Role.AGENT))), passwords, new PlainHashing(),
      new MemoryLoginThrottle(2, 60_000));

  @BeforeEach
  void setPasswords() {
    passwords.store(DEMO, "anna", "$plain$right");
    passwords.store(DEMO, "gone", "$plain$right");
  }

  @Test
  void theRightPasswordLetsHimInAsWhatHeIs() {
    assertEquals(new Login.Result.Granted(new Visitor.User(DEMO, "anna", Role.AGENT)), login.attempt(DEMO, "anna", "right", "::1"));
  }

  @Test
  void wrongPassword_unknownUser_noPassword_removedUser_andWrongTenant_lookTheSame() {
    assertEquals(new Login.Result.Wrong(), login.attempt(DEMO, "anna", "wrong", "::1"));
    assertEquals(new Login.Result.Wrong(), login.attempt(DEMO, "nobody", "right", "::1"));
    assertEquals(new Login.Result.Wrong(), login.attempt(OTHER, "zoe", "nobody has this password", "::1"));
    assertEquals(new Login.Result.Wrong(), login.attempt(DEMO, "gone", "right", "::1"));
    assertEquals(new Login.Result.Wrong(), login.attempt(OTHER, "anna", "right", "::1"));
  }

  @Test
  void afterTooManyFailures_evenTheRightPasswordIsNotLookedAt() {
    login.attempt(DEMO, "anna", "wrong", "::1");
    login.attempt(DEMO, "anna", "wrong", "::1");
    assertEquals(new Login.Result.TooMany(60_000), login.attempt(DEMO, "anna", "right", "::1"));
  }

  @Test
  void aRightPasswordMakesEarlierFailuresForgotten() {
    login.attempt(DEMO, "anna", "wrong", "::1");
    login.attempt(DEMO, "anna", "right", "::1");
    login.attempt(DEMO, "anna", "wrong", "::1");
    assertEquals(new Login.Result.Granted(new Visitor.User(DEMO, "anna", Role.AGENT)), login.attempt(DEMO, "anna", "right", "::1"));
  }
}
