package io.switchboard.acd;

import static io.switchboard.acd.Shift.SALES;
import static io.switchboard.acd.Shift.SUPPORT;
import static io.switchboard.acd.Shift.agent;
import static io.switchboard.acd.Shift.call;
import static io.switchboard.acd.Shift.id;
import static io.switchboard.acd.Shift.queue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.acd.estimate.Observed;
import io.switchboard.acd.floor.FloorSettings;
import io.switchboard.acd.policy.AgentPolicy;
import io.switchboard.acd.policy.Reserve;
import io.switchboard.acd.queue.Choice;
import io.switchboard.acd.queue.Comfort;
import io.switchboard.acd.queue.QueueSettings;
import io.switchboard.acd.queue.Waiting;
import io.switchboard.acd.skill.Relaxation;
import io.switchboard.core.ending.Party;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.line.LineEvent;
import io.switchboard.core.signal.AgentRequest;
import io.switchboard.core.signal.CallSignal;
import io.switchboard.core.why.LongerWait;
import io.switchboard.core.why.WaitCause;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a waiting caller hears: his position, why he waits, how long, and why longer than before; and comfort messages. */
class ToldWaitTest {
  private static final Map<String, Integer> NONE = Map.of();
  private static final long TALK_MS = 120_000;
  private static final long MINUTE = 60_000;

  private int worked;

  private static QueueSettings telling(QueueId id) {
    return queue(id).withWaiting(new Waiting(MINUTE, true, "default", true, Comfort.NONE));
  }

  private static Shift center(String... agents) {
    return center(telling(SALES), agents);
  }

  private static Shift center(QueueSettings queue, String... agents) {
    Shift shift = new Shift(FloorSettings.of(List.of(queue), List.of(agents).stream().map(a -> agent(a, NONE, queue.id())).toList()));
    shift.ready(agents);
    return shift;
  }

  /** Each so many calls of two minutes: enough to know the pace. */
  private void works(Shift shift, QueueId queue, int calls) {
    for (int i = 0; i < calls; i++) {
      String call = "w" + worked++;
      shift.enters(call, queue);
      shift.answers(call, 1);
      shift.time.advance(TALK_MS);
      shift.talkEnds(call, 1, Party.CALLER);
    }
  }

  private void busy(Shift shift, String... calls) {
    for (String call : calls) {
      shift.enters(call, SALES);
      shift.answers(call, 1);
    }
  }

  private static List<String> heard(Shift shift, String call) {
    return shift.signals.sent(CallSignal.Announcement.class).stream().filter(said -> said.call().equals(call(call)))
        .map(said -> said.said().stream().map(each -> each.prompt().replace("queue-", "") + numbers(each.arguments())).toList().toString()).toList();
  }

  private static String numbers(Map<String, String> arguments) {
    return arguments.isEmpty() ? "" : arguments.values().stream().sorted().toList().toString();
  }

  private static List<Fact.WaitTold> told(Shift shift, String call) {
    return shift.journal.facts(Fact.WaitTold.class).stream().filter(fact -> fact.call().equals(call(call))).toList();
  }

  @Test
  void whileTooFewCallsAreOver_heHearsHisPlaceAndWhy_andNothingOfTime() {
    Shift shift = center("anna");
    works(shift, SALES, 9);
    busy(shift, "b1");
    shift.enters("c1", SALES);
    assertEquals(List.of("[position[1], why-busy]"), heard(shift, "c1"));
    assertEquals(List.of(), told(shift, "c1"));
  }

  @Test
  void onceThePaceIsKnown_heHearsARange_andItIsAFact() {
    Shift shift = center("anna");
    works(shift, SALES, 12);
    busy(shift, "b1");
    shift.enters("c1", SALES);
    shift.enters("c2", SALES);
    Fact.WaitTold fact = told(shift, "c2").getFirst();
    assertEquals(2 * TALK_MS, fact.expectedMs());
    assertEquals(2, fact.position());
    assertEquals(1, fact.ahead());
    assertEquals(1, fact.able());
    assertEquals(TALK_MS, fact.handlingMs());
    assertEquals(WaitCause.ALL_BUSY, fact.cause());
    assertTrue(fact.lowMs() < fact.expectedMs() && fact.expectedMs() < fact.highMs(), fact.toString());
    assertEquals(List.of("[position[2], why-busy, wait-between[2, 7]]"), heard(shift, "c2"));
  }

  @Test
  void whyHeWaitsHeHearsOnce_andTheRangeFalls() {
    Shift shift = center("anna", "ben");
    works(shift, SALES, 12);
    busy(shift, "b1", "b2");
    for (int i = 1; i <= 6; i++) {
      shift.enters("c" + i, SALES);
    }
    shift.time.advance(MINUTE - 1);
    shift.talkEnds("b1", 1, Party.CALLER);
    shift.talkEnds("b2", 1, Party.CALLER);
    shift.answers("c1", 1);
    shift.answers("c2", 1);
    shift.time.advance(1);
    List<Fact.WaitTold> told = told(shift, "c6");
    assertEquals(2, told.size());
    assertTrue(told.get(1).toMin() < told.get(0).toMin(), told.toString());
    assertNull(told.get(1).longer());
    assertTrue(heard(shift, "c6").get(1).startsWith("[position[4], wait-"), heard(shift, "c6").toString());
  }

