package io.switchboard.acd.simulation;

import static io.switchboard.acd.Shift.DEMO;
import static io.switchboard.acd.Shift.SALES;
import static io.switchboard.acd.Shift.agent;
import static io.switchboard.acd.Shift.call;
import static io.switchboard.acd.Shift.id;
import static io.switchboard.acd.Shift.offer;
import static io.switchboard.acd.Shift.queue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.acd.Shift;
import io.switchboard.acd.floor.FloorSettings;
import io.switchboard.acd.policy.AgentPolicy;
import io.switchboard.acd.policy.Reserve;
import io.switchboard.acd.queue.Choice;
import io.switchboard.acd.queue.Doors;
import io.switchboard.acd.queue.QueueSettings;
import io.switchboard.acd.skill.Relaxation;
import io.switchboard.core.agent.AgentState;
import io.switchboard.core.ending.Party;
import io.switchboard.core.ending.QueueExit;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.line.FakeLine;
import io.switchboard.core.line.Line;
import io.switchboard.core.line.Phone;
import io.switchboard.core.signal.AgentRequest;
import io.switchboard.core.signal.CallSignal;
import io.switchboard.core.time.Hours;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The test of the test: each thing that must never be is planted once, and seen. */
class InvariantsTest {
  private static final FloorSettings SETTINGS = FloorSettings.of(
      List.of(queue(SALES)), List.of(agent("anna", Map.of(), SALES), agent("ben", Map.of(), SALES)));

  private final Shift shift = new Shift(SETTINGS);

  private void plant(Fact fact) {
    shift.stage.floor().apply(fact);
  }

  private Fact.AgentStateChanged becomes(String agent, AgentState to) {
    return new Fact.AgentStateChanged(Shift.START, DEMO, id(agent), shift.state(agent), to, "", null, Shift.START, "");
  }

  private Fact.OfferMade offers(String call, int attempt, String agent) {
    return new Fact.OfferMade(
        Shift.START, DEMO, call(call), offer(call, attempt), SALES, id(agent), 20_000, new Fact.Decision("", 1, 0, 0, "", 0));
  }

  private void seen(String what) {
    List<String> broken = Invariants.broken(shift.stage.floor(), shift.time.nowMs());
    assertTrue(broken.stream().anyMatch(b -> b.startsWith(what)), what + " in " + broken);
  }

  private void twoWaitAndOneRings() {
    shift.ready("anna");
    shift.ask(new AgentRequest.SignIn(id("ben")));
    shift.enters("c1", SALES);
    shift.enters("c2", SALES);
    shift.enters("c3", SALES);
    assertEquals(List.of(), Invariants.broken(shift.stage.floor(), shift.time.nowMs()));
  }

  @Test
  void aCallThatWaitsWhileAnAgentIsReadyIsSeen() {
    twoWaitAndOneRings();
    plant(becomes("ben", AgentState.READY));
    seen("work conserved");
  }

  @Test
  void aSecondLiveOfferIsSeen() {
    twoWaitAndOneRings();
    plant(offers("c2", 1, "anna"));
    seen("one offer");
  }

  @Test
  void aCallInTwoPlacesIsSeen() {
    twoWaitAndOneRings();
    plant(new Fact.Connected(Shift.START, DEMO, call("c1"), offer("c1", 1), SALES, id("anna"), 0, 0));
    seen("one place");
  }

  @Test
  void anAgentWithoutHisCallIsSeen() {
    twoWaitAndOneRings();
    plant(becomes("ben", AgentState.TALKING));
    seen("one place");
  }

  @Test
  void aCallTakenPastAnOlderOneIsSeen() {
    twoWaitAndOneRings();
    Fairness.Before before = Fairness.Before.of(shift.stage.floor());
    Fact.OfferMade late = offers("c3", 1, "ben");
    plant(late);
    assertTrue(Fairness.unfair(before, shift.stage.floor(), List.of(late)).getFirst().startsWith("order: demo/ben took c3 before c2"));
  }

  @Test
  void anAgentPassedOverIsSeen() {
    shift.ready("anna");
    shift.time.advance(10);
    Fairness.Before before = Fairness.Before.of(shift.stage.floor());
    shift.ready("ben");
    plant(new Fact.QueueEntered(shift.time.nowMs(), DEMO, call("c1"), 1, SALES, 0, Map.of(), "", ""));
    Fact.OfferMade toTheYounger = new Fact.OfferMade(
        shift.time.nowMs(), DEMO, call("c1"), offer("c1", 1), SALES, id("ben"), 20_000,
        new Fact.Decision("longest_idle", 2, 0, 0, "", shift.time.nowMs()));
    plant(toTheYounger);
    assertTrue(Fairness.unfair(before, shift.stage.floor(), List.of(toTheYounger)).getFirst().startsWith("longest_idle"));
  }

