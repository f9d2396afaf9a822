package io.switchboard.acd.replay;

import static io.switchboard.acd.Shift.DEMO;
import static io.switchboard.acd.Shift.SALES;
import static io.switchboard.acd.Shift.SUPPORT;
import static io.switchboard.acd.Shift.agent;
import static io.switchboard.acd.Shift.id;
import static io.switchboard.acd.Shift.queue;
import static io.switchboard.acd.Shift.wrapUp;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.acd.Shift;
import io.switchboard.acd.agent.AgentSettings;
import io.switchboard.acd.floor.FloorSettings;
import io.switchboard.acd.policy.AgentPolicy;
import io.switchboard.acd.policy.Reserve;
import io.switchboard.acd.queue.Choice;
import io.switchboard.acd.queue.Doors;
import io.switchboard.acd.queue.QueueSettings;
import io.switchboard.acd.queue.Returns;
import io.switchboard.acd.skill.Relaxation;
import io.switchboard.core.ending.Party;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.line.LineEvent;
import io.switchboard.core.metric.Definitions;
import io.switchboard.core.metric.PeriodBoard;
import io.switchboard.core.metric.Snapshot;
import io.switchboard.core.signal.CallSignal;
import io.switchboard.core.time.Hours;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayTest {
  private static final long START = RecordedDay.START;
  private static final long HOUR = 3_600_000;

  /** Every kind of rule: skills that relax, wrap-up, a preferred agent, a reserve, a longest wait, strikes. */
  private static FloorSettings rules() {
    QueueSettings sales = wrapUp(queue(SALES), 15_000)
        .withSkills(Map.of("french", 1), List.of(new Relaxation(20_000, Map.of("french", 0))))
        .withChoice(new Choice(AgentPolicy.LONGEST_IDLE, Reserve.NONE, 10_000));
    QueueSettings support = queue(SUPPORT)
        .withChoice(new Choice(AgentPolicy.FEWEST_CALLS, new Reserve(1, 5), 0))
        .withDoors(new Doors(30, 100_000, Hours.always(), false));
    List<AgentSettings> agents = List.of(
        agent("anna", Map.of("french", 5), 2, SALES), agent("ben", Map.of("french", 2), 2, SALES, SUPPORT), agent("carl", Map.of(), 2, SALES),
        agent("dora", Map.of("french", 1), 3, SUPPORT), agent("emil", Map.of(), 2, SALES, SUPPORT));
    return new FloorSettings(
        List.of(sales, support), agents, Map.of(DEMO, new FloorSettings.Names(Set.of("french"), Map.of("vip", 3))), 60_000, 30_000,
        FloorSettings.RING_GRACE_MS);
  }

  private static PeriodBoard.Numbers count(List<Fact> facts, long fromMs, long untilMs) {
    PeriodBoard board = new PeriodBoard(DEMO, Definitions.standard(), fromMs, untilMs, List.of(SALES, SUPPORT));
    facts.forEach(board::apply);
    return board.numbers();
  }

  private static Snapshot.Queue of(PeriodBoard.Numbers numbers, QueueId queue) {
    return numbers.queues().stream().filter(each -> each.queue().equals(queue)).findFirst().orElseThrow();
  }

  /** What a journal holds of the time before: open interactions, the last of each agent. */
  private static List<Fact> before(List<Fact> facts, long atMs) {
    Set<CallId> closed = new HashSet<>();
    Map<Object, Fact> last = new HashMap<>();
    for (Fact fact : facts) {
      if (fact.atMs() < atMs && fact instanceof Fact.InteractionClosed f) {
        closed.add(f.call());
      } else if (fact.atMs() < atMs && fact instanceof Fact.AgentStateChanged f) {
        last.put(f.agent(), f);
      }
    }
    return facts.stream().filter(fact -> fact.atMs() < atMs)
        .filter(fact -> fact.call() == null ? last.get(fact.agent()) == fact : !closed.contains(fact.call())).toList();
  }

  private static Recorded recorded(List<Fact> facts, long fromMs) {
    return recorded(facts, fromMs, facts.getLast().atMs());
  }

  private static Recorded recorded(List<Fact> facts, long fromMs, long lastMs) {
    return new Recorded(before(facts, fromMs), facts.stream().filter(fact -> fact.atMs() >= fromMs).toList(), fromMs, lastMs);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void whenTheRulesAreTheSame_thenEveryNumberIsTheOneThatWasRecorded(long seed) {
    List<Fact> facts = new RecordedDay(rules(), seed).facts(3, 120);
    Recorded recorded = recorded(facts, START);
    Replay.Result result = Replay.run(recorded, rules(), Staffing.RECORDED, 1);

    PeriodBoard.Numbers then = count(recorded.all(), START, START + 3 * HOUR);
    PeriodBoard.Numbers now = count(result.facts(), START, START + 3 * HOUR);
    assertEquals(then.queues(), now.queues());
    assertEquals(then.agents(), now.agents());
    assertEquals(then.occupancy(), now.occupancy());
    assertEquals(0, result.drawn().handlings());
    assertEquals(0, result.drawn().hangUps());
    assertTrue(of(then, SALES).answered() > 50 && of(then, SALES).abandoned() > 10, "a day in which something happens: " + then);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void whenItBeginsInTheMidst_thenCallsAndAgentsAreTakenUpAsTheyWere(long seed) {
    List<Fact> facts = new RecordedDay(rules(), seed).facts(3, 120);
    long fromMs = START + HOUR + 17_321;
    long untilMs = fromMs + HOUR;
    Recorded recorded = recorded(facts, fromMs);
    Replay.Result result = Replay.run(recorded, rules(), Staffing.RECORDED, 1);

    PeriodBoard.Numbers then = count(recorded.all(), fromMs, untilMs);
    PeriodBoard.Numbers now = count(result.facts(), fromMs, untilMs);
    assertEquals(then.queues(), now.queues());
    assertEquals(then.occupancy(), now.occupancy());
    assertEquals(0, result.drawn().hangUps());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void whenTheRecordEndsInTheMidst_thenAsMuchAsIsKnownComesOutAsItWas(long seed) {
    long endMs = START + HOUR + 17_321;
    List<Fact> facts = new RecordedDay(rules(), seed).facts(3, 120).stream().filter(fact -> fact.atMs() < endMs).toList();
    Recorded recorded = recorded(facts, START, endMs);
    long untilMs = Math.min(endMs, recorded.waitingSinceMs());
    assertTrue(untilMs > START + HOUR / 2, "something is known");
    Replay.Result result = Replay.run(recorded, rules(), Staffing.RECORDED, 1);

    PeriodBoard.Numbers then = count(recorded.all(), START, untilMs);
    PeriodBoard.Numbers now = count(result.facts(), START, untilMs);
    assertEquals(then.queues().stream().map(ReplayTest::counted).toList(), now.queues().stream().map(ReplayTest::counted).toList());
    assertEquals(then.occupancy(), now.occupancy());
  }

  /** Without who waits and talks at the moment: that goes on in a replay. */
  private static List<Object> counted(Snapshot.Queue queue) {
    return List.of(queue.queue(), queue.entered(), queue.answeredWaits(), queue.abandonedWaits(), queue.left(), queue.refused(),
        queue.handled(), String.valueOf(queue.ahtMs()));
  }

  @Test
  void whenItIsDoneTwice_thenItIsTheSame_andAnotherSeedDrawsOtherwise() {
    Recorded recorded = recorded(new RecordedDay(rules(), 1).facts(3, 120), START);
    Staffing fewer = new Staffing(List.of(new Staffing.Away(id("emil"), START, START + 3 * HOUR)), List.of());
    List<Fact> once = Replay.run(recorded, rules(), fewer, 1).facts();
    assertEquals(once, Replay.run(recorded, rules(), fewer, 1).facts());
    assertNotEquals(once, Replay.run(recorded, rules(), fewer, 2).facts());
  }

  /** What several days came to for callers of sales. */
  private record Days(double asaMs, double level, double abandonment, double ahtMs) {
    static Days of(Function<Recorded, List<Fact>> replayed) {
      List<Snapshot.Queue> days = LongStream.rangeClosed(1, 6).mapToObj(seed -> recorded(new RecordedDay(rules(), seed).facts(3, 120), START))
          .map(day -> ReplayTest.of(count(replayed.apply(day), START, START + 3 * HOUR), SALES)).toList();
      return new Days(mean(days, Snapshot.Queue::asaMs), mean(days, Snapshot.Queue::serviceLevel), mean(days, Snapshot.Queue::abandonment),
          mean(days, Snapshot.Queue::ahtMs));
    }

    private static double mean(List<Snapshot.Queue> days, ToDoubleFunction<Snapshot.Queue> number) {
      return days.stream().mapToDouble(number).average().orElseThrow();
    }
  }

  @Test
  void whenThereAreMoreAgents_thenCallersWaitLess_andWithFewerMore() {
    Staffing more = new Staffing(List.of(), List.of(new Staffing.Extra(SALES, 2, START, START + 4 * HOUR)));
    Staffing fewer = new Staffing(List.of(new Staffing.Away(id("anna"), START + HOUR, START + 4 * HOUR)), List.of());
    Days was = Days.of(Recorded::all);
    Days withMore = Days.of(day -> Replay.run(day, rules(), more, 1).facts());
    Days withFewer = Days.of(day -> Replay.run(day, rules(), fewer, 1).facts());
    assertTrue(withMore.asaMs < was.asaMs && was.asaMs < withFewer.asaMs, withMore + "\n" + was + "\n" + withFewer);
    assertTrue(withMore.level > was.level && was.level > withFewer.level, withMore + "\n" + was + "\n" + withFewer);
    assertTrue(withMore.abandonment < was.abandonment && was.abandonment < withFewer.abandonment);
  }

  @Test
  void whenWrapUpIsShorter_thenFewerHangUp() {
    FloorSettings rules = rules();
    FloorSettings brisk = new FloorSettings(
        List.of(wrapUp(rules.queues().getFirst(), 1_000), rules.queues().getLast()), rules.agents(), rules.tenants(), rules.pointWorthMs(),
        rules.phoneRetryMs(), rules.ringGraceMs());
    Days was = Days.of(Recorded::all);
    Days now = Days.of(day -> Replay.run(day, brisk, Staffing.RECORDED, 1).facts());
    assertTrue(now.ahtMs < was.ahtMs && now.abandonment < was.abandonment && now.level > was.level, now + "\n" + was);
  }

  /** What is told of days without Carl from days with him, against days that were without him: the same, but for chance. */
  @Test
  void whenAnAgentIsTakenAway_thenItForetellsWhatComesTrue() {
    FloorSettings rules = rules();
    FloorSettings without = new FloorSettings(
        rules.queues(), rules.agents().stream().filter(each -> !each.id().equals(id("carl"))).toList(), rules.tenants(),
        rules.pointWorthMs(), rules.phoneRetryMs(), rules.ringGraceMs());
    Staffing away = new Staffing(List.of(new Staffing.Away(id("carl"), START, Long.MAX_VALUE)), List.of());
    List<Snapshot.Queue> was = new ArrayList<>();
    List<Snapshot.Queue> foretold = new ArrayList<>();
    List<Snapshot.Queue> came = new ArrayList<>();
    for (int day = 0; day < 60; day++) {
      Recorded recorded = recorded(new RecordedDay(rules, 1_000 + day).facts(3, 120), START);
      was.add(of(count(recorded.all(), START, START + 3 * HOUR), SALES));
      foretold.add(of(count(Replay.run(recorded, rules, away, 1).facts(), START, START + 3 * HOUR), SALES));
      came.add(of(count(new RecordedDay(without, 5_000 + day).facts(3, 120), START, START + 3 * HOUR), SALES));
    }
    alike("abandonment", true, was, foretold, came, Snapshot.Queue::abandonment);
    alike("service level", false, was, foretold, came, Snapshot.Queue::serviceLevel);
    alike("mean wait", false, was, foretold, came, Snapshot.Queue::asaMs);
    alike("handling time", false, was, foretold, came, Snapshot.Queue::ahtMs);
  }

  /** @param changes beyond doubt, from what it was */
  private static void alike(
      String what, boolean changes, List<Snapshot.Queue> was, List<Snapshot.Queue> foretold, List<Snapshot.Queue> came,
      ToDoubleFunction<Snapshot.Queue> number) {
    DoubleSummaryStatistics told = foretold.stream().mapToDouble(number).summaryStatistics();
    DoubleSummaryStatistics happened = came.stream().mapToDouble(number).summaryStatistics();
    double error = Math.sqrt(variance(foretold, number) / foretold.size() + variance(came, number) / came.size());
    String said = what + ": foretold " + told.getAverage() + ", came " + happened.getAverage() + ", standard error " + error;
    assertTrue(Math.abs(told.getAverage() - happened.getAverage()) < 3 * error, said);
    double before = was.stream().mapToDouble(number).average().orElseThrow();
    assertTrue(!changes || Math.abs(before - happened.getAverage()) > 6 * error, "a change that can be seen; it was " + before + "; " + said);
  }

  private static double variance(List<Snapshot.Queue> days, ToDoubleFunction<Snapshot.Queue> number) {
    double mean = days.stream().mapToDouble(number).average().orElseThrow();
    return days.stream().mapToDouble(number).map(each -> (each - mean) * (each - mean)).sum() / (days.size() - 1);
  }

  /**
   * One agent, 5 s to answer. c1 comes at 0 s and talks for 60 s; c2 comes at 10 s, waits for it until 65 s, is answered at 70 s and talks for
   * 30 s; c3 comes at 20 s and hangs up at 60 s.
   */
  @Test
  void whenTwoAnswerInsteadOfOne_thenItIsAsReckonedByHand() {
    FloorSettings rules = FloorSettings.of(List.of(queue(SALES)), List.of(agent("anna", Map.of(), SALES)));
    Shift shift = new Shift(rules);
    shift.ready("anna");
    call(shift, 0, "c1");
    shift.time.advance(5_000);
    shift.answers("c1", 1);
    call(shift, 10_000, "c2");
    call(shift, 20_000, "c3");
    at(shift, 60_000);
    shift.callerHangsUp("c3");
    talked(shift, 65_000, "c1");
    at(shift, 70_000);
    shift.answers("c2", 1);
    talked(shift, 100_000, "c2");

    Recorded recorded = recorded(shift.journal.facts(), Shift.START);
    Snapshot.Queue was = of(count(recorded.all(), Shift.START, Shift.START + HOUR), SALES);
    assertEquals(2, was.answered());
    assertEquals(1, was.abandoned());
    assertEquals((5_000 + 60_000) / 2.0, was.asaMs());
    assertEquals(was, of(count(Replay.run(recorded, rules, Staffing.RECORDED, 1).facts(), Shift.START, Shift.START + HOUR), SALES));

    // c2 rings at the second agent's at once and is answered at 15 s, until 45 s; then he takes c3, answered at 50 s, 10 s before she would go
    Staffing two = new Staffing(List.of(), List.of(new Staffing.Extra(SALES, 1, Shift.START, Shift.START + HOUR)));
    Replay.Result result = Replay.run(recorded, rules, two, 1);
    Snapshot.Queue now = of(count(result.facts(), Shift.START, Shift.START + HOUR), SALES);
    assertEquals(3, now.answered());
    assertEquals(0, now.abandoned());
    assertEquals((5_000 + 5_000 + 30_000) / 3.0, now.asaMs());
    assertEquals(2, now.answeredWithin());
    assertEquals(new Replay.Drawn(1, 0, 2), result.drawn(), "c3 had no talk to go by, and two offers were not made before");
  }

  /**
   * c1 talks from 5 s until 60 s; Ada comes at 10 s, asks at 20 s to be called back, is dialled at 60 s, answers at 62 s and talks from 64 s until
   * 90 s; c2 comes at 200 s and is answered at 205 s.
   */
  @ParameterizedTest
  @ValueSource(longs = {0, 30_000, 61_000, 63_000, 70_000})
  void whenACustomerWasCalledBack_thenHeIsLeftOutAndCounted_andNobodyIsKeptForHim(long fromMs) {
    Returns.Callback callback = new Returns.Callback("+4930123450", List.of("carrier"), List.of("+49"), 25_000, 2, 60_000, 3_600_000, 3);
    FloorSettings rules = FloorSettings.of(
        List.of(queue(SALES).withReturns(new Returns(0, callback))), List.of(agent("anna", Map.of(), SALES)));
    Shift shift = new Shift(rules);
    shift.ready("anna");
    call(shift, 0, "c1");
    at(shift, 5_000);
    shift.answers("c1", 1);
    call(shift, 10_000, "ada");
    at(shift, 20_000);
    shift.signals.send(new CallSignal.LeaveQueue(Shift.call("ada"), SALES, "2"));
    shift.signals.send(new CallSignal.RequestCallback(Shift.call("ada"), SALES, "+4917012345", "Ada", "en"));
    shift.callerHangsUp("ada");
    write(shift, new Fact.InteractionClosed(shift.time.nowMs(), DEMO, Shift.call("ada")));
    talked(shift, 60_000, "c1");
    String back = shift.signals.sent(CallSignal.CallbackBooked.class).getLast().call().value();
    at(shift, 62_000);
    shift.hears(new LineEvent.CalledBack(Shift.offer(back, 1)));
    at(shift, 64_000);
    shift.answers(back, 1);
    talked(shift, 90_000, back);
    call(shift, 200_000, "c2");
    at(shift, 205_000);
    shift.answers("c2", 1);
    talked(shift, 230_000, "c2");

    Recorded recorded = recorded(shift.journal.facts(), Shift.START + fromMs);
    List<Fact> facts = Replay.run(recorded, rules, Staffing.RECORDED, 1).facts();
    boolean talks = fromMs == 70_000;
    assertEquals(talks ? 0 : 1, recorded.callbacksLeftOut(Shift.START + HOUR));
    assertEquals(talks, facts.stream().anyMatch(fact -> fact.call() != null && fact.call().value().equals(back)));
    Snapshot.Queue was = of(count(recorded.all(), Shift.START + fromMs, Shift.START + HOUR), SALES);
    Snapshot.Queue now = of(count(facts, Shift.START + fromMs, Shift.START + HOUR), SALES);
    assertEquals(List.of(was.entered(), was.answeredWaits(), was.left()), List.of(now.entered(), now.answeredWaits(), now.left()));
    assertEquals(fromMs == 0 ? 2 : 1, now.answered());
  }

  private static void call(Shift shift, long ms, String call) {
    at(shift, ms);
    write(shift, new Fact.CallArrived(shift.time.nowMs(), DEMO, Shift.call(call), "", "", "", "", "", "", ""));
    shift.enters(call, SALES);
  }

  private static void talked(Shift shift, long ms, String call) {
    at(shift, ms);
    shift.talkEnds(call, 1, Party.CALLER);
    write(shift, new Fact.InteractionClosed(shift.time.nowMs(), DEMO, Shift.call(call)));
  }

  /** What the call's own stage writes. */
  private static void write(Shift shift, Fact fact) {
    shift.journal.append(List.of(fact), false, () -> {});
  }

  private static void at(Shift shift, long ms) {
    shift.time.advance(Shift.START + ms - shift.time.nowMs());
  }
}
