package io.switchboard.desktop.phone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.core.id.AgentId;
import io.switchboard.core.line.PhoneSecrets;
import io.switchboard.core.signal.DirectSignals;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PhoneSessionsTest {
  private static final AgentId ANNA = AgentId.of("demo", "anna");

  private final Map<String, String> secrets = new HashMap<>(Map.of("page", "of before"));
  private long nowMs = 1_000;
  private int made;
  private boolean asteriskAway;
  private final PhoneSessions sessions = new PhoneSessions(Map.of(ANNA, "page"), new PhoneSecrets() {
    @Override
    public void give(String endpoint, String secret) {
      there();
      secrets.put(endpoint, secret);
    }

    @Override
    public void take(String endpoint) {
      there();
      secrets.remove(endpoint);
    }

    private void there() {
      if (asteriskAway) {
        throw new UncheckedIOException(new IOException("away"));
      }
    }
  }, new DirectSignals(), () -> "made" + ++made, Runnable::run, () -> nowMs);

  @Test
  void whenThePageStaysAway_thenItsSecretDies_andNotBefore() {
    PhoneSessions.Session session = sessions.begin(ANNA).toCompletableFuture().join();
    PhoneLink link = why -> {};
    assertTrue(sessions.connected(ANNA, session.id(), link));
    nowMs += 10 * PhoneSessions.ABSENT_MS;
    sessions.sweep();
    assertEquals(Map.of("page", session.secret()), secrets);
    sessions.lost(ANNA, link);
    nowMs += PhoneSessions.ABSENT_MS - 1;
    sessions.sweep();
    assertEquals(Map.of("page", session.secret()), secrets);
    nowMs++;
    asteriskAway = true;
    sessions.sweep();
    asteriskAway = false;
    sessions.sweep();
    assertEquals(Map.of(), secrets);
    assertFalse(sessions.connected(ANNA, session.id(), link));
  }

  @Test
  void whenThePlatformStartsAgain_thenThePageComesBackAsItWas_andWhoDoesNotLosesHisSecret() {
    assertTrue(sessions.connected(ANNA, "a session of before", why -> {}));
    assertFalse(sessions.connected(ANNA, "another", why -> {}));
    nowMs += PhoneSessions.ABSENT_MS;
    sessions.sweep();
    assertEquals(Map.of("page", "of before"), secrets);

    PhoneSessions unused = new PhoneSessions(Map.of(ANNA, "page"), new PhoneSecrets() {
      @Override
      public void give(String endpoint, String secret) {}

      @Override
      public void take(String endpoint) {
        secrets.remove(endpoint);
      }
    }, new DirectSignals(), () -> "x", Runnable::run, () -> nowMs);
    nowMs += PhoneSessions.ABSENT_MS;
    unused.sweep();
    assertEquals(Map.of(), secrets);
  }
}
