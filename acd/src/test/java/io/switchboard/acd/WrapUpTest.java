package io.switchboard.acd;

import static io.switchboard.acd.Shift.SALES;
import static io.switchboard.acd.Shift.agent;
import static io.switchboard.acd.Shift.id;
import static io.switchboard.acd.Shift.queue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.switchboard.acd.floor.FloorSettings;
import io.switchboard.acd.queue.Work;
import io.switchboard.acd.queue.WrapUp;
import io.switchboard.core.agent.AgentState;
import io.switchboard.core.ending.Party;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.signal.AgentRequest;
import io.switchboard.core.signal.CallSignal;
import io.switchboard.core.signal.Reply;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Wrap-up: fixed, extended by the agent, endless. */
class WrapUpTest {
  private static FloorSettings settings(WrapUp wrapUp) {
    return FloorSettings.of(List.of(queue(SALES).withWork(Work.of(wrapUp))), List.of(agent("anna", Map.of(), SALES)));
  }

  private static Shift wrappingUp(WrapUp wrapUp) {
    Shift shift = new Shift(settings(wrapUp));
    shift.ready("anna");
    shift.enters("c1", SALES);
    shift.answers("c1", 1);
    shift.talkEnds("c1", 1, Party.CALLER);
    assertEquals(AgentState.WRAP_UP, shift.state("anna"));
    return shift;
  }

  private static String refused(Shift shift) {
    return assertInstanceOf(Reply.Refused.class, shift.ask(new AgentRequest.ExtendWrapUp(id("anna")))).code();
  }

  @Test
  void whenItIsExtended_thenItLastsSoMuchLonger_andAsOftenAsTheQueueAllows() {
    Shift shift = wrappingUp(new WrapUp(20_000, 30_000, 2));
    shift.time.advance(19_000);
    assertEquals(new Reply.Accepted("wrap_up"), shift.ask(new AgentRequest.ExtendWrapUp(id("anna"))));
    assertEquals(new Reply.Accepted("wrap_up"), shift.ask(new AgentRequest.ExtendWrapUp(id("anna"))));
    assertEquals("not_extendable", refused(shift));
    assertEquals(Shift.START, shift.last(Fact.AgentStateChanged.class).terms().stateSinceMs(), "in wrap-up since the talk");
    shift.time.advance(60_999);
    assertEquals(AgentState.WRAP_UP, shift.state("anna"));
    shift.time.advance(1);
    assertEquals(AgentState.READY, shift.state("anna"));
    assertEquals(80_000, shift.last(Fact.WrapUpEnded.class).wrapUpMs());
    assertEquals("timer", shift.last(Fact.WrapUpEnded.class).why());
  }

  @Test
  void whenTheQueueAllowsNone_orHeIsNotInWrapUp_thenItIsRefused() {
    Shift shift = wrappingUp(WrapUp.fixed(20_000));
    assertEquals("not_extendable", refused(shift));
    shift.time.advance(20_000);
    assertEquals("not_in_wrap_up", refused(shift));
  }

  @Test
  void whenThePlatformDiesMeanwhile_thenItEndsWhenItWasTo() {
    Shift before = wrappingUp(new WrapUp(20_000, 30_000, 1));
    before.ask(new AgentRequest.ExtendWrapUp(id("anna")));
    Shift after = new Shift(settings(new WrapUp(20_000, 30_000, 1)), before.journal);
    after.restored(List.of(), List.of(), Set.of());
    assertEquals("not_extendable", refused(after));
    after.time.advance(49_999);
    assertEquals(AgentState.WRAP_UP, after.state("anna"));
    after.time.advance(1);
    assertEquals(AgentState.READY, after.state("anna"));
  }

  @Test
  void whenItsEndPassedWhileThePlatformWasDead_thenItIsOverAtOnce() {
    Shift before = wrappingUp(WrapUp.fixed(20_000));
    before.journal.facts();
    Shift after = new Shift(settings(WrapUp.fixed(20_000)), before.journal);
    after.time.advance(25_000);
    assertEquals(AgentState.READY, after.state("anna"));
  }

  @Test
  void anEndlessOneEndsByReadyOnly_alsoAfterARestart() {
    Shift before = wrappingUp(WrapUp.endless());
    assertEquals(true, before.signals.sent(CallSignal.TalkEnded.class).getFirst().wrapUp());
    assertEquals("not_extendable", refused(before));
    Shift after = new Shift(settings(WrapUp.endless()), before.journal);
    after.restored(List.of(), List.of(), Set.of());
    after.time.advance(7_200_000);
    assertEquals(AgentState.WRAP_UP, after.state("anna"));
    after.ask(new AgentRequest.Ready(id("anna")));
    assertEquals(AgentState.READY, after.state("anna"));
    assertEquals(7_200_000, after.last(Fact.WrapUpEnded.class).wrapUpMs());
  }

  @Test
  void anEndlessOneEndsByNotReadyToo() {
    Shift shift = wrappingUp(WrapUp.endless());
    assertEquals(new Reply.Accepted("not_ready"), shift.ask(new AgentRequest.NotReady(id("anna"), "lunch")));
    assertEquals("lunch", shift.reason("anna"));
    assertEquals("agent", shift.last(Fact.WrapUpEnded.class).why());
  }

  @Test
  void whatOtherSettingsSayHoldsForTheNextOne() {
    Shift shift = wrappingUp(WrapUp.fixed(20_000));
    shift.stage.configure(settings(WrapUp.endless()));
    shift.time.advance(20_000);
    assertEquals(AgentState.READY, shift.state("anna"));
  }

  /** What stood in the journal before it said until when. */
  @Test
  void oneThatAnOlderVersionBeganEndsByItsQueue() {
    Shift before = wrappingUp(WrapUp.fixed(20_000));
    Fact.AgentStateChanged told = before.last(Fact.AgentStateChanged.class);
    before.journal.append(List.of(new Fact.AgentStateChanged(
        told.atMs(), told.tenant(), told.agent(), told.from(), told.to(), "", told.offer(), told.sinceMs(), told.pending())), false, () -> {});
    Shift after = new Shift(settings(WrapUp.fixed(20_000)), before.journal);
    after.restored(List.of(), List.of(), Set.of());
    after.time.advance(19_999);
    assertEquals(AgentState.WRAP_UP, after.state("anna"));
    after.time.advance(1);
    assertEquals(AgentState.READY, after.state("anna"));
  }
}
