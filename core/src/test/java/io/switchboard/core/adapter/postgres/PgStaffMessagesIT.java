package io.switchboard.core.adapter.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.core.agent.StaffMessages.Message;
import io.switchboard.core.id.AgentId;
import io.switchboard.servers.postgres.PostgresServer;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PgStaffMessagesIT {
  private static final AgentId ANNA = AgentId.of("demo", "anna");
  private static final AgentId BEN = AgentId.of("demo", "ben");

  private PostgresServer server;
  private PgSettings settings;
  private Database database;
  private PgStaffMessages messages;

  @BeforeEach
  void start() throws Exception {
    server = PostgresServer.temporary();
    settings = TestDatabase.make(server);
    database = Database.open(settings);
    messages = new PgStaffMessages(database);
  }

  @AfterEach
  void stop() {
    database.close();
    server.close();
  }

  @Test
  void eachAgentHasHisOwn_untilHeHasSeenIt_alsoAfterARestart() throws Exception {
    List<Message> sent = messages.send(List.of(ANNA, BEN), "sam", "Team at four, 四点开会", 1_000);
    Message second = messages.send(List.of(ANNA), "sam", "well done", 2_000).getFirst();
    assertEquals(List.of(ANNA, BEN), sent.stream().map(Message::to).toList());
    assertEquals(new Message(sent.getFirst().id(), ANNA, "sam", "Team at four, 四点开会", 1_000), sent.getFirst());
    assertTrue(messages.seen(ANNA, sent.getFirst().id(), 3_000));
    assertEquals("3000", TestDatabase.single(settings, "select seen_at_ms from staff_message where id = " + sent.getFirst().id()));
    try (Database again = Database.open(settings)) {
      assertEquals(List.of(sent.get(1), second), new PgStaffMessages(again).unseen(10), "the oldest first");
    }
  }

  @Test
  void ofVeryManyTheNewestAreGiven_theOldestOfThemFirst() {
    for (int i = 1; i <= 5; i++) {
      messages.send(List.of(ANNA), "sam", "m" + i, i);
    }
    assertEquals(List.of("m3", "m4", "m5"), messages.unseen(3).stream().map(Message::text).toList());
  }

  @Test
  void nobodySeesWhatIsAnothers_norTwice_norWhatIsNoMessage() throws Exception {
    String id = messages.send(List.of(ANNA), "sam", "well done", 1_000).getFirst().id();
    assertFalse(messages.seen(BEN, id, 2_000));
    assertFalse(messages.seen(AgentId.of("other", "anna"), id, 2_000), "of another tenant");
    for (String none : List.of("", "0", "x", "-1", "1 or true", "9".repeat(18), "9".repeat(40))) {
      assertFalse(messages.seen(ANNA, none, 2_000), none);
    }
    assertEquals(1, messages.unseen(10).size());
    assertTrue(messages.seen(ANNA, id, 3_000));
    assertFalse(messages.seen(ANNA, id, 4_000), "seen already");
    assertEquals("3000", TestDatabase.single(settings, "select seen_at_ms from staff_message where id = " + id), "it stays when that was");
    assertEquals(List.of(), messages.unseen(10));
  }

  @Test
  void oneToAllIsOneTransaction() {
    assertThrows(UncheckedIOException.class, () -> messages.send(List.of(ANNA, BEN), "sam", "a\0b", 1_000));
    assertEquals(List.of(), messages.unseen(10));
    assertEquals(List.of(), messages.send(List.of(), "sam", "to nobody", 1_000));
  }

  @Test
  void whenPostgresIsAway_thenThatIsSaid() {
    server.kill();
    assertThrows(UncheckedIOException.class, () -> messages.send(List.of(ANNA), "sam", "well done", 1_000));
    assertThrows(UncheckedIOException.class, () -> messages.unseen(10));
  }
}