  private Fact.AgentStateChanged bounded(String agent, AgentState to, long untilMs, Fact.Break asked) {
    return new Fact.AgentStateChanged(
        Shift.START, DEMO, id(agent), shift.state(agent), to, "x", null, Shift.START, "", 0, Fact.Workload.NONE, "",
        new Fact.Terms(Shift.START, untilMs, 0, false, Shift.START, asked));
  }

  @Test
  void whoRingsThoughHisPhoneDoesNotIsSeen_andTheOtherWayRound() {
    twoWaitAndOneRings();
    plant(new Fact.OfferRang(Shift.START, DEMO, call("c1"), offer("c1", 1), id("anna")));
    seen("rings");
  }

  @Test
  void aHoldThatTheAgentDoesNotHaveIsSeen() {
    twoWaitAndOneRings();
    shift.answers("c1", 1);
    plant(new Fact.CallHeld(Shift.START, DEMO, call("c1"), offer("c1", 1), SALES, id("anna")));
    seen("one place");
  }

  @Test
  void whoOutstaysHisTimeIsSeen() {
    twoWaitAndOneRings();
    plant(bounded("ben", AgentState.NOT_READY, Shift.START, null));
    seen("outstays");
  }

  @Test
  void whoIsReadyThoughHisBreakIsDueIsSeen() {
    shift.ready("ben");
    plant(bounded("ben", AgentState.READY, 0, new Fact.Break("lunch", Shift.START, 60_000, 0)));
    seen("break");
  }

  @Test
  void aKeptAgentWhoIsTakenIsSeen() {
    Shift kept = new Shift(FloorSettings.of(
        List.of(QueueSettings.of(SALES).withChoice(new Choice(AgentPolicy.LONGEST_IDLE, new Reserve(1, 5), 0))), SETTINGS.agents()));
    kept.ready("anna");
    kept.enters("c1", SALES);
    assertEquals(List.of(), Invariants.broken(kept.stage.floor(), kept.time.nowMs()));
    Fairness.Before before = Fairness.Before.of(kept.stage.floor());
    Fact.OfferMade common = offers("c1", 1, "anna");
    kept.stage.floor().apply(common);
    assertTrue(Fairness.unfair(before, kept.stage.floor(), List.of(common)).getFirst().startsWith("reserve"));
  }

  @Test
  void whoWaitsForABusyAgentThoughItIsHisTurnIsNoViolation_whoWaitsForAReadyOneIs() {
    Shift preferring = new Shift(FloorSettings.of(
        List.of(QueueSettings.of(SALES).withChoice(new Choice(AgentPolicy.LONGEST_IDLE, Reserve.NONE, 30_000))), SETTINGS.agents()));
    preferring.ready("anna", "ben");
    preferring.enters("c1", SALES);
    preferring.answers("c1", 1);
    String busy = preferring.rung("c1").getFirst();
    preferring.signals.send(new CallSignal.Enqueue(call("c2"), SALES, 0, Map.of(), "", "", "", id(busy)));
    assertEquals(List.of(), Invariants.broken(preferring.stage.floor(), preferring.time.nowMs()));
    preferring.stage.floor().apply(new Fact.AgentStateChanged(
        preferring.time.nowMs(), DEMO, id(busy), AgentState.TALKING, AgentState.READY, "", null, preferring.time.nowMs(), ""));
    assertTrue(Invariants.broken(preferring.stage.floor(), preferring.time.nowMs()).stream().anyMatch(b -> b.startsWith("work conserved")));
  }

  @Test
  void aSecondEndIsSeen_andAMissingOne() {
    twoWaitAndOneRings();
    shift.callerHangsUp("c2");
    List<Fact> facts = new ArrayList<>(shift.journal.facts());
    assertEquals(List.of(), Invariants.badLives(facts, false));
    assertTrue(Invariants.badLives(facts, true).getFirst().startsWith("one end: c1"));
    facts.add(new Fact.QueueLeft(Shift.START, DEMO, call("c2"), SALES, QueueExit.ABANDONED, 0));
    assertTrue(Invariants.badLives(facts, false).getFirst().startsWith("one life"));
  }

  @Test
  void aFactThatIsMissingInTheJournalIsSeen() {
    twoWaitAndOneRings();
    List<Fact> facts = shift.journal.facts();
    assertEquals(List.of(), Replayed.differs(shift.stage.floor(), SETTINGS, facts));
    assertEquals(2, Replayed.differs(shift.stage.floor(), SETTINGS, facts.subList(0, facts.size() - 1)).size());
  }

