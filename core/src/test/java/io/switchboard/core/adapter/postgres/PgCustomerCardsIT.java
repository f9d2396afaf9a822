package io.switchboard.core.adapter.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.core.customer.Contact;
import io.switchboard.core.customer.Customer;
import io.switchboard.core.customer.CustomerCard;
import io.switchboard.core.customer.CustomerCards.Found;
import io.switchboard.core.customer.CustomerCards.State;
import io.switchboard.core.customer.CustomerCase;
import io.switchboard.core.customer.Details;
import io.switchboard.core.customer.TimelineEntry;
import io.switchboard.core.customer.TimelineKind;
import io.switchboard.core.customer.TimelineWhat;
import io.switchboard.core.customer.Written;
import io.switchboard.core.ending.Ending;
import io.switchboard.core.ending.Party;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.OfferId;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.journal.Fact;
import io.switchboard.servers.postgres.PostgresServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class PgCustomerCardsIT {
  private static final TenantId DEMO = Samples.DEMO;
  private static final String ADA = "+4917011";
  private static final String HOME = "+4930111";
  private static final long LIMIT_MS = 2_000;

  private static PostgresServer server;
  private static Database database;
  private static PgCustomers customers;
  private static PgCustomerWork work;
  private static PgCustomerCards cards;
  private static PgCustomerHistory history;
  private static Customer ada;
  private static Customer bea;
  @TempDir static Path directory;

  @BeforeAll
  static void start() throws Exception {
    server = PostgresServer.temporary();
    database = Database.open(TestDatabase.make(server));
    customers = new PgCustomers(database, () -> 500);
    work = new PgCustomerWork(database, () -> 9_500);
    history = new PgCustomerHistory(database);
    cards = new PgCustomerCards(database, LIMIT_MS);
    ada = customers.create(DEMO, Details.named("Ada"), List.of(ADA, HOME), "anna");
    try (PgJournal journal = PgJournal.open(database, JournalSettings.of("test", directory.resolve("spill")), facts -> {}, why -> {})) {
      List<Fact> facts = new ArrayList<>();
      talk(facts, new CallId("c1"), ADA, 1_000);
      talk(facts, new CallId("c2"), "+4917099", 2_000);
      facts.add(new Fact.CallArrived(3_000, DEMO, new CallId("c3"), "+4930", HOME, "", "carrier", "main", "main", "en"));
      facts.add(new Fact.Errand.VoicemailLeft(3_500, DEMO, new CallId("c3"), 1, Samples.SALES, "recordings/c3", 7_000, HOME));
      facts.add(new Fact.CallEnded(3_900, DEMO, new CallId("c3"), Ending.FLOW_ENDED));
      facts.add(new Fact.CallbackBooked(4_000, DEMO, new CallId("c4"), new CallId("c1"), Samples.SALES, ADA, "Ada", "en", "anna"));
      facts.add(new Fact.Task.TaskMade(4_500, DEMO, new CallId("c1"), "c1-s2", Samples.SALES, ADA, "Ada", "en", "csat", 1, Samples.ANN, 60_000));
      facts.add(new Fact.Task.TaskMade(4_600, DEMO, new CallId("c1"), "c1-s3", Samples.SALES, ADA, "Ada", "en", "csat", 2, Samples.ANN, 61_000));
      facts.add(new Fact.Task.TaskDone(4_700, DEMO, new CallId("c1"), "c1-s3", "sam", ""));
      facts.add(new Fact.CallArrived(5_000, DEMO, new CallId("c5"), "+4930", ADA, "", "carrier", "main", "main", "en"));
      bea = customers.create(DEMO, Details.named("Bea"), List.of(), "anna");
      facts.add(new Fact.CallArrived(6_000, DEMO, new CallId("c6"), "+4930", "", "", "carrier", "main", "main", "en"));
      facts.add(new Fact.CustomerNamed(6_500, DEMO, new CallId("c6"), bea.id(), "anna"));
      for (Fact fact : facts) {
        journal.append(List.of(fact), false, () -> {});
      }
    }
  }

  private static void talk(List<Fact> facts, CallId call, String caller, long atMs) {
    OfferId offer = new OfferId(call, 1);
    facts.add(new Fact.CallArrived(atMs, DEMO, call, "+4930", caller, "", "carrier", "main", "main", "en"));
    facts.add(new Fact.MenuAnswered(atMs + 5, DEMO, call, "ask", "1"));
    facts.add(new Fact.QueueEntered(atMs + 10, DEMO, call, 1, Samples.SALES, 0, Map.of(), caller, ""));
    facts.add(new Fact.Connected(atMs + 20, DEMO, call, offer, Samples.SALES, Samples.ANN, 10, 5, caller));
    facts.add(new Fact.TalkEnded(atMs + 300, DEMO, call, offer, Samples.SALES, Samples.ANN, Party.CALLER, 280));
    facts.add(new Fact.CallEnded(atMs + 300, DEMO, call, Ending.CALLER_HUNG_UP_AFTER_TALK));
  }

  @AfterAll
  static void stop() {
    cards.close();
    database.close();
    server.close();
  }

  private static Found lookup(String number) throws Exception {
    return cards.lookup(DEMO, number).toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  @Test
  void theCardShowsWhatIsOpen_andTheLastContactsOverAllChannelsAndNumbers() throws Exception {
    CustomerCase order = work.open(DEMO, ada.id(), new CustomerCase.Opening(CustomerCase.Kind.ORDER, "Two chairs", "", "anna", 70_000L), "anna").orElseThrow();
    CustomerCase solved = work.open(DEMO, ada.id(), new CustomerCase.Opening(CustomerCase.Kind.FAULT, "Squeaks", "", "", null), "anna").orElseThrow();
    var done = new CustomerCase.Move(null, null, null, CustomerCase.State.DONE, null, null);
    assertTrue(work.move(DEMO, solved.id(), 1, done, "ben") instanceof Written.Done);
    assertTrue(work.move(DEMO, solved.id(), 1, new CustomerCase.Move(null, "x", null, null, null, null), "ben") instanceof Written.Overtaken);
    work.promise(DEMO, ada.id(), "Send the leaflet", "anna", null, "anna");
    assertTrue(work.note(DEMO, ada.id(), "Prefers mornings", "c1", "anna"));

    Found found = lookup(HOME);
    assertEquals(State.DONE, found.state());
    CustomerCard card = found.cards().getFirst();
    assertEquals(HOME, card.number());
    assertEquals(List.of(order.id()), card.openCases().stream().map(CustomerCard.OpenCase::id).toList());
    assertEquals(List.of("Send the leaflet", "csat: 1", ""), card.openTasks().stream().map(CustomerCard.OpenTask::title).toList());
    assertEquals(
        List.of("NOTE Prefers mornings", "CALL live", "CALLBACK booked", "VOICEMAIL flow_ended", "CALL caller_hung_up_after_talk"),
        card.lastContacts().stream().map(each -> each.kind() + " " + each.outcome()).toList());
    assertEquals(new Contact(1_000, Contact.Kind.CALL, Contact.Direction.IN, new CallId("c1"), "sales", "ann", "caller_hung_up_after_talk"),
        card.lastContacts().getLast());
  }

  @Test
  void theTimelineIsOne_andPagesEndWhereTheNextBegins() {
    List<TimelineEntry> all = history.timeline(DEMO, ada.id(), Long.MAX_VALUE, 100).orElseThrow();
    List<TimelineKind> kinds = all.stream().filter(each -> each.call() != null && each.call().value().equals("c1")).map(TimelineEntry::kind).toList();
    assertTrue(kinds.containsAll(List.of(TimelineKind.TASK, TimelineKind.CALL, TimelineKind.TALK, TimelineKind.QUEUE, TimelineKind.IVR)), kinds::toString);
    assertTrue(all.stream().noneMatch(each -> each.call() != null && each.call().value().equals("c2")), "somebody else's call");
    List<TimelineEntry> older = history.timeline(DEMO, ada.id(), 3_000, 1).orElseThrow();
    assertEquals("c1", String.valueOf(older.getLast().call()));
    assertTrue(history.timeline(new TenantId("other"), ada.id(), Long.MAX_VALUE, 10).isEmpty());
  }

  @Test
  void whoseNumberWasWithheld_isInTheTimelineOfWhoHeWasSaidToBe_andItsCardIsFoundByHisId() throws Exception {
    List<TimelineEntry> known = history.timeline(DEMO, bea.id(), Long.MAX_VALUE, 100).orElseThrow().stream().filter(each -> each.call() != null).toList();
    assertTrue(known.stream().allMatch(each -> each.call().value().equals("c6")) && !known.isEmpty(), known::toString);
    assertTrue(known.stream().anyMatch(each -> each.what() == TimelineWhat.CUSTOMER_NAMED && each.by().equals("anna")), known::toString);
    assertEquals("Bea", cards.of(DEMO, bea.id()).toCompletableFuture().get(10, TimeUnit.SECONDS).cards().getFirst().name());
    assertEquals(Found.NOBODY, cards.of(new TenantId("other"), bea.id()).toCompletableFuture().get(10, TimeUnit.SECONDS));
  }

  @Test
  void aNumberOfNobody_orWithheld_isNobodys() throws Exception {
    assertEquals(Found.NOBODY, lookup("+4917099"));
    assertEquals(Found.NOBODY, lookup(""));
  }

  @Test
  void whenSeveralHaveTheNumber_thenAllAreShown() throws Exception {
    customers.create(DEMO, Details.named("Bert"), List.of("+4917022"), "anna");
    customers.create(DEMO, Details.named("Berta"), List.of("+4917022"), "anna");
    assertEquals(List.of("Berta", "Bert"), lookup("+4917022").cards().stream().map(CustomerCard::name).toList());
  }

  @Test
  void whenTheStoreDoesNotAnswer_thenTheLookupFailsWithinItsLimit() throws Exception {
    try (Connection connection = database.pool().getConnection(); Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("lock table customer_number in access exclusive mode");
      long sinceNanos = System.nanoTime();
      assertEquals(Found.FAILED, lookup(ADA));
      assertTrue(System.nanoTime() - sinceNanos < TimeUnit.MILLISECONDS.toNanos(LIMIT_MS + 1_500));
      connection.rollback();
    }
    assertEquals(1, lookup(ADA).cards().size());
  }
}
