package io.switchboard.acd;

import static io.switchboard.acd.Shift.SALES;
import static io.switchboard.acd.Shift.agent;
import static io.switchboard.acd.Shift.id;
import static io.switchboard.acd.Shift.queue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.switchboard.acd.floor.FloorSettings;
import io.switchboard.acd.policy.AgentPolicy;
import io.switchboard.acd.policy.Reserve;
import io.switchboard.acd.queue.Choice;
import io.switchboard.core.ending.OfferEnding;
import io.switchboard.core.ending.Party;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.signal.AgentRequest;
import io.switchboard.core.signal.CallSignal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PreferredAgentTest {
  private static final Map<String, Integer> NONE = Map.of();
  private static final FloorSettings SETTINGS = FloorSettings.of(
      List.of(queue(SALES).withChoice(new Choice(AgentPolicy.LONGEST_IDLE, Reserve.NONE, 30_000))),
      List.of(agent("anna", NONE, 3, SALES), agent("ben", NONE, 3, SALES)));

  private final Shift shift = new Shift(SETTINGS);

  private static void wantsAnna(Shift shift, String call) {
    shift.signals.send(new CallSignal.Enqueue(Shift.call(call), SALES, 0, NONE, "", "", "", id("anna")));
  }

  private void annaTalks() {
    shift.ready("anna");
    shift.enters("hers", SALES);
    shift.answers("hers", 1);
    shift.ready("ben");
  }

  @Test
  void whenSheIsReady_thenItIsHers_howeverLongOthersAreIdle() {
    shift.ready("ben");
    shift.time.advance(1_000);
    shift.ready("anna");
    wantsAnna(shift, "c1");
    assertEquals(List.of("anna"), shift.rung("c1"));
    assertEquals(new Fact.Decision("preferred_agent", 1, 0, 0, "call_arrived", 0), shift.last(Fact.OfferMade.class).why());
  }

  @Test
  void whenSheTalks_thenItWaitsForHer_andIsHersWhenSheIsFree() {
    annaTalks();
    wantsAnna(shift, "c1");
    assertEquals(List.of(), shift.rung("c1"));
    shift.time.advance(29_000);
    shift.talkEnds("hers", 1, Party.CALLER);
    assertEquals(List.of("anna"), shift.rung("c1"));
  }

  @Test
  void whenTheTimeIsOver_thenAnybodyMayHaveIt() {
    annaTalks();
    wantsAnna(shift, "c1");
    shift.time.advance(30_000);
    assertEquals(List.of("ben"), shift.rung("c1"));
    assertEquals("preferred_agent_busy", shift.last(Fact.OfferMade.class).why().trigger());
  }

  @Test
  void whenSheIsNotSignedInOrSignsOut_thenThereIsNoUseInWaiting() {
    shift.ready("ben");
    wantsAnna(shift, "c1");
    assertEquals(List.of("ben"), shift.rung("c1"));
    shift.answers("c1", 1);
    shift.ask(new AgentRequest.SignIn(id("anna")));
    wantsAnna(shift, "c2");
    shift.talkEnds("c1", 1, Party.CALLER);
    assertEquals(List.of(), shift.rung("c2"));
    shift.ask(new AgentRequest.SignOut(id("anna")));
    assertEquals(List.of("ben"), shift.rung("c2"));
  }

  @Test
  void whenSheLetItPass_thenAnybodyMayHaveIt() {
    shift.ready("anna", "ben");
    wantsAnna(shift, "c1");
    shift.fails("c1", 1, OfferEnding.DECLINED);
    assertEquals(List.of("anna", "ben"), shift.rung("c1"));
  }

  @Test
  void herOwnCallsStandInTheOneOrder() {
    annaTalks();
    shift.ask(new AgentRequest.NotReady(id("ben"), "lunch"));
    shift.enters("first", SALES);
    shift.time.advance(10);
    wantsAnna(shift, "second");
    shift.talkEnds("hers", 1, Party.CALLER);
    assertEquals("first", shift.rungAt("anna").getLast());
  }

  @Test
  void whoWaitsForHerHangsUp_andNothingIsLeftOfIt() {
    annaTalks();
    wantsAnna(shift, "c1");
    shift.callerHangsUp("c1");
    shift.time.advance(40_000);
    shift.talkEnds("hers", 1, Party.CALLER);
    assertEquals(List.of("hers"), shift.rungAt("anna"));
    assertEquals(0, shift.stage.brokenOff());
  }

  @Test
  void afterARestartItStillWaitsForHer_forTheRestOfItsTime() {
    annaTalks();
    wantsAnna(shift, "c1");
    shift.time.advance(10_000);
    Shift again = new Shift(SETTINGS, shift.journal);
    again.time.advance(10_000);
    again.restored(List.of("hers", "c1"), List.of(new io.switchboard.core.line.LineEvent.LiveOffer(Shift.offer("hers", 1), true)), Set.of());
    assertEquals(List.of(), again.rung("c1"));
    again.time.advance(20_000);
    assertEquals(List.of("ben"), again.rung("c1"));
  }
}
