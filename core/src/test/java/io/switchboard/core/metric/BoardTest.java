package io.switchboard.core.metric;

import static io.switchboard.core.metric.Day.ANN;
import static io.switchboard.core.metric.Day.DEMO;
import static io.switchboard.core.metric.Day.SALES;
import static io.switchboard.core.metric.Day.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.core.agent.AgentState;
import io.switchboard.core.ending.Ending;
import io.switchboard.core.ending.OfferEnding;
import io.switchboard.core.ending.Party;
import io.switchboard.core.ending.QueueExit;
import io.switchboard.core.ending.QueueRefusal;
import io.switchboard.core.ending.TransferEnding;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.OfferId;
import io.switchboard.core.interaction.AttachedData;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.metric.Definitions.ServiceLevel;
import io.switchboard.core.metric.Snapshot.Arrivals;
import io.switchboard.core.metric.Snapshot.Stage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BoardTest {
  private static final Definitions STANDARD = Definitions.standard();

  private static Snapshot.Queue sales(Board board, double second) {
    return board.snapshot(at(second)).tenant(DEMO).queues().getFirst();
  }

  private static Snapshot.Agent ann(Board board, double second) {
    return board.snapshot(at(second)).tenant(DEMO).agents().getFirst();
  }

  /** 7 answered, 5 of them within 20 s (one at exactly 20); 3 abandoned, 2 of them after 20 s; 2 short abandons; 1 left by closure. */
  private static Day mixed() {
    Day day = new Day();
    double[] waits = {1, 5, 10, 19.999, 20, 20.001, 90};
    for (int i = 0; i < waits.length; i++) {
      day.answered(1000 + 100 * i, "a" + i, waits[i], 60, 10);
    }
    day.left(2000, "b0", 12, QueueExit.ABANDONED);
    day.left(2000, "b1", 20.001, QueueExit.ABANDONED);
    day.left(2000, "b2", 40, QueueExit.ABANDONED);
    day.left(2000, "s0", 4.999, QueueExit.ABANDONED);
    day.left(2000, "s1", 0.5, QueueExit.ABANDONED);
    day.left(2000, "e0", 30, QueueExit.EMERGENCY);
    return day;
  }

  @ParameterizedTest
  @EnumSource(value = QueueExit.class, mode = EnumSource.Mode.EXCLUDE, names = "ABANDONED")
  void whoLeavesOtherwiseThanByHangingUpIsNeitherOfferedNorAbandoned(QueueExit exit) {
    Day day = new Day();
    day.left(2000, "c", 30, exit);
    Snapshot.Queue sales = sales(day.applied(STANDARD), 5000);
    assertEquals(Map.of(exit, 1L), sales.left());
    assertEquals(List.of(0L, 0L, 1L), List.of(sales.offered(), sales.abandoned(), sales.entered()));
  }

  @ParameterizedTest
  @CsvSource({
    "ANSWERED_AND_ABANDONED_LATE, 5, 9", // 7 answered + 2 abandoned after 20 s
    "ANSWERED, 5, 7",
    "ANSWERED_AND_ABANDONED, 5, 10", // 7 + 3
    "ANSWERED_AND_ALL_ABANDONED, 5, 12" // 7 + 3 + 2 short
  })
  void eachFormOfServiceLevelByHand(ServiceLevel form, int above, int below) {
    Snapshot.Queue sales = sales(mixed().applied(new Definitions(form, 20_000, 5_000)), 5000);
    assertEquals((double) above / below, sales.serviceLevel());
  }

  @Test
  void countsOfTheDayByHand() {
    Snapshot.Queue sales = sales(mixed().applied(STANDARD), 5000);
    assertEquals(13, sales.entered());
    assertEquals(10, sales.offered());
    assertEquals(7, sales.answered());
    assertEquals(5, sales.answeredWithin());
    assertEquals(3, sales.abandoned());
    assertEquals(2, sales.abandonedLate());
    assertEquals(2, sales.shortAbandoned());
    assertEquals(Map.of(QueueExit.EMERGENCY, 1L), sales.left());
    assertEquals(0.3, sales.abandonment());
    assertEquals(166_000 / 7.0, sales.asaMs()); // 1 + 5 + 10 + 19.999 + 20 + 20.001 + 90
    assertEquals(70_000.0, sales.ahtMs());
    assertEquals(7, sales.handled());
    assertEquals(0, sales.waiting());
  }

  @Test
  void waitsAreCountedByRangeWithTheBoundInside() {
    Snapshot.Queue sales = sales(mixed().applied(STANDARD), 5000);
    // 1, 5 | 10 | - | 19.999, 20 | 20.001 | - | - | 90
    assertEquals(List.of(2L, 1L, 0L, 2L, 1L, 0L, 0L, 1L, 0L, 0L, 0L, 0L, 0L, 0L, 0L), sales.answeredWaits().counts());
    assertEquals(7, sales.answeredWaits().count());
    assertEquals(166_000, sales.answeredWaits().totalMs());
    assertEquals(3, sales.abandonedWaits().count());
  }

  @Test
  void ofNothingThereIsNoShareAndNoMean() {
    Snapshot.Queue sales = sales(Day.board(STANDARD), 5000);
    assertNull(sales.serviceLevel());
    assertNull(sales.abandonment());
    assertNull(sales.asaMs());
    assertNull(sales.ahtMs());
    assertNull(ann(Day.board(STANDARD), 5000).occupancy());
    assertEquals(AgentState.SIGNED_OUT, ann(Day.board(STANDARD), 5000).state());
  }

  @Test
  void theWaitingAreOrderedByWhenTheyAreDueAndARingingCallKeepsItsPlace() {
    Day day = new Day();
    day.enters(100, "first", 0);
    day.enters(110, "second", 0);
    day.enters(120, "vip", 1, 120, 60);
    day.offered(130, "first", 1);
    Board board = day.applied(STANDARD);
    Snapshot.Queue sales = sales(board, 140);
    assertEquals(3, sales.waiting());
    assertEquals(40_000, sales.longestWaitMs());
    List<Snapshot.LiveCall> calls = board.snapshot(at(140)).tenant(DEMO).calls();
    assertEquals(List.of(2, 3, 1), calls.stream().map(Snapshot.LiveCall::position).toList());
    assertEquals(List.of(Stage.RINGING, Stage.WAITING, Stage.WAITING), calls.stream().map(Snapshot.LiveCall::stage).toList());
    assertEquals(ANN, calls.getFirst().agent());
  }

  @Test
  void whoWaitedLongEnoughIsBeforeWhoHasMorePriority_asWhenAnAgentIsChosenForThem() {
    Day day = new Day();
    day.enters(100, "patient", 0, 100, 100);
    day.enters(200, "vip", 1, 200, 140);
    day.enters(210, "class", 0, 210, 90);
    List<Snapshot.LiveCall> calls = day.applied(STANDARD).snapshot(at(220)).tenant(DEMO).calls();
    assertEquals(List.of(2, 3, 1), calls.stream().map(Snapshot.LiveCall::position).toList());
  }

  @Test
  void whoIsToBeCalledBackIsAheadFromWhenHeMayBeDialled() {
    Day day = new Day();
    CallId ada = new CallId("ada");
    day.also(new Fact.CallbackBooked(at(90), DEMO, ada, new CallId("c0"), SALES, "+4917012345", "Ada", "en", "caller"));
    day.also(new Fact.QueueEntered(at(90), DEMO, ada, 1, SALES, 0, Map.of(), "+4917012345", "Ada"));
    day.enters(100, "behind", 0);
    Board board = day.applied(STANDARD);
    assertEquals(1, position(board, 110, "behind"), "she is still on the line");
    board.apply(new Fact.CallbackDue(at(120), DEMO, ada, SALES, at(130), 1, "busy"));
    assertEquals(1, position(board, 125, "behind"));
    assertEquals(2, position(board, 131, "behind"));
    assertEquals(0, position(board, 131, "ada"), "nobody is told hers");
  }

  private static int position(Board board, double second, String call) {
    return board.snapshot(at(second)).tenant(DEMO).calls().stream()
        .filter(each -> each.call().value().equals(call)).findFirst().orElseThrow().position();
  }

  @Test
  void aCallerWhoTalksWithANumberOutsideIsShownThere_andInTheFlowBeforeAndAfterwards() {
    Day day = new Day();
    CallId call = new CallId("c1");
    day.arrives(100, "c1", "hotline", "welcome");
    day.also(new Fact.Errand.TransferStarted(at(101), DEMO, call, 1, "+4989", "+4930100", 20_000));
    Board board = day.applied(STANDARD);
    assertEquals(1, board.snapshot(at(102)).tenant(DEMO).callsInFlow());
    board.apply(new Fact.Errand.TransferConnected(at(105), DEMO, call, 1, "+4989"));
    Snapshot.Tenant talks = board.snapshot(at(106)).tenant(DEMO);
    assertEquals(1, talks.callsTransferred());
    assertEquals(0, talks.callsInFlow());
    assertEquals(Stage.TRANSFERRED, talks.calls().getFirst().stage());
    assertEquals(at(105), talks.calls().getFirst().sinceMs());
    board.apply(new Fact.Errand.TransferEnded(at(110), DEMO, call, 1, "+4989", TransferEnding.CALLED_PARTY_HUNG_UP, 5_000));
    assertEquals(1, board.snapshot(at(111)).tenant(DEMO).callsInFlow());
  }

  @Test
  void aCallIsFollowedFromTheFlowToItsEnd() {
    Day day = new Day();
    day.answered(100, "c1", 10, 60, 5);
    Board board = Day.board(STANDARD);
    List<String> seen = new ArrayList<>();
    for (Fact fact : day.facts()) {
      board.apply(fact);
      Snapshot.Tenant demo = board.snapshot(fact.atMs()).tenant(DEMO);
      seen.add(demo.callsInFlow() + "/" + demo.callsWaiting() + "/" + demo.callsTalking() + "/" + demo.calls().size());
    }
    // arrived, in the queue, connected, talk ended, gone, wrapped up, closed
    assertEquals(List.of("1/0/0/1", "0/1/0/1", "0/0/1/1", "1/0/0/1", "0/0/0/0", "0/0/0/0", "0/0/0/0"), seen);
    assertEquals(Map.of(Ending.CALLER_HUNG_UP_AFTER_TALK, 1L), board.snapshot(at(500)).tenant(DEMO).endings());
  }

  @Test
  void offersAndRefusalsAreCountedByTheirReason() {
    Day day = new Day();
    day.enters(100, "c1", 0);
    day.offered(101, "c1", 1);
    day.passed(116, "c1", 1, OfferEnding.UNANSWERED);
    day.offered(117, "c1", 2);
    day.passed(118, "c1", 2, OfferEnding.UNREACHABLE);
    day.also(new Fact.QueueRefused(at(50), DEMO, new CallId("r"), SALES, QueueRefusal.CLOSED));
    Board board = day.applied(STANDARD);
    Snapshot.Queue sales = sales(board, 200);
    assertEquals(2, sales.offersMade());
    assertEquals(Map.of(OfferEnding.UNANSWERED, 1L, OfferEnding.UNREACHABLE, 1L), sales.offersUnanswered());
    assertEquals(Map.of(QueueRefusal.CLOSED, 1L), sales.refused());
    assertEquals(1, ann(board, 200).offersUnanswered(), "unreachable is not his doing");
    assertEquals(100_000, sales.longestWaitMs(), "the place is kept");
  }

  @Test
  void aQueueIsClosedByItsOwnClosureOrThatOfItsTenantWhichAreSwitchedApart() {
    Day day = new Day();
    day.closure(100, SALES, true);
    day.closure(200, null, true);
    day.closure(300, SALES, false);
    day.closure(400, null, false);
    Board board = Day.board(STANDARD);
    List<String> seen = new ArrayList<>();
    for (Fact fact : day.facts()) {
      board.apply(fact);
      Snapshot.Tenant demo = board.snapshot(fact.atMs()).tenant(DEMO);
      seen.add(demo.closed() + "/" + demo.queues().getFirst().closed());
    }
    assertEquals(List.of("false/true", "true/true", "true/true", "false/false"), seen);
  }

  @Test
  void aClosureOutlastsMidnight() {
    Day day = new Day();
    day.closure(-100, SALES, true);
    assertTrue(sales(day.applied(STANDARD), 100).closed());
  }

  @Test
  void arrivalsAreCountedByEntryPointAndFlowHoweverTheyEnd() {
    Day day = new Day();
    day.arrives(100, "a", "hotline", "welcome");
    day.arrives(101, "b", "hotline", "busy");
    day.arrives(102, "c", "hotline", "busy");
    day.arrives(103, "d", "unknown_number", "unknown-number");
    day.ends(104, "b", Ending.BUSY);
    day.ends(105, "c", Ending.CALLER_HUNG_UP_IN_FLOW);
    day.ends(106, "d", Ending.UNKNOWN_NUMBER);
    Snapshot.Tenant demo = day.applied(STANDARD).snapshot(at(200)).tenant(DEMO);
    assertEquals(List.of(new Arrivals("hotline", "busy", 2), new Arrivals("hotline", "welcome", 1),
        new Arrivals("unknown_number", "unknown-number", 1)), demo.arrived());
    assertEquals(Map.of(Ending.BUSY, 1L, Ending.CALLER_HUNG_UP_IN_FLOW, 1L, Ending.UNKNOWN_NUMBER, 1L), demo.endings());
    assertEquals(List.of(), day.applied(STANDARD).snapshot(at(90_000)).tenant(DEMO).arrived(), "the next day begins anew");
  }

  @Test
  void aQueueShowsTheAgentsWhoServeItAndAreSignedIn() {
    Day day = new Day();
    day.ann(100, AgentState.SIGNED_OUT, AgentState.READY);
    day.ann(200, AgentState.READY, AgentState.SIGNED_OUT);
    Board board = Day.board(STANDARD);
    List<Map<AgentState, Long>> seen = new ArrayList<>();
    for (Fact fact : day.facts()) {
      board.apply(fact);
      seen.add(sales(board, 300).agents());
    }
    assertEquals(List.of(Map.of(AgentState.READY, 1L), Map.of()), seen);
  }

  @Test
  void theFormulaSaysTheForm() {
    assertEquals("answered within 20 s / (answered + abandoned after 20 s)", STANDARD.formula());
    assertEquals("answered within 2.5 s / answered", new Definitions(ServiceLevel.ANSWERED, 2_500, 0).formula());
  }

  @Test
  void aTalkWithoutWrapUpIsHandledWhenTheInteractionCloses() {
    Day day = new Day();
    day.answered(100, "c1", 10, 60, 0);
    assertEquals(60_000.0, sales(day.applied(STANDARD), 200).ahtMs());
  }

  @Test
  void occupancyIsTalkHoldAndWrapUpOverTimeSignedInAndNotOnBreak() {
    Day day = new Day();
    day.ann(0, AgentState.SIGNED_OUT, AgentState.NOT_READY);
    day.ann(100, AgentState.NOT_READY, AgentState.READY);
    day.ann(200, AgentState.READY, AgentState.RESERVED);
    day.ann(204, AgentState.RESERVED, AgentState.RINGING);
    day.ann(210, AgentState.RINGING, AgentState.TALKING);
    day.ann(220, AgentState.TALKING, AgentState.HELD);
    day.ann(245, AgentState.HELD, AgentState.TALKING);
    day.ann(270, AgentState.TALKING, AgentState.WRAP_UP);
    day.ann(300, AgentState.WRAP_UP, AgentState.NOT_READY);
    day.ann(900, AgentState.NOT_READY, AgentState.READY);
    Board board = day.applied(STANDARD);
    assertEquals(90.0 / 200, ann(board, 900).occupancy()); // 100 ready, 4 reserved, 6 ringing, 35 talk, 25 hold, 30 wrap-up
    assertEquals(25_000, ann(board, 900).holdMs());
    assertEquals(90.0 / 300, ann(board, 1000).occupancy(), "the state that lasts counts up to now");
    assertEquals(at(900), ann(board, 1000).sinceMs());
  }

  @Test
  void whatBoundsAnAgentsStateAndWhoSetItIsShown_andSinceWhenHeIsInIt() {
    Day day = new Day();
    day.ann(0, AgentState.SIGNED_OUT, AgentState.NOT_READY);
    day.also(new Fact.AgentStateChanged(
        at(100), DEMO, ANN, AgentState.NOT_READY, AgentState.NOT_READY, "lunch", null, at(0), "", 0, Fact.Workload.NONE, "sam",
        new Fact.Terms(at(100), at(400), 0, false, 0, null)));
    day.also(new Fact.AgentStateChanged(
        at(400), DEMO, ANN, AgentState.NOT_READY, AgentState.NOT_READY, "lunch", null, at(0), "", 0, Fact.Workload.NONE, "sam",
        new Fact.Terms(at(100), at(400), 0, true, 0, null)));
    Snapshot.Agent ann = ann(day.applied(STANDARD), 500);
    assertEquals("sam", ann.by());
    assertEquals(at(400), ann.untilMs());
    assertTrue(ann.overLimit());
    assertEquals(at(100), ann.sinceMs());
  }

  @Test
  void aHoldIsPartOfTheHandlingTime() {
    CallId call = new CallId("c1");
    OfferId offer = new OfferId(call, 1);
    Day day = new Day();
    day.enters(100, "c1", 0);
    day.also(new Fact.Connected(at(110), DEMO, call, offer, SALES, ANN, 10_000, 0));
    day.also(new Fact.CallHeld(at(120), DEMO, call, offer, SALES, ANN));
    day.also(new Fact.CallResumed(at(150), DEMO, call, offer, SALES, ANN, 30_000));
    day.also(new Fact.TalkEnded(at(170), DEMO, call, offer, SALES, ANN, Party.CALLER, 60_000, 30_000));
    day.also(new Fact.WrapUpEnded(at(190), DEMO, call, offer, SALES, ANN, "timer", 20_000));
    assertEquals(80_000.0, sales(day.applied(STANDARD), 300).ahtMs());
  }

  @Test
  void atMidnightOfTheTenantCountsBeginAnewAndLiveStateGoesOn() {
    Day day = new Day();
    day.answered(-100, "over", 10, 30, 5);
    day.answered(-10, "late", 20, 30, 5); // entered yesterday, answered and handled today
    day.enters(-5, "waits", 0);
    day.ann(-3600, AgentState.SIGNED_OUT, AgentState.READY);
    day.ann(-1800, AgentState.READY, AgentState.TALKING);
    Board board = day.applied(STANDARD);
    Snapshot.Queue sales = sales(board, 60);
    assertEquals(0, sales.entered());
    assertEquals(0, sales.answered(), "booked where it entered the queue: yesterday");
    assertEquals(1, sales.handled(), "booked where wrap-up ended: today");
    assertEquals(1, sales.waiting());
    assertEquals(65_000, sales.longestWaitMs());
    assertEquals(1.0, ann(board, 60).occupancy());
    assertEquals(0, ann(board, 60).callsAnswered());
  }

  @Test
  void theDayEndsByTheClockAlsoWhenNothingHappens() {
    Board board = mixed().applied(STANDARD);
    assertEquals(7, sales(board, 86_399).answered());
    assertEquals(0, sales(board, 86_400).answered());
  }

  @Test
  void queuesAndAgentsAreCountedApartByTenant() {
    Board board = mixed().applied(STANDARD);
    board.apply(new Fact.CallArrived(
        at(3000), new io.switchboard.core.id.TenantId("other"), new CallId("x"), "", "", "", "", "", "", ""));
    Snapshot snapshot = board.snapshot(at(3001));
    assertEquals(0, snapshot.tenant(DEMO).calls().size());
    assertEquals(1, snapshot.tenant(new io.switchboard.core.id.TenantId("other")).calls().size());
  }

  @Test
  void replayAfterARestartEqualsLive() {
    for (int seed = 0; seed < 200; seed++) {
      Day day = random(new Random(seed));
      List<Fact> facts = day.facts();
      Board live = Day.board(STANDARD);
      facts.forEach(live::apply);
      double second = new Random(seed).nextInt(100, 4000);
      Board replayed = Day.board(STANDARD);
      long since = replayed.needsSince(at(second));
      liveReplay(facts).stream().filter(fact -> fact.atMs() < since).forEach(replayed::apply);
      facts.stream().filter(fact -> fact.atMs() >= since).forEach(replayed::apply);
      int number = seed;
      assertEquals(sorted(live.snapshot(at(5000))), sorted(replayed.snapshot(at(5000))), () -> "seed " + number);
    }
  }

  @Test
  void whenCallersWereToldTheirWaits_thenEachAnnouncementIsHeldAgainstWhatCame() {
    Day day = new Day();
    day.answered(100, "right", 90, 60, 0);
    day.told(100, "right", 0, 60, 120);
    day.told(100, "right", 60, 0, 60);
    day.answered(100, "late", 200, 60, 0);
    day.told(100, "late", 0, 60, 120);
    day.left(100, "gaveUp", 50, QueueExit.ABANDONED);
    day.told(100, "gaveUp", 0, 60, 120);
    day.left(100, "waitedInVain", 130, QueueExit.ABANDONED);
    day.told(100, "waitedInVain", 0, 60, 120);
    day.enters(100, "waits", 0);
    day.told(100, "waits", 10, 60, 120);
    WaitsTold told = sales(day.applied(STANDARD), 1000).waitsTold();
    assertEquals(new WaitsTold(6, 4, 2, 0.5, (0 + 0 + 110_000) / 3.0), told);
  }

  @Test
  void whenACallLeftByAKeyOrByTheQueuesLimit_thenItIsCounted() {
    Day day = new Day();
    day.left(100, "key", 10, QueueExit.KEY);
    day.left(100, "limit", 20, QueueExit.MAX_WAIT);
    assertEquals(Map.of(QueueExit.KEY, 1L, QueueExit.MAX_WAIT, 1L), positive(sales(day.applied(STANDARD), 1000).left()));
  }

  @Test
  void aCallIsAtHandFromItsFirstRingToTheEndOfItsWrapUp_withWhatTheCallerEntered() {
    Day day = new Day();
    CallId call = new CallId("a");
    OfferId offer = new OfferId(call, 1);
    day.arrives(100, "a", "hotline", "welcome");
    day.also(new Fact.StepEntered(at(101), DEMO, call, "welcome", "v", "topics", 0, 1));
    day.also(new Fact.MenuAnswered(at(102), DEMO, call, "topics", "2"));
    day.also(new Fact.Learned.Remembered(at(103), DEMO, call, 0, Map.of("account", "100001")));
    day.also(new Fact.QueueEntered(at(110), DEMO, call, 1, SALES, 0, Map.of(), "+4930a", "a"));
    day.offered(120, "a", 1);
    day.also(annHas(120, AgentState.RESERVED, offer));
    day.also(new Fact.Connected(at(125), DEMO, call, offer, SALES, ANN, 15_000, 5_000));
    day.also(annHas(125, AgentState.TALKING, offer));
    day.also(new Fact.TalkEnded(at(160), DEMO, call, offer, SALES, ANN, Party.CALLER, 35_000));
    day.also(annHas(160, AgentState.WRAP_UP, offer));
    day.also(new Fact.CallEnded(at(160), DEMO, call, Ending.CALLER_HUNG_UP_AFTER_TALK));
    day.also(new Fact.WrapUpEnded(at(170), DEMO, call, offer, SALES, ANN, "timer", 10_000));
    day.also(new Fact.InteractionClosed(at(170), DEMO, call));
    day.also(new Fact.AgentStateChanged(at(170), DEMO, ANN, AgentState.WRAP_UP, AgentState.READY, "", null, at(170), ""));
    Snapshot.AtHand pop = new Snapshot.AtHand(call, SALES, at(100), "+4930100", "+4930a", "a", new AttachedData(
        "en", List.of(new AttachedData.Choice("welcome", "topics", "2")), List.of(new AttachedData.Value("welcome", "account", "100001"))));
    Map<Integer, Map<AgentId, Snapshot.AtHand>> atHand = new HashMap<>();
    Board board = Day.board(STANDARD);
    for (Fact fact : day.facts()) {
      board.apply(fact);
      atHand.put((int) ((fact.atMs() - Day.MIDNIGHT) / 1000), board.snapshot(fact.atMs()).tenant(DEMO).atHand());
    }
    assertEquals(Map.of(), atHand.get(110));
    assertEquals(Map.of(ANN, pop), atHand.get(120), "rings");
    assertEquals(Map.of(ANN, pop), atHand.get(125), "talks");
    assertEquals(Map.of(ANN, pop), atHand.get(160), "wraps up");
    assertEquals(Map.of(), atHand.get(170));
  }

  private static Fact annHas(double second, AgentState state, OfferId offer) {
    return new Fact.AgentStateChanged(at(second), DEMO, ANN, AgentState.READY, state, "", offer, at(second), "");
  }

  private static Map<QueueExit, Long> positive(Map<QueueExit, Long> counts) {
    Map<QueueExit, Long> some = new HashMap<>(counts);
    some.values().removeIf(count -> count == 0);
    return some;
  }

  /** Live calls come in the order of their arrival, which differs for those that arrived in the same millisecond. */
  private static Snapshot.Tenant sorted(Snapshot snapshot) {
    Snapshot.Tenant demo = snapshot.tenant(DEMO);
    List<Snapshot.LiveCall> calls =
        demo.calls().stream().sorted(java.util.Comparator.comparing(call -> call.call().value())).toList();
    return new Snapshot.Tenant(
        demo.tenant(), demo.definitions(), demo.sinceMs(), demo.closed(), demo.callsInFlow(), demo.callsWaiting(), demo.callsTalking(),
        demo.arrived(), demo.endings(), demo.dials(), demo.queues(), demo.agents(), calls, demo.atHand(), demo.surveys(),
        demo.warnings());
  }

  /** As the journal gives it: all of the open interactions, the last of each agent and of each closure. */
  private static List<Fact> liveReplay(List<Fact> facts) {
    List<CallId> closed = facts.stream().filter(Fact.InteractionClosed.class::isInstance).map(Fact::call).toList();
    Map<String, Fact> closures = new HashMap<>();
    for (Fact fact : facts) {
      if (fact instanceof Fact.ClosureSwitched switched) {
        closures.put(String.valueOf(switched.queue()), fact);
      }
    }
    Fact lastOfAnn = facts.stream().filter(Fact.AgentStateChanged.class::isInstance).reduce((a, b) -> b).orElse(null);
    return facts.stream()
        .filter(fact -> switch (fact) {
          case Fact.AgentStateChanged changed -> changed == lastOfAnn;
          case Fact.AgentSkillsSet set -> false;
          case Fact.ClosureSwitched switched -> closures.containsValue(switched);
          default -> !closed.contains(Objects.requireNonNull(fact.call()));
        })
        .toList();
  }

  /** Four hours before midnight to a bit after it. */
  private static Day random(Random random) {
    Day day = new Day();
    for (int i = 0; i < 60; i++) {
      double second = random.nextInt(-14_400, 1500) + random.nextInt(1000) / 1000.0;
      double wait = random.nextInt(60_000) / 1000.0;
      switch (random.nextInt(4)) {
        case 0 -> day.left(second, "c" + i, wait, QueueExit.values()[random.nextInt(QueueExit.values().length)]);
        case 1 -> {
          day.enters(second, "c" + i, random.nextInt(3));
          day.told(second, "c" + i, random.nextInt(30), 0, 60);
        }
        default -> day.answered(second, "c" + i, wait, random.nextInt(1, 300), random.nextInt(40));
      }
    }
    for (int i = 0; i < 4; i++) {
      day.closure(random.nextInt(-14_400, 1500), random.nextBoolean() ? SALES : null, random.nextBoolean());
    }
    AgentState state = AgentState.SIGNED_OUT;
    double second = -14_400;
    while (second < 1500) {
      AgentState next = AgentState.values()[random.nextInt(AgentState.values().length)];
      day.ann(second, state, next);
      state = next;
      second += random.nextInt(1, 4000);
    }
    return day;
  }
}
