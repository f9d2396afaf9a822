package io.switchboard.acd;

import static io.switchboard.acd.Shift.SALES;
import static io.switchboard.acd.Shift.SUPPORT;
import static io.switchboard.acd.Shift.agent;
import static io.switchboard.acd.Shift.queue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.switchboard.acd.floor.FloorSettings;
import io.switchboard.acd.queue.QueueSettings;
import io.switchboard.acd.skill.Relaxation;
import io.switchboard.core.agent.AgentState;
import io.switchboard.core.ending.Party;
import io.switchboard.core.journal.Fact;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The policies: each test fails under another one. */
class WhoAnswersTest {
  private static final Map<String, Integer> NONE = Map.of();

  private final Shift shift = new Shift(FloorSettings.of(
      List.of(queue(SALES), queue(SUPPORT)),
      List.of(agent("anna", NONE, SALES), agent("ben", NONE, SALES), agent("cleo", NONE, SALES, SUPPORT))));

  @Test
  void theLongestIdleAgentIsRung_notTheFirstInTheList() {
    shift.ready("cleo");
    shift.time.advance(1_000);
    shift.ready("anna", "ben");
    shift.enters("c1", SALES);
    assertEquals(List.of("cleo"), shift.rung("c1"));
    Fact.Decision why = shift.last(Fact.OfferMade.class).why();
    assertEquals(new Fact.Decision("longest_idle", 3, 1_000, 0, "call_arrived", Shift.START), why);
  }

  @Test
  void whoHasTalkedStandsBehindWhoHasNot() {
    shift.ready("anna");
    shift.time.advance(10);
    shift.ready("ben");
    shift.enters("c1", SALES);
    shift.time.advance(10);
    shift.answers("c1", 1);
    shift.time.advance(60_000);
    shift.talkEnds("c1", 1, Party.CALLER);
    shift.enters("c2", SALES);
    assertEquals(List.of("ben"), shift.rung("c2"));
  }

  @Test
  void aFreedAgentTakesTheCallThatCameFirst_acrossHisQueues() {
    shift.ready("cleo");
    shift.enters("busy", SALES);
    shift.answers("busy", 1);
    shift.enters("c1", SUPPORT);
    shift.time.advance(5);
    shift.enters("c2", SALES);
    shift.talkEnds("busy", 1, Party.AGENT);
    assertEquals(List.of("busy", "c1"), shift.rungAt("cleo"));
    assertEquals("agent_free", shift.last(Fact.OfferMade.class).why().trigger());
  }

  @Test
  void priorityGoesFirst_butNotBeforeWhoHasWaitedSoMuchLonger() {
    shift.ready("anna");
    shift.enters("busy", SALES);
    shift.answers("busy", 1);
    shift.enters("patient", SALES);
    shift.time.advance(61_000);
    shift.enters("common", SALES);
    shift.time.advance(1_000);
    shift.enters("urgent", SALES, 1, NONE); // worth a minute: before common, not before patient
    shift.talkEnds("busy", 1, Party.CALLER);
    assertEquals("patient", shift.rungAt("anna").getLast());
    shift.answers("patient", 1);
    shift.talkEnds("patient", 1, Party.CALLER);
    assertEquals("urgent", shift.rungAt("anna").getLast());
    shift.answers("urgent", 1);
    shift.talkEnds("urgent", 1, Party.CALLER);
    assertEquals("common", shift.rungAt("anna").getLast());
  }

  @Test
  void onlyWhoHasTheSkillIsRung_evenWhenOthersAreIdleForLonger() {
    QueueSettings french = skilled(Map.of("french", 5), List.of());
    Shift shift = new Shift(FloorSettings.of(List.of(french), List.of(
        agent("idle", NONE, SALES), agent("some", Map.of("french", 4), SALES), agent("fluent", Map.of("french", 5), SALES))));
    shift.ready("idle", "some");
    shift.time.advance(10);
    shift.ready("fluent");
    shift.enters("c1", SALES);
    assertEquals(List.of("fluent"), shift.rung("c1"));
  }

  @Test
  void aCallsOwnSkillsAddToThoseOfTheQueue() {
    Shift shift = new Shift(FloorSettings.of(List.of(skilled(Map.of("sales", 1), List.of())), List.of(
        agent("seller", Map.of("sales", 9), SALES), agent("linguist", Map.of("french", 9), SALES),
        agent("both", Map.of("sales", 1, "french", 2), SALES))));
    shift.ready("seller", "linguist");
    shift.time.advance(10);
    shift.ready("both");
    shift.enters("c1", SALES, 0, Map.of("french", 2));
    assertEquals(List.of("both"), shift.rung("c1"));
  }

  @Test
  void skillsRelaxAtTheirTime_notBefore() {
    QueueSettings french = skilled(Map.of("french", 5), List.of(new Relaxation(30_000, Map.of("french", 0))));
    Shift shift = new Shift(FloorSettings.of(List.of(french), List.of(agent("anna", NONE, SALES), agent("ben", NONE, SALES))));
    shift.ready("anna");
    shift.enters("c1", SALES);
    shift.time.advance(29_999);
    assertEquals(List.of(), shift.rung("c1"));
    shift.time.advance(1);
    assertEquals(List.of("anna"), shift.rung("c1"));
    assertEquals(new Fact.Decision("longest_idle", 1, 30_000, 30_000, "skills_relaxed", Shift.START), shift.last(Fact.OfferMade.class).why());
  }

  @Test
  void aRelaxedCallStillStandsAtThePlaceOfItsEntry() {
    QueueSettings french = skilled(Map.of("french", 5), List.of(new Relaxation(30_000, Map.of("french", 0))));
    Shift shift = new Shift(FloorSettings.of(List.of(french, queue(SUPPORT)), List.of(agent("anna", NONE, SALES, SUPPORT))));
    shift.ready("anna");
    shift.enters("busy", SUPPORT);
    shift.answers("busy", 1);
    shift.enters("first", SALES);
    shift.time.advance(10);
    shift.enters("second", SUPPORT);
    shift.time.advance(30_000);
    shift.talkEnds("busy", 1, Party.CALLER);
    assertEquals("first", shift.rungAt("anna").getLast());
  }

  @Test
  void whoIsNotInTheQueueIsNotRung() {
    shift.ready("anna", "ben", "cleo");
    shift.enters("c1", SUPPORT);
    shift.enters("c2", SUPPORT);
    assertEquals(List.of("cleo"), shift.rung("c1"));
    assertEquals(List.of(), shift.rung("c2"));
    assertEquals(AgentState.READY, shift.state("anna"));
  }

  private static QueueSettings skilled(Map<String, Integer> skills, List<Relaxation> relaxations) {
    return QueueSettings.of(SALES).withSkills(skills, relaxations);
  }
}
