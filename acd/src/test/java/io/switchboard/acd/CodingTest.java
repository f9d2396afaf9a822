package io.switchboard.acd;

import static io.switchboard.acd.Shift.SALES;
import static io.switchboard.acd.Shift.agent;
import static io.switchboard.acd.Shift.id;
import static io.switchboard.acd.Shift.offer;
import static io.switchboard.acd.Shift.queue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.switchboard.acd.floor.FloorSettings;
import io.switchboard.acd.queue.Codes;
import io.switchboard.acd.queue.QueueSettings;
import io.switchboard.acd.queue.Work;
import io.switchboard.acd.queue.WrapUp;
import io.switchboard.core.agent.AgentState;
import io.switchboard.core.ending.Party;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.line.LineEvent;
import io.switchboard.core.signal.AgentRequest;
import io.switchboard.core.signal.Reply;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Agents say how calls went, and where their queue wants to know their wrap-up waits for it. */
class CodingTest {
  private static Shift shift(WrapUp wrapUp, boolean required) {
    return new Shift(settings(wrapUp, required));
  }

  private static FloorSettings settings(WrapUp wrapUp, boolean required) {
    QueueSettings sales = queue(SALES).withWork(Work.of(wrapUp).coded(new Codes(Set.of("sold", "no_sale"), required)));
    return FloorSettings.of(List.of(sales), List.of(agent("anna", Map.of(), SALES)));
  }

  private static void talks(Shift shift) {
    shift.ready("anna");
    shift.enters("c1", SALES);
    shift.rings("c1", 1);
    shift.hears(new LineEvent.Connected(offer("c1", 1)));
  }

  private static void talkEnds(Shift shift) {
    shift.hears(new LineEvent.TalkEnded(offer("c1", 1), Party.AGENT));
  }

  private static AgentState state(Shift shift) {
    return shift.stage.floor().staff().agent(id("anna")).state();
  }

  private static Reply codes(Shift shift, String code, boolean done) {
    return shift.ask(new AgentRequest.WrapUp(id("anna"), code, "a note", done, ""));
  }

  private static String refusal(Reply reply) {
    return assertInstanceOf(Reply.Refused.class, reply).code();
  }

  @Test
  void whenHeGivesACode_thenItIsKeptWithTheCall_andDoneEndsHisWrapUp() {
    Shift shift = shift(WrapUp.fixed(30_000), false);
    talks(shift);
    talkEnds(shift);
    codes(shift, "sold", false);
    assertEquals(AgentState.WRAP_UP, state(shift));
    codes(shift, "no_sale", true);
    assertEquals(AgentState.READY, state(shift));
    List<Fact.WrapUpCoded> coded = shift.journal.facts(Fact.WrapUpCoded.class);
    assertEquals(List.of("sold", "no_sale"), coded.stream().map(Fact.WrapUpCoded::code).toList());
    assertEquals("a note", coded.getLast().note());
    assertEquals(offer("c1", 1), coded.getLast().offer());
  }

  @Test
  void whenACodeIsOwed_thenNeitherTimeNorReadyEndsHisWrapUp_butTheCodeDoes() {
    Shift shift = shift(WrapUp.fixed(30_000), true);
    talks(shift);
    talkEnds(shift);
    assertEquals("code_required", refusal(shift.ask(new AgentRequest.Ready(id("anna")))));
    shift.time.advance(31_000);
    assertEquals(AgentState.WRAP_UP, state(shift));
    shift.ask(new AgentRequest.NotReady(id("anna"), "lunch"));
    assertEquals(AgentState.WRAP_UP, state(shift));
    codes(shift, "", false);
    assertEquals(AgentState.WRAP_UP, state(shift), "a note alone is no code");
    codes(shift, "sold", false);
    assertEquals(AgentState.NOT_READY, state(shift));
  }

  @Test
  void whenItIsOwedAndThereIsNoWrapUp_thenItWaitsAllTheSame_unlessHeGaveItInTheTalk() {
    Shift shift = shift(WrapUp.NONE, true);
    talks(shift);
    talkEnds(shift);
    assertEquals(AgentState.WRAP_UP, state(shift));
    codes(shift, "sold", false);
    assertEquals(AgentState.READY, state(shift));

    Shift other = shift(WrapUp.NONE, true);
    talks(other);
    codes(other, "sold", false);
    assertEquals(AgentState.TALKING, state(other));
    talkEnds(other);
    assertEquals(AgentState.READY, state(other));
  }

  @Test
  void whenTheSupervisorSetsHimReady_thenHeIs() {
    Shift shift = shift(WrapUp.endless(), true);
    talks(shift);
    talkEnds(shift);
    shift.ask(new AgentRequest.Ready(id("anna"), "sam"));
    assertEquals(AgentState.READY, state(shift));
  }

  @Test
  void whatIsNoCode_andWhoHasNoCall_isRefused() {
    Shift shift = shift(WrapUp.fixed(30_000), false);
    shift.ready("anna");
    assertEquals("no_call", refusal(codes(shift, "sold", false)));
    talks(shift);
    assertEquals("unknown_code", refusal(codes(shift, "other", false)));
    assertEquals(List.of(), shift.journal.facts(Fact.WrapUpCoded.class));
  }

  @Test
  void afterARestart_itIsStillOwed_andWhatWasGivenStillCounts() {
    Shift before = shift(WrapUp.fixed(30_000), true);
    talks(before);
    talkEnds(before);
    Shift owed = new Shift(settings(WrapUp.fixed(30_000), true), before.journal);
    assertEquals("code_required", refusal(owed.ask(new AgentRequest.Ready(id("anna")))));
    codes(owed, "sold", false);
    Shift given = new Shift(settings(WrapUp.fixed(30_000), true), before.journal);
    given.ask(new AgentRequest.Ready(id("anna")));
    assertEquals(AgentState.READY, state(given));
  }
}
