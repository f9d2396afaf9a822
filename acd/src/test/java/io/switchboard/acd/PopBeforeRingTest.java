package io.switchboard.acd;

import static io.switchboard.acd.Shift.SALES;
import static io.switchboard.acd.Shift.agent;
import static io.switchboard.acd.Shift.id;
import static io.switchboard.acd.Shift.offer;
import static io.switchboard.acd.Shift.queue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.switchboard.acd.floor.FloorSettings;
import io.switchboard.acd.queue.Choice;
import io.switchboard.acd.queue.QueueSettings;
import io.switchboard.core.line.FakeLine.Command;
import io.switchboard.core.offer.Offered;
import io.switchboard.core.signal.AgentSignal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who calls is on the agent's screen before his phone rings. */
class PopBeforeRingTest {
  private static final Map<String, Integer> NONE = Map.of();

  private static Shift shift(QueueSettings queue, String... agents) {
    return new Shift(FloorSettings.of(List.of(queue), List.of(agents).stream().map(name -> agent(name, NONE, SALES)).toList()));
  }

  @Test
  void whenACallIsOffered_thenTheScreenIsToldAtOnce_andThePhoneRingsOnceItIsDurable() {
    Shift shift = shift(queue(SALES), "anna");
    shift.ready("anna");
    shift.journal.hold();
    shift.enters("c1", SALES);
    Offered offered = shift.signals.sent(Offered.class).getFirst();
    assertEquals(id("anna"), offered.agent());
    assertEquals(offer("c1", 1), offered.offer().offer());
    assertEquals("+4930", offered.visit().caller());
    assertEquals(List.of(), shift.line.commands(Command.Ringing.class));
    shift.journal.release();
    assertEquals(1, shift.line.commands(Command.Ringing.class).size());
    assertEquals(1, shift.signals.sent(Offered.class).size());
  }

  @Test
  void whenTheScreensAreSlow_thenThePhoneWaitsForThem_butNotForLong() {
    FloorSettings settings = FloorSettings.of(List.of(queue(SALES)), List.of(agent("anna", NONE, SALES), agent("ben", NONE, SALES)));
    Shift shift = new Shift(settings);
    shift.stage.awaitScreens(100);
    shift.ready("anna", "ben");
    shift.enters("c1", SALES);
    assertEquals(0, shift.line.commands(Command.Ringing.class).size());
    shift.signals.send(new AgentSignal.Shown(id("anna"), offer("c1", 1)));
    assertEquals(1, shift.line.commands(Command.Ringing.class).size());
    shift.enters("c2", SALES);
    shift.time.advance(99);
    assertEquals(1, shift.line.commands(Command.Ringing.class).size());
    shift.time.advance(1);
    assertEquals(2, shift.line.commands(Command.Ringing.class).size());
  }

  @Test
  void whenTheCallerIsGoneBeforeTheScreenShows_thenNothingRings() {
    Shift shift = new Shift(FloorSettings.of(List.of(queue(SALES)), List.of(agent("anna", NONE, SALES))));
    shift.stage.awaitScreens(100);
    shift.ready("anna");
    shift.enters("c1", SALES);
    shift.callerHangsUp("c1");
    shift.signals.send(new AgentSignal.Shown(id("anna"), offer("c1", 1)));
    assertEquals(List.of(), shift.line.commands(Command.Ringing.class));
  }

  @Test
  void whenSeveralPhonesRingAtOnce_thenEachScreenIsTold() {
    Choice choice = queue(SALES).choice();
    Shift shift = shift(
        queue(SALES).withChoice(new Choice(choice.policy(), choice.reserve(), choice.preferredWaitMs(), choice.lastAgentMs(), 2)), "anna", "ben");
    shift.ready("anna", "ben");
    shift.enters("c1", SALES);
    assertEquals(
        List.of(id("anna"), id("ben")), shift.signals.sent(Offered.class).stream().map(Offered::agent).toList());
  }
}
