package io.switchboard.acd;

import static io.switchboard.acd.Shift.SALES;
import static io.switchboard.acd.Shift.agent;
import static io.switchboard.acd.Shift.id;
import static io.switchboard.acd.Shift.queue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.acd.agent.AgentSettings;
import io.switchboard.acd.floor.FloorSettings;
import io.switchboard.acd.queue.Work;
import io.switchboard.acd.queue.WrapUp;
import io.switchboard.core.agent.AgentState;
import io.switchboard.core.agent.Notice;
import io.switchboard.core.ending.OfferEnding;
import io.switchboard.core.line.FakeLine;
import io.switchboard.core.line.LineEvent;
import io.switchboard.core.signal.AgentRequest;
import io.switchboard.core.line.Phone;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which ends of an offer count against an agent, what he is told, and whose phone picks up by itself. */
class NoAnswerTest {
  private static Shift counting(Set<OfferEnding> strikes) {
    Shift shift = new Shift(FloorSettings.of(
        List.of(queue(SALES).withWork(Work.of(WrapUp.NONE).counting(strikes))), List.of(agent("anna", Map.of(), 1, SALES))));
    shift.ready("anna");
    shift.enters("c1", SALES);
    return shift;
  }

  @ParameterizedTest
  @CsvSource({"UNANSWERED,no_answer,NO_ANSWER", "BUSY,busy,BUSY", "DECLINED,declined,DECLINED"})
  void whenItCounts_thenTheReasonSaysWhich_andHeIsTold(OfferEnding ending, String reason, Notice notice) {
    Shift shift = counting(Work.ALL_STRIKES);
    shift.fails("c1", 1, ending);
    assertEquals(AgentState.NOT_READY, shift.state("anna"));
    assertEquals(reason, shift.reason("anna"));
    assertEquals(List.of(notice), shift.told("anna"));
  }

  @ParameterizedTest
  @CsvSource({"UNANSWERED", "BUSY", "DECLINED"})
  void whenItDoesNotCount_thenHeStaysReady_andThePhoneIsLeftAloneForAWhile(OfferEnding ending) {
    Shift shift = counting(Set.of());
    shift.fails("c1", 1, ending);
    assertEquals(AgentState.READY, shift.state("anna"));
    assertEquals(1, shift.rung("c1").size(), "the two do not go on at each other");
    assertEquals(List.of(), shift.told("anna"));
    shift.time.advance(30_000);
    assertEquals(2, shift.rung("c1").size());
    assertEquals(0, shift.stage.floor().staff().agent(id("anna")).strikes());
  }

  @Test
  void whenThePhoneCannotBeReached_thenItNeverCounts_butHeIsToldAndToldWhenItIsBack() {
    Shift shift = counting(Work.ALL_STRIKES);
    shift.fails("c1", 1, OfferEnding.UNREACHABLE);
    assertEquals(AgentState.READY, shift.state("anna"));
    assertEquals(List.of(Notice.PHONE_UNREACHABLE), shift.told("anna"));
    shift.hears(new LineEvent.PhoneReachable("anna", true));
    assertEquals(List.of(Notice.PHONE_UNREACHABLE, Notice.PHONE_BACK), shift.told("anna"));
    shift.hears(new LineEvent.PhoneReachable("anna", false));
    assertEquals(Notice.PHONE_UNREACHABLE, shift.told("anna").getLast());
  }

  @Test
  void whenHeSignedOutMeanwhile_thenHeIsToldAllTheSameThatHisPhoneIsBack() {
    Shift shift = counting(Work.ALL_STRIKES);
    shift.fails("c1", 1, OfferEnding.UNREACHABLE);
    shift.ask(new AgentRequest.SignOut(id("anna")));
    shift.hears(new LineEvent.PhoneReachable("anna", true));
    assertEquals(List.of(Notice.PHONE_UNREACHABLE, Notice.PHONE_BACK), shift.told("anna"));
  }

  @Test
  void aPhonesFaultCannotBeMadeTheAgents() {
    assertThrows(IllegalArgumentException.class, () -> Work.of(WrapUp.NONE).counting(Set.of(OfferEnding.UNREACHABLE)));
  }

  @ParameterizedTest
  @CsvSource({"false,false,false", "true,false,true", "false,true,true"})
  void whenAgentOrQueueWantIt_thenThePhoneIsAskedToPickUpByItself(boolean ofQueue, boolean ofAgent, boolean asked) {
    AgentSettings anna = agent("anna", Map.of(), SALES);
    Shift shift = new Shift(FloorSettings.of(
        List.of(queue(SALES).withWork(Work.of(WrapUp.NONE).answeredBy(ofQueue))),
        List.of(new AgentSettings(
            anna.id(), "anna", new Phone.Endpoint("anna"), Map.of(), Set.of(SALES), 1, 1, ofAgent, List.of()))));
    shift.ready("anna");
    shift.enters("c1", SALES);
    assertEquals(asked, shift.line.commands(FakeLine.Command.Ringing.class).getFirst().ring().autoAnswer());
    assertTrue(shift.rung("c1").contains("anna"));
  }
}
