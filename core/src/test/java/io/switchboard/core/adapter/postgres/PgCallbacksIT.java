package io.switchboard.core.adapter.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.core.ending.Ending;
import io.switchboard.core.ending.OfferEnding;
import io.switchboard.core.ending.QueueExit;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.OfferId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.interaction.CallbackAhead;
import io.switchboard.core.interaction.GaveUp;
import io.switchboard.core.interaction.GaveUp.State;
import io.switchboard.core.journal.Fact;
import io.switchboard.servers.postgres.PostgresServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class PgCallbacksIT {
  private static final TenantId DEMO = Samples.DEMO;
  private static final TenantId OTHER = new TenantId("other");
  private static final QueueId SALES = Samples.SALES;
  private static final QueueId SUPPORT = new QueueId(DEMO, "support");
  private static final Fact.Decision WHY = new Fact.Decision("longest_idle", 1, 0, 0, "callback_due", 0);
  private static final List<Fact> FACTS = new ArrayList<>();

  private static PostgresServer server;
  @TempDir static Path directory;
  private static Database database;
  private static PgCallbacks callbacks;

  @BeforeAll
  static void start() throws Exception {
    whoGaveUp();
    whatCameOfThem();
    server = PostgresServer.temporary();
    PgSettings settings = TestDatabase.make(server);
    database = Database.open(settings);
    try (PgJournal journal = PgJournal.open(database, JournalSettings.of("test", directory.resolve("spill")), facts -> {}, why -> {})) {
      for (Fact fact : FACTS) {
        journal.append(List.of(fact), false, () -> {});
      }
    }
    callbacks = new PgCallbacks(database);
  }

  @AfterAll
  static void stop() {
    database.close();
    server.close();
  }

  private static void whoGaveUp() {
    gaveUp(1_000, "silent", SALES, QueueExit.ABANDONED, "+1");
    gaveUp(1_100, "withheld", SALES, QueueExit.UNSEEN, "");
    gaveUp(1_200, "cancelled", SALES, QueueExit.ABANDONED, "+2");
    gaveUp(1_300, "booked", SALES, QueueExit.ABANDONED, "+3");
    gaveUp(1_400, "reached", SALES, QueueExit.ABANDONED, "+4");
    gaveUp(1_500, "unreached", SUPPORT, QueueExit.ABANDONED, "+5");
    gaveUp(1_600, "again-connected", SALES, QueueExit.ABANDONED, "+6");
    gaveUp(1_700, "again-waits", SALES, QueueExit.ABANDONED, "+7");
    gaveUp(1_800, "twice-first", SALES, QueueExit.ABANDONED, "+8");
    gaveUp(1_900, "twice-second", SALES, QueueExit.ABANDONED, "+8");
    gaveUp(2_000, "returned", SALES, QueueExit.ABANDONED, "+9");
    gaveUp(2_050, "hung-up", SALES, QueueExit.ABANDONED, "+10");
    gaveUp(2_060, "after-unreached", SALES, QueueExit.ABANDONED, "+11");
    gaveUp(2_100, "by-key", SALES, QueueExit.KEY, "+12");
    gaveUp(2_200, "second-withheld", SALES, QueueExit.ABANDONED, "");
    FACTS.add(new Fact.CallArrived(2_300, OTHER, new CallId("other"), "+49", "+1", "", "main", "hotline", "welcome", "en"));
    FACTS.add(new Fact.QueueLeft(2_300, OTHER, new CallId("other"), new QueueId(OTHER, "sales"), QueueExit.ABANDONED, 100));
    FACTS.add(new Fact.CallEnded(2_300, OTHER, new CallId("other"), Ending.ABANDONED));
    FACTS.add(new Fact.InteractionClosed(2_300, OTHER, new CallId("other")));
  }

  private static void whatCameOfThem() {
    booked(3_000, "cancelled", SALES, "+2", "ann");
    left(3_050, "cancelled+1", QueueExit.CANCELLED, "+2");
    booked(3_100, "booked", SALES, "+3", "ann");
    booked(3_200, "reached", SALES, "+4", "sam");
    answered(3_210, "reached+1", "+4");
    over(3_300, "reached+1");
    booked(3_400, "unreached", SUPPORT, "+5", "ann");
    left(3_450, "unreached+1", QueueExit.UNREACHED, "+5");
    arrived(3_500, "later-6", "+6");
    answered(3_510, "later-6", "+6");
    over(3_520, "later-6");
    arrived(3_600, "later-7", "+7");
    entered(3_610, "later-7", SUPPORT, "+7");
    booked(3_700, "twice-second", SALES, "+8", "ann");
    answered(3_710, "twice-second+1", "+8");
    booked(3_800, "returned", SALES, "+9", "ann");
    left(3_810, "returned+1", QueueExit.RETURNED, "+9");
    booked(3_900, "hung-up", SALES, "+10", "caller");
    offered(3_910, "hung-up+1", 1);
    FACTS.add(new Fact.CallbackReached(3_920, DEMO, new CallId("hung-up+1"), SALES, null));
    left(3_930, "hung-up+1", QueueExit.ABANDONED, "+10");
    booked(4_000, "after-unreached", SALES, "+11", "ann");
    left(4_010, "after-unreached+1", QueueExit.UNREACHED, "+11");
    arrived(4_020, "later-11", "+11");
    answered(4_030, "later-11", "+11");
    arrived(4_040, "later-withheld", "");
    answered(4_050, "later-withheld", "");
    arrived(4_060, "on-the-line", "+13");
    booked(4_070, "on-the-line", SUPPORT, "+13", "caller");
    due(4_080, "booked+1", 9_000, 2);
    booked(4_100, "x", SALES, "+14", "ann");
    due(4_110, "x+1", 4_110, 0);
    offered(4_120, "x+1", 1);
    booked(4_200, "y", SALES, "+15", "ann");
    due(4_210, "y+1", 4_210, 0);
    offered(4_220, "y+1", 1);
    FACTS.add(new Fact.CallbackReached(4_230, DEMO, new CallId("y+1"), SALES, new OfferId(new CallId("y+1"), 1)));
    FACTS.add(new Fact.OfferEnded(
        4_240, DEMO, new CallId("y+1"), new OfferId(new CallId("y+1"), 1), SALES, Samples.ANN, OfferEnding.UNANSWERED, 10));
    booked(4_300, "z", SALES, "+16", "ann");
    offered(4_310, "z+1", 1);
    FACTS.add(new Fact.OfferEnded(
        4_320, DEMO, new CallId("z+1"), new OfferId(new CallId("z+1"), 1), SALES, Samples.ANN, OfferEnding.CUSTOMER_MISSED, 10));
    due(4_330, "z+1", 99_000, 1);
  }

  private static void arrived(long atMs, String call, String caller) {
    FACTS.add(new Fact.CallArrived(atMs, DEMO, new CallId(call), "+4930100", caller, "Ada", "main", "hotline", "welcome", "en"));
  }

  private static void entered(long atMs, String call, QueueId queue, String caller) {
    FACTS.add(new Fact.QueueEntered(atMs, DEMO, new CallId(call), 1, queue, 0, Map.of(), caller, "Ada", "", null, false, atMs - 7, 0));
  }

  private static void gaveUp(long atMs, String call, QueueId queue, QueueExit exit, String caller) {
    arrived(atMs - 90, call, caller);
    FACTS.add(new Fact.LanguageChosen(atMs - 80, DEMO, new CallId(call), "zh"));
    entered(atMs - 60, call, queue, caller);
    FACTS.add(new Fact.QueueLeft(atMs, DEMO, new CallId(call), queue, exit, 60, "", "", caller, atMs - 67));
    over(atMs, call);
  }

  private static void booked(long atMs, String from, QueueId queue, String number, String by) {
    CallId callback = new CallId(from + "+1");
    FACTS.add(new Fact.CallbackBooked(atMs, DEMO, callback, new CallId(from), queue, number, "Ada", "zh", by));
    FACTS.add(new Fact.QueueEntered(atMs, DEMO, callback, 1, queue, 0, Map.of(), number, "Ada", "", null, false, atMs - 500, 0));
  }

  private static void due(long atMs, String callback, long dueMs, int tries) {
    FACTS.add(new Fact.CallbackDue(atMs, DEMO, new CallId(callback), SALES, dueMs, tries, "no_answer"));
  }

  private static void offered(long atMs, String call, int nr) {
    CallId id = new CallId(call);
    FACTS.add(new Fact.OfferMade(atMs, DEMO, id, new OfferId(id, nr), SALES, Samples.ANN, 15_000, WHY));
  }

  private static void answered(long atMs, String call, String caller) {
    CallId id = new CallId(call);
    offered(atMs - 5, call, 1);
    FACTS.add(new Fact.Connected(atMs, DEMO, id, new OfferId(id, 1), SALES, Samples.ANN, 10, 5, caller));
  }

  private static void left(long atMs, String call, QueueExit exit, String caller) {
    FACTS.add(new Fact.QueueLeft(atMs, DEMO, new CallId(call), SALES, exit, 10, "", "", caller, atMs - 10));
    over(atMs, call);
  }

  private static void over(long atMs, String call) {
    FACTS.add(new Fact.CallEnded(atMs, DEMO, new CallId(call), Ending.ABANDONED));
    FACTS.add(new Fact.InteractionClosed(atMs, DEMO, new CallId(call)));
  }

  private static List<String> listed(Optional<List<String>> queues, long afterMs, boolean open, int limit) {
    return callbacks.gaveUp(DEMO, queues, afterMs, open, limit).stream().map(each -> each.call().value()).toList();
  }

  @Test
  void whoGaveUpIsListed_theNewestFirst_withWhatCameOfIt() {
    List<GaveUp> all = callbacks.gaveUp(DEMO, Optional.empty(), 0, false, 500);
    assertEquals(
        List.of("second-withheld", "after-unreached", "hung-up", "returned", "twice-second", "twice-first", "again-waits", "again-connected",
            "unreached", "reached", "booked", "cancelled", "withheld", "silent"),
        all.stream().map(each -> each.call().value()).toList());
    Map<String, State> states = all.stream().collect(Collectors.toMap(each -> each.call().value(), GaveUp::state));
    assertEquals(
        Map.ofEntries(
            Map.entry("silent", State.OPEN), Map.entry("withheld", State.OPEN), Map.entry("second-withheld", State.OPEN),
            Map.entry("cancelled", State.OPEN), Map.entry("returned", State.OPEN), Map.entry("booked", State.BOOKED),
            Map.entry("reached", State.REACHED), Map.entry("twice-first", State.REACHED), Map.entry("twice-second", State.REACHED),
            Map.entry("unreached", State.UNREACHED), Map.entry("hung-up", State.UNREACHED),
            Map.entry("again-connected", State.CALLED_AGAIN), Map.entry("again-waits", State.CALLED_AGAIN),
            Map.entry("after-unreached", State.CALLED_AGAIN)),
        states);
  }

  @Test
  void oneIsShownWithHisWait_hisLanguage_andWhoAskedForTheCallback() {
    assertEquals(
        Optional.of(new GaveUp(
            new CallId("reached"), SALES, "+4", "Ada", 1_400, 60, 1_333, "zh", State.REACHED, "sam", 3_200L)),
        callbacks.gaveUp(DEMO, new CallId("reached")));
    assertEquals(
        Optional.of(new GaveUp(new CallId("cancelled"), SALES, "+2", "Ada", 1_200, 60, 1_133, "zh", State.OPEN, null, null)),
        callbacks.gaveUp(DEMO, new CallId("cancelled")));
    assertTrue(callbacks.gaveUp(OTHER, new CallId("reached")).isEmpty());
    assertTrue(callbacks.gaveUp(DEMO, new CallId("by-key")).isEmpty());
    assertTrue(callbacks.gaveUp(DEMO, new CallId("hung-up+1")).isEmpty(), "a callback's own interaction is none");
    GaveUp old = callbacks.gaveUp(OTHER, new CallId("other")).orElseThrow();
    assertEquals("", old.caller());
    assertEquals(2_200, old.sinceMs());
  }

  @Test
  void theyAreChosenByQueueByTimeAndByWhetherTheyAreOpen() {
    assertEquals(List.of("unreached"), listed(Optional.of(List.of("support")), 0, false, 500));
    assertEquals(List.of(), listed(Optional.of(List.of()), 0, false, 500));
    assertEquals(List.of("second-withheld", "after-unreached"), listed(Optional.empty(), 2_060, false, 500));
    assertEquals(List.of("second-withheld", "returned"), listed(Optional.empty(), 0, true, 2));
    assertEquals(List.of("second-withheld", "returned", "cancelled", "withheld", "silent"), listed(Optional.empty(), 0, true, 500));
  }

  @Test
  void whoIsToBeCalledBackIsListedWithHowFarItIs() {
    List<CallbackAhead> all = callbacks.ahead(DEMO, Optional.empty());
    assertEquals(
        Map.of("booked+1", CallbackAhead.State.WAITING, "twice-second+1", CallbackAhead.State.TALKING, "on-the-line+1",
            CallbackAhead.State.WAITING, "x+1", CallbackAhead.State.DIALLING, "y+1", CallbackAhead.State.TALKING, "z+1",
            CallbackAhead.State.WAITING),
        all.stream().collect(Collectors.toMap(each -> each.callback().value(), CallbackAhead::state)));
    assertEquals(
        new CallbackAhead(new CallId("booked+1"), new CallId("booked"), SALES, "+3", "Ada", 2_600, 3_100, "ann", 2, 9_000L,
            CallbackAhead.State.WAITING),
        all.getFirst());
    CallbackAhead onTheLine = callbacks.ahead(DEMO, Optional.of(List.of("support"))).getFirst();
    assertEquals(new CallbackAhead(new CallId("on-the-line+1"), new CallId("on-the-line"), SUPPORT, "+13", "Ada", 3_570, 4_070, "caller", 0,
        null, CallbackAhead.State.WAITING), onTheLine);
    assertEquals(Optional.of(onTheLine), callbacks.ahead(DEMO, new CallId("on-the-line+1")));
    assertTrue(callbacks.ahead(OTHER, new CallId("on-the-line+1")).isEmpty());
    assertTrue(callbacks.ahead(DEMO, new CallId("reached+1")).isEmpty(), "it is over");
  }

  @Test
  void aCallKnowsItsCallbacks() {
    assertEquals(List.of(new CallId("reached+1")), callbacks.bookedFrom(DEMO, new CallId("reached")));
    assertEquals(List.of(), callbacks.bookedFrom(OTHER, new CallId("reached")));
    assertEquals(List.of(), callbacks.bookedFrom(DEMO, new CallId("silent")));
  }

  @Test
  void bothListsAreReadByTheirIndexes() throws Exception {
    String plan = TestDatabase.plan(database, """
        select 1 from journal l where l.tenant = 'demo' and l.kind = 'QueueLeft' and l.body ->> 'exit' in ('ABANDONED', 'UNSEEN')
          and l.at_ms >= 1""");
    assertTrue(plan.contains("journal_gave_up"), plan);
    String again = TestDatabase.plan(database, """
        select 1 from journal c where c.kind = 'Connected' and c.tenant = 'demo' and c.body ->> 'caller' = '+1' and c.body ->> 'caller' <> ''
          and c.seq > 1""");
    assertTrue(again.contains("journal_connected_caller"), again);
    String booked = TestDatabase.plan(database, """
        select 1 from journal j where j.kind = 'CallbackBooked' and j.tenant = 'demo' and j.body ->> 'number' = '+1'""");
    assertTrue(booked.contains("journal_callback_"), booked);
  }
}