  @Test
  void whenMoreUrgentCallsCome_heHearsSoFirst() {
    Shift shift = center("anna");
    works(shift, SALES, 12);
    busy(shift, "b1");
    shift.enters("c1", SALES);
    for (int i = 0; i < 6; i++) {
      shift.enters("urgent" + i, SALES, 9, NONE);
    }
    shift.time.advance(MINUTE);
    assertEquals(LongerWait.MORE_URGENT_CALLS, told(shift, "c1").getLast().longer());
    assertEquals(6, told(shift, "c1").getLast().later());
    assertTrue(heard(shift, "c1").getLast().startsWith("[position[7], longer-urgent-calls, wait-between"), heard(shift, "c1").toString());
  }

  @Test
  void whenAnAgentLeaves_heHearsSoFirst() {
    Shift shift = center("anna", "ben", "cora", "dora");
    works(shift, SALES, 12);
    busy(shift, "b1", "b2", "b3", "b4");
    for (int i = 1; i <= 8; i++) {
      shift.enters("c" + i, SALES);
    }
    for (String leaving : List.of("ben", "cora", "dora")) {
      shift.ask(new AgentRequest.SignOut(id(leaving)));
    }
    shift.time.advance(MINUTE);
    assertEquals(LongerWait.FEWER_AGENTS, told(shift, "c8").getLast().longer());
    assertEquals(1, told(shift, "c8").getLast().able());
  }

  @Test
  void whenCallsTakeLonger_heHearsSoFirst() {
    Shift shift = center("anna");
    works(shift, SALES, 12);
    busy(shift, "b1");
    shift.enters("c1", SALES);
    shift.enters("c2", SALES);
    shift.time.advance(6 * MINUTE);
    assertEquals(
        LongerWait.LONGER_CALLS, told(shift, "c2").stream().map(Fact.WaitTold::longer).filter(Objects::nonNull).findFirst().orElseThrow());
    assertTrue(heard(shift, "c2").stream().anyMatch(said -> said.contains("longer-calls, wait-")), heard(shift, "c2").toString());
  }

  @Test
  void whatWasPromisedHoldsAfterARestart() {
    Shift shift = center("anna");
    works(shift, SALES, 12);
    busy(shift, "b1");
    shift.enters("c1", SALES);
    long byMs = told(shift, "c1").getFirst().byMs();
    Shift again = new Shift(shift.stage.floor().settings(), shift.journal);
    assertEquals(byMs, again.stage.floor().visit(call("c1")).told().byMs());
  }

  @Test
  void afterARestartThePaceIsThatOfTheHourBefore_andOfWhatCameSince() {
    Shift shift = center("anna");
    works(shift, SALES, 9);
    busy(shift, "b1");
    shift.enters("c1", SALES);
    List<Fact> before = shift.journal.facts();
    Shift again = new Shift(shift.stage.floor().settings(), shift.journal);
    again.time.advance(shift.time.nowMs() - again.time.nowMs() + MINUTE);
    again.restored(List.of("b1", "c1"), List.of(new LineEvent.LiveOffer(Shift.offer("b1", 1), true)), Set.of());
    again.talkEnds("b1", 1, Party.CALLER);
    again.answers("c1", 1);
    again.enters("c2", SALES);
    assertEquals(List.of(), told(again, "c2"));
    Observed seen = new Observed();
    before.forEach(seen::apply);
    again.stage.recall(seen);
    again.enters("c3", SALES);
    Fact.WaitTold told = told(again, "c3").getFirst();
    assertEquals((9 * TALK_MS + MINUTE) / 10, told.handlingMs());
  }

  @Test
  void whereFewHaveTheSkill_heHearsSo_andOnlyTheyCount() {
    QueueSettings queue = telling(SALES).withSkills(Map.of("french", 5), List.of());
    Shift shift = new Shift(FloorSettings.of(
        List.of(queue, telling(SUPPORT)),
        List.of(agent("anna", Map.of("french", 5), SALES), agent("ben", NONE, SALES), agent("cora", NONE, SALES))));
    shift.ready("anna", "ben", "cora");
    works(shift, SALES, 12);
    busy(shift, "b1");
    shift.enters("c1", SALES);
    assertEquals(WaitCause.FEW_SPECIALISTS, told(shift, "c1").getFirst().cause());
    assertEquals(1, told(shift, "c1").getFirst().able());
    assertTrue(heard(shift, "c1").getFirst().startsWith("[position[1], why-specialists, wait-"), heard(shift, "c1").toString());
  }

