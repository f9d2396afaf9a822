package io.switchboard.desktop.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.switchboard.core.access.MemoryPasswords;
import io.switchboard.core.access.Role;
import io.switchboard.core.id.TenantId;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordChangeTest {
  private static final TenantId DEMO = new TenantId("demo");

  private final MemoryPasswords passwords = new MemoryPasswords();
  private final PasswordChange change =
      new PasswordChange(new Accounts(Map.of(DEMO, Map.of("anna", Role.AGENT))), passwords, new PlainHashing());

  @Test
  void aGoodPasswordIsKeptAsItsHash() {
    assertEquals(Optional.empty(), change.change(DEMO, "anna", "correct horse battery"));
    assertEquals(Optional.of("$plain$correct horse battery"), passwords.hash(DEMO, "anna"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      anna | short          | the password has 5 characters; give 15 to 1024
      anna | 密码密码密码密码 | the password has 8 characters; give 15 to 1024
      anna | aaaabbbbaaaabbbbaaaa | the password repeats itself; give at least 5 different characters, e.g. several words
      anne | correct horse battery | there is no user demo/anne; name one of agents.yaml or users.yaml
      """)
  void aRefusalSaysWhatWouldBeRight(String user, String password, String refusal) {
    assertEquals(Optional.of(refusal), change.change(DEMO, user, password));
    assertEquals(Optional.empty(), passwords.hash(DEMO, user));
  }

  @Test
  void aControlCharacterIsRefused() {
    assertEquals(Optional.of("the password has a control character; use letters, digits, signs and spaces"),
        change.change(DEMO, "anna", "correct horse\nbattery"));
  }
}
