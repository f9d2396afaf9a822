package io.switchboard.desktop.wall;

import static io.switchboard.desktop.desk.Day.ANNA;
import static io.switchboard.desktop.desk.Day.BEN;
import static io.switchboard.desktop.desk.Day.DEMO;
import static io.switchboard.desktop.desk.Day.SALES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.switchboard.core.access.Role;
import io.switchboard.core.agent.AgentState;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.metric.Board;
import io.switchboard.core.metric.Definitions;
import io.switchboard.core.metric.Reporting;
import io.switchboard.core.metric.Snapshot.Stage;
import io.switchboard.desktop.access.Visitor;
import io.switchboard.desktop.desk.Day;
import io.switchboard.desktop.link.Part;
import io.switchboard.desktop.link.Reader;
import io.switchboard.desktop.protocol.WallView;
import io.switchboard.desktop.protocol.WallView.AlarmKind;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WallBookTest {
  private static final Reader SAM = new Reader(new Visitor.User(DEMO, "sam", Role.SUPERVISOR), false);

  private final Board board = new Board(
      Map.of(DEMO, new Reporting(ZoneOffset.UTC, Definitions.standard())), Map.of(SALES, Set.of(ANNA, BEN)), List.of(ANNA, BEN));
  private final List<Part> touched = new ArrayList<>();
  private final Set<AgentId> unreachable = new HashSet<>();
  private @Nullable Long expectedMs;
  private final Day day = new Day(board::apply);
  private final WallBook wall = wall(new Thresholds(2, 60_000, 0.5));

  private WallBook wall(Thresholds alarms) {
    return new WallBook(new WallSettings(Map.of(SALES, new WallSettings.Plan(alarms, "outage"))), new Around(), (tenant, parts) -> touched.addAll(parts));
  }

  private @Nullable String listenedBy;

  private final class Around implements Surroundings {
    @Override
    public String displayName(AgentId agent) {
      return agent.name().toUpperCase(java.util.Locale.ROOT);
    }

    @Override
    public boolean reachable(AgentId agent) {
      return !unreachable.contains(agent);
    }

    @Override
    public Fact.@Nullable QueueEntered visit(CallId call) {
      return day.facts.stream().filter(fact -> fact instanceof Fact.QueueEntered entered && entered.call().equals(call))
          .map(Fact.QueueEntered.class::cast).reduce((before, last) -> last).orElse(null);
    }

    @Override
    public @Nullable String listenedBy(AgentId agent) {
      return listenedBy;
    }

    @Override
    public @Nullable Long expectedWaitMs(QueueId queue) {
      return expectedMs;
    }
  }

  private WallView now() {
    return at(day.nowMs());
  }

  private WallView at(long nowMs) {
    touched.clear();
    wall.counted(board.snapshot(nowMs));
    return (WallView) wall.whole(SAM);
  }

  @Test
  void whenACallWaitsAndIsTaken_thenTheRowsShowIt() {
    day.becomes(ANNA, AgentState.READY, "", null);
    day.arrives("c1", "+49301");
    day.waits("c1", "+49301");
    expectedMs = 42_000L;
    WallView waiting = now();
    WallView.QueueRow sales = waiting.queues().get("sales");
    assertEquals(1, sales.waiting());
    assertEquals(day.nowMs(), sales.longestSinceMs());
    assertEquals(42_000, sales.expectedWaitMs());
    assertEquals("outage", sales.message());
    assertEquals(1, sales.agents().get(AgentState.READY));
    assertEquals(new WallView.WaitingCall("c1", "sales", Stage.WAITING, day.nowMs(), 1, "+49301", "VIP", 2), waiting.waiting().getFirst());
    assertNull(waiting.agents().get("anna").call());

    day.offered("c1", 1, ANNA);
    assertEquals(Stage.RINGING, now().waiting().getFirst().stage());
    day.connects("c1", 1, ANNA);
    WallView talking = now();
    assertEquals(List.of(), talking.waiting());
    WallView.AgentRow anna = talking.agents().get("anna");
    assertEquals("ANNA", anna.displayName());
    assertEquals(AgentState.TALKING, anna.state());
    assertEquals("c1", anna.call());
    assertEquals("sales", anna.queue());
    assertEquals("+49301", anna.number());
    assertEquals("VIP", anna.valueClass());
    assertEquals(1, talking.queues().get("sales").answered());
    assertNull(talking.queues().get("sales").longestSinceMs());
  }

  @Test
  void whenACallIsMovedAhead_thenItHasWaitedAsLongAsBefore_andWhoCameBackFromATalkWaitsAnew() {
    day.arrives("c1", "+49301");
    Fact.QueueEntered first = day.entered("c1", "+49301");
    day.is(first);
    day.is(first.again(first.atMs() + 30_000, SALES, null, first.atMs(), 0, Fact.QueueEntered.MOVED));
    assertEquals(first.atMs(), at(first.atMs() + 31_000).waiting().getFirst().sinceMs());
    assertEquals(first.atMs(), at(first.atMs() + 31_000).queues().get("sales").longestSinceMs());
    long headOfAll = first.atMs() - 86_400_000;
    day.is(first.again(first.atMs() + 90_000, SALES, null, headOfAll, 0, Fact.QueueEntered.RETURNED));
    assertEquals(first.atMs() + 90_000, at(first.atMs() + 91_000).waiting().getFirst().sinceMs());
  }

  @Test
  void whenOneOfManyChanges_thenItsRowAloneIsTold() {
    IntStream.range(0, 500).forEach(i -> day.becomes(new AgentId(DEMO, "a" + i), AgentState.READY, "", null));
    now();
    at(day.nowMs() + 5_000);
    assertEquals(List.of(), touched);
    unreachable.add(ANNA);
    day.becomes(BEN, AgentState.NOT_READY, "lunch", null);
    at(day.nowMs() + 6_000);
    assertEquals(Set.of(new Part("agents", "anna"), new Part("agents", "ben"), new Part("queues", "sales")), Set.copyOf(touched));
    Map<String, Object> body = wall.parts(SAM, Set.of(new Part("agents", "ben")));
    assertEquals(Set.of("agents"), body.keySet());
    assertEquals(Set.of("ben"), ((Map<?, ?>) body.get("agents")).keySet());
  }

  @Test
  void whenAThresholdIsCrossed_thenThereIsAnAlarm_asLongAsItIs() {
    day.arrives("c1", "+49301");
    day.waits("c1", "+49301");
    long since = day.nowMs();
    assertEquals(List.of(), at(since + 60_000).alarms());
    WallView.AlarmView longest = at(since + 61_000).alarms().getFirst();
    assertEquals(new WallView.AlarmView("sales", AlarmKind.LONGEST_WAIT, 61_000, 60_000, since + 61_000), longest);
    assertEquals(List.of(longest), at(since + 62_000).alarms());
    assertEquals(List.of(), touched, "an alarm that stands is not told anew");
    day.arrives("c2", "+49302");
    day.waits("c2", "+49302");
    assertEquals(List.of(AlarmKind.LONGEST_WAIT, AlarmKind.WAITING), at(since + 63_000).alarms().stream().map(WallView.AlarmView::kind).toList());
    day.offered("c1", 1, ANNA);
    day.connects("c1", 1, ANNA);
    assertEquals(List.of(), at(since + 61_900).alarms());
    assertEquals(Set.of("alarms", "waiting", "queues", "agents"), Set.copyOf(touched.stream().map(Part::section).toList()));
  }

  @Test
  void theServiceLevelRaisesAnAlarm_onceEnoughCallsWereOffered() {
    for (int i = 0; i < 10; i++) {
      String call = "s" + i;
      day.arrives(call, "");
      day.waits(call, "");
      day.is(new Fact.QueueLeft(day.nowMs() + 30_000, DEMO, Day.call(call), SALES, io.switchboard.core.ending.QueueExit.ABANDONED, 30_000));
      List<AlarmKind> kinds = at(day.nowMs() + 30_000).alarms().stream().map(WallView.AlarmView::kind).toList();
      assertEquals(i == 9 ? List.of(AlarmKind.SERVICE_LEVEL) : List.of(), kinds, "after " + (i + 1));
    }
  }

  @Test
  void whoseThresholdsAreZero_isNeverAlarmed() {
    WallBook quiet = wall(Thresholds.NONE);
    day.arrives("c1", "+49301");
    day.waits("c1", "+49301");
    quiet.counted(board.snapshot(day.nowMs() + 3_600_000));
    assertEquals(List.of(), ((WallView) quiet.whole(SAM)).alarms());
  }
}