  @Test
  void whereTheSkillsRelaxSoon_heIsNotToldTheWaitForASpecialist() {
    QueueSettings queue = telling(SALES).withSkills(Map.of("french", 5), List.of(new Relaxation(30_000, Map.of("french", 0))));
    Shift shift = new Shift(FloorSettings.of(
        List.of(queue), List.of(agent("anna", Map.of("french", 5), SALES), agent("ben", NONE, SALES), agent("cora", NONE, SALES))));
    shift.ready("anna", "ben", "cora");
    works(shift, SALES, 12);
    busy(shift, "b1");
    shift.enters("c1", SALES);
    assertTrue(told(shift, "c1").getFirst().expectedMs() < TALK_MS, told(shift, "c1").toString());
  }

  @Test
  void agentsWhoServeTwoQueuesCountByTheirShare() {
    Shift shift = new Shift(FloorSettings.of(
        List.of(telling(SALES), telling(SUPPORT)), List.of(agent("anna", NONE, SALES, SUPPORT), agent("ben", NONE, SALES, SUPPORT))));
    shift.ready("anna", "ben");
    works(shift, SALES, 12);
    works(shift, SUPPORT, 12);
    busy(shift, "b1", "b2");
    shift.enters("s1", SUPPORT);
    shift.enters("s2", SUPPORT);
    shift.enters("s3", SUPPORT);
    shift.enters("c1", SALES);
    Fact.WaitTold alone = told(shift, "c1").getFirst();
    assertEquals(0, alone.ahead());
    assertEquals(2, alone.able());
    assertEquals(0.5, alone.agents(), 1e-9);
    assertEquals(4 * TALK_MS / 2, alone.expectedMs());
  }

  @Test
  void whoWaitsForOneAgentAlone_hearsThat_andNothingOfTime() {
    QueueSettings queue = telling(SALES).withChoice(
        new Choice(AgentPolicy.LONGEST_IDLE, Reserve.NONE, 300_000));
    Shift shift = center(queue, "anna");
    works(shift, SALES, 12);
    busy(shift, "b1");
    shift.signals.send(new CallSignal.Enqueue(call("c1"), SALES, 0, NONE, "+4930", "Caller", "", id("anna")));
    assertEquals(List.of("[position[1], why-preferred]"), heard(shift, "c1"));
  }

  @Test
  void whileAllAreOnABreak_heHearsThat_andNothingOfTime() {
    Shift shift = center("anna");
    works(shift, SALES, 12);
    shift.ask(new AgentRequest.NotReady(id("anna"), "lunch"));
    shift.enters("c1", SALES);
    assertEquals(List.of("[position[1], why-nobody]"), heard(shift, "c1"));
  }

  @Test
  void whereTheQueueTellsNoWaits_onlyThePositionIsHeard() {
    Shift shift = center(queue(SALES).withWaiting(new Waiting(MINUTE, true, "default")), "anna");
    works(shift, SALES, 12);
    busy(shift, "b1");
    shift.enters("c1", SALES);
    assertEquals(List.of("[position[1]]"), heard(shift, "c1"));
  }

  @Test
  void comfortMessagesComeInTurn_whileHeWaits_notWhileAPhoneRings() {
    Comfort comfort = new Comfort(List.of("first", "second"), 20_000);
    Shift shift = center(queue(SALES).withWaiting(new Waiting(0, false, "default", false, comfort)), "anna");
    busy(shift, "b1");
    shift.time.advance(5_000);
    shift.enters("c1", SALES);
    shift.time.advance(10_000);
    shift.enters("c2", SALES);
    shift.time.advance(55_000);
    assertEquals(List.of("[first]", "[second]", "[first]"), heard(shift, "c1"));
    assertEquals(List.of("[first]", "[second]"), heard(shift, "c2"));
    shift.talkEnds("b1", 1, Party.CALLER);
    shift.time.advance(15_000);
    assertEquals(3, heard(shift, "c1").size());
    assertEquals(List.of("[first]", "[second]", "[first]"), heard(shift, "c2"));
  }

  @Test
  void afterARestartComfortGoesOnWhereItWas_andNothingOldIsSaid() {
    Comfort comfort = new Comfort(List.of("first", "second"), 20_000);
    Shift shift = center(queue(SALES).withWaiting(new Waiting(0, false, "default", false, comfort)), "anna");
    busy(shift, "b1");
    shift.enters("c1", SALES);
    Shift again = new Shift(shift.stage.floor().settings(), shift.journal);
    again.time.advance(50_000);
    again.restored(List.of("b1", "c1"), List.of(new LineEvent.LiveOffer(Shift.offer("b1", 1), true)), Set.of());
    assertEquals(List.of(), heard(again, "c1"));
    again.time.advance(10_000);
    assertEquals(List.of("[first]"), heard(again, "c1"));
  }
}