  @Test
  void skillsThatDoNotRelaxInTimeAreSeen() {
    Shift late = new Shift(FloorSettings.of(
        List.of(QueueSettings.of(SALES)
            .withSkills(Map.of("french", 1), List.of(new Relaxation(1_000, Map.of("french", 0))))
            .withDoors(new Doors(0, 0, Hours.always(), true))),
        List.of()));
    late.enters("c1", SALES);
    assertTrue(Invariants.broken(late.stage.floor(), late.time.nowMs() + 1_000).getFirst().startsWith("relaxed in time"));
  }

  @Test
  void twoLegsAtOnePhoneAreSeen() {
    Network network = new Network(event -> {});
    network.linkUp = true;
    network.calls.add(call("c1"));
    network.calls.add(call("c2"));
    var phone = new Phone.Endpoint("anna");
    for (String each : List.of("c1", "c2")) {
      network.obey(new ArrayList<>(List.of(new FakeLine.Command.Ringing(
          new Line.Ring(offer(each, 1), phone, "", "", 1_000)))));
    }
    assertEquals(1, network.violations.size());
  }

  @Test
  void aTalkThatEndsTwiceIsSeen() {
    shift.ready("anna");
    shift.enters("c1", SALES);
    shift.answers("c1", 1);
    shift.talkEnds("c1", 1, Party.CALLER);
    List<Fact> facts = new ArrayList<>(shift.journal.facts());
    facts.add(shift.last(Fact.TalkEnded.class));
    assertTrue(Invariants.badLives(facts, false).getFirst().startsWith("one life"));
  }

  @Test
  void whoeverWaitsInAClosedQueueIsSeen() {
    twoWaitAndOneRings();
    plant(new Fact.ClosureSwitched(Shift.START, DEMO, SALES, true, "nobody"));
    seen("doors");
  }

  @Test
  void aRingingThatNobodyEndsIsSeen() {
    twoWaitAndOneRings();
    List<String> broken = Invariants.broken(shift.stage.floor(), shift.time.nowMs() + 20_000 + FloorSettings.RING_GRACE_MS + 1);
    assertTrue(broken.getFirst().startsWith("rings too long: c1"), broken.toString());
  }

  @Test
  void aWaitBeyondItsLimitIsSeen() {
    Shift impatient = new Shift(FloorSettings.of(
        List.of(queue(SALES).withDoors(new Doors(0, 60_000, Hours.always(), true))), SETTINGS.agents()));
    impatient.enters("c1", SALES);
    assertEquals(List.of(), Invariants.broken(impatient.stage.floor(), impatient.time.nowMs() + 59_999));
    assertTrue(Invariants.broken(impatient.stage.floor(), impatient.time.nowMs() + 60_000).getFirst().startsWith("waits too long: c1"));
  }

  @Test
  void aLegOfNoOfferIsSeen_andACallThatIsNotThere() {
    shift.ready("anna");
    shift.enters("c1", SALES);
    Network network = new Network(event -> {});
    network.linkUp = true;
    network.calls.add(call("c1"));
    assertEquals(List.of(), Invariants.untrue(shift.stage.floor(), network));
    network.calls.add(call("c2"));
    network.obey(new ArrayList<>(List.of(new FakeLine.Command.Ringing(
        new Line.Ring(offer("c2", 1), new Phone.Endpoint("ben"), "", "", 1_000)))));
    network.calls.remove(call("c1"));
    List<String> untrue = Invariants.untrue(shift.stage.floor(), network);
    assertTrue(untrue.getFirst().startsWith("stray leg: c2"), untrue.toString());
    assertTrue(untrue.getLast().startsWith("ghost: c1"), untrue.toString());
  }

  @Test
  void anOfferThatIsRungTwiceIsSeen_andACallThatRingsWhileItTalks() {
    Network network = new Network(event -> {});
    network.linkUp = true;
    network.calls.add(call("c1"));
    for (int attempt : List.of(1, 1, 2)) {
      network.obey(new ArrayList<>(List.of(new FakeLine.Command.Ringing(
          new Line.Ring(offer("c1", attempt), new Phone.Endpoint("phone" + attempt), "", "", 1_000)))));
    }
    assertTrue(network.violations.getFirst().endsWith("is rung twice"));
    network.answer(offer("c1", 2));
    network.obey(new ArrayList<>(List.of(new FakeLine.Command.Ringing(
        new Line.Ring(offer("c1", 3), new Phone.Endpoint("phone3"), "", "", 1_000)))));
    assertTrue(network.violations.getLast().startsWith("call c1 rings while it talks"), network.violations.toString());
  }

  @Test
  void aFloorThatTheJournalDoesNotTellOfIsSeenAtOnce() {
    twoWaitAndOneRings();
    Shadow shadow = new Shadow();
    assertEquals(List.of(), shadow.differs(shift.stage.floor(), SETTINGS, shift.journal.facts()));
    plant(becomes("ben", AgentState.READY));
    assertTrue(shadow.differs(shift.stage.floor(), SETTINGS, shift.journal.facts()).getFirst().startsWith("journal"));
  }
}
