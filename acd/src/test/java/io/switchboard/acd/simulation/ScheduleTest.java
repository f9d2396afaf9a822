package io.switchboard.acd.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.acd.floor.FloorSettings;
import io.switchboard.acd.queue.Doors;
import io.switchboard.core.agent.AgentState;
import io.switchboard.core.ending.QueueExit;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.time.Hours;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What must never be, planted in the midst of a schedule: its next step tells. */
class ScheduleTest {
  private final Schedule schedule = new Schedule(11);
  private final World world = schedule.world();

  @BeforeEach
  void goesWell() {
    assertEquals(List.of(), schedule.go(200));
    world.calm();
  }

  private void seen(List<String> broken, String what) {
    assertTrue(broken.toString().contains(what), what + " in " + broken);
    assertTrue(broken.getFirst().startsWith("seed 11 "), broken.toString());
  }

  private Fact.AgentStateChanged becomes(AgentId agent, AgentState from, AgentState to) {
    long nowMs = world.time.nowMs();
    return new Fact.AgentStateChanged(nowMs, RandomSettings.DEMO, agent, from, to, "", null, nowMs, "");
  }

  @Test
  void anAgentWhoTalksToNobodyIsSeen() {
    Fact fact = becomes(AgentId.of("demo", "a5"), AgentState.READY, AgentState.TALKING);
    world.stage.floor().apply(fact);
    world.stage.append(fact);
    seen(schedule.go(schedule.events() + 1), "one place: demo/a5 is TALKING without a live offer");
  }

  @Test
  void aStateThatIsNotInTheJournalIsSeen() {
    world.stage.floor().staff().all().stream().filter(agent -> agent.state() == AgentState.NOT_READY).findFirst().ifPresentOrElse(
        agent -> world.stage.floor().apply(becomes(agent.id(), AgentState.NOT_READY, AgentState.SIGNED_OUT)),
        () -> world.stage.floor().apply(becomes(AgentId.of("demo", "ghost"), AgentState.SIGNED_OUT, AgentState.NOT_READY)));
    seen(schedule.go(schedule.events() + 1), "journal: ");
  }

  @Test
  void aSecondEndIsSeen() {
    Fact.QueueLeft end = world.stage.facts().stream()
        .filter(Fact.QueueLeft.class::isInstance).map(Fact.QueueLeft.class::cast)
        .filter(left -> world.stage.floor().visit(left.call()) == null).findFirst().orElseThrow(); // of a call that the floor has forgotten
    world.stage.append(new Fact.QueueLeft(world.time.nowMs(), end.tenant(), end.call(), end.queue(), QueueExit.ABANDONED, 1));
    seen(schedule.go(schedule.events() + 1), "one life: QueueLeft");
  }

  @Test
  void whenNobodyEverComesToAnswer_thenAQueueThatDoesNotDrainIsSeen() {
    Schedule unattended = new Schedule(11, settings -> new FloorSettings(
        settings.queues().stream().map(queue -> queue.withDoors(new Doors(0, 0, Hours.always(), true))).toList(), List.of(),
        settings.tenants(), settings.pointWorthMs(), settings.phoneRetryMs(), settings.ringGraceMs()));
    assertEquals(List.of(), unattended.go(500));
    seen(unattended.drain(), "in the end: [one end: c");
  }
}
