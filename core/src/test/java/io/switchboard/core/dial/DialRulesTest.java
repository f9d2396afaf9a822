package io.switchboard.core.dial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.switchboard.core.dial.DialLimits.OverTrunk;
import io.switchboard.core.dial.DialRules.Carried;
import io.switchboard.core.dial.DialRules.Destination;
import io.switchboard.core.dial.DialRules.Dialled;
import io.switchboard.core.dial.DialRules.Dialler;
import io.switchboard.core.dial.DialRules.Refusal;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DialRulesTest {
  private static final DialLimits LIMITS = new DialLimits(Set.of("112", "110"), 2, 3, 4, 45_000, ZoneId.of("Europe/Berlin"));
  private static final Dialler FREE = new Dialler(true, true, true);
  private static final Dialled NONE = new Dialled(0, 0, 0);

  @Test
  void whatIsAllowedAndWantedMayBeDialled() {
    assertNull(DialRules.destination(new Destination(false, true, true, false)));
    assertNull(DialRules.now(false, FREE, NONE, LIMITS));
  }

  @Test
  void eachRuleOfTheNumberAloneRefuses() {
    assertEquals(Refusal.NUMBER_WRONG, DialRules.destination(new Destination(false, false, true, false)));
    assertEquals(Refusal.NOT_ALLOWED, DialRules.destination(new Destination(false, true, false, false)));
    assertEquals(Refusal.DO_NOT_CALL, DialRules.destination(new Destination(false, true, true, true)));
  }

  @Test
  void eachRuleOfTheMomentAloneRefuses() {
    assertEquals(Refusal.NOT_NOW, DialRules.now(false, new Dialler(false, true, true), NONE, LIMITS));
    assertEquals(Refusal.PHONE_UNREACHABLE, DialRules.now(false, new Dialler(true, true, false), NONE, LIMITS));
    assertEquals(Refusal.AT_ONCE, DialRules.now(false, FREE, new Dialled(2, 0, 0), LIMITS));
    assertEquals(Refusal.AGENT_PER_DAY, DialRules.now(false, FREE, new Dialled(0, 3, 3), LIMITS));
    assertEquals(Refusal.PER_DAY, DialRules.now(false, FREE, new Dialled(0, 0, 4), LIMITS));
    assertNull(DialRules.now(false, FREE, new Dialled(1, 2, 3), LIMITS));
  }

  @Test
  void aTrunkThatIsFullIsLeftOut_nowOrForToday_butNotForAnEmergency() {
    DialLimits trunks = new DialLimits(
        Set.of("112"), 2, 3, 4, 45_000, ZoneId.of("Z"), Map.of("cheap", new OverTrunk(2, 10), "spare", new OverTrunk(9, 5)));
    Map<String, Carried> carried = new HashMap<>(Map.of("cheap", new Carried(1, 9), "spare", new Carried(0, 4), "third", new Carried(99, 99)));
    List<String> all = List.of("cheap", "spare", "third");
    assertEquals(all, DialRules.open(false, all, carried::get, trunks));
    carried.put("cheap", new Carried(2, 2));
    assertEquals(List.of("spare", "third"), DialRules.open(false, all, carried::get, trunks));
    carried.put("spare", new Carried(0, 5));
    assertEquals(List.of("third"), DialRules.open(false, all, carried::get, trunks));
    assertEquals(List.of(), DialRules.open(false, List.of("cheap", "spare"), carried::get, trunks));
    assertEquals(all, DialRules.open(true, all, carried::get, trunks));
  }

  @Test
  void theFirstInTheirOrderIsSaid() {
    assertEquals(Refusal.NUMBER_WRONG, DialRules.destination(new Destination(false, false, false, true)));
    assertEquals(Refusal.NOT_ALLOWED, DialRules.destination(new Destination(false, true, false, true)));
    assertEquals(Refusal.NOT_NOW, DialRules.now(false, new Dialler(false, true, false), new Dialled(9, 9, 9), LIMITS));
    assertEquals(Refusal.AT_ONCE, DialRules.now(false, FREE, new Dialled(9, 9, 9), LIMITS));
  }

  @Test
  void anEmergencyIsDialledWhateverTheRestSays_ifThereIsAPhone() {
    assertNull(DialRules.destination(new Destination(true, false, false, true)));
    assertNull(DialRules.now(true, new Dialler(false, true, true), new Dialled(9, 9, 9), LIMITS));
    assertEquals(Refusal.PHONE_UNREACHABLE, DialRules.now(true, new Dialler(true, true, false), NONE, LIMITS));
    assertEquals(Refusal.NOT_NOW, DialRules.now(true, new Dialler(false, false, true), NONE, LIMITS), "he talks");
  }

  @Test
  void anEmergencyNumberIsKnownHoweverItIsWritten_andNoLongerOneForIt() {
    assertEquals("112", LIMITS.emergency(" 1 1-2 "));
    assertEquals("", LIMITS.emergency("1123"));
    assertEquals("", LIMITS.emergency("+49112"));
    assertEquals("", LIMITS.emergency(""));
  }

  @Test
  void theDayBeginsWhereTheCompanyIs() {
    long halfPastMidnightInBerlin = 1_764_027_000_000L; // 2025-11-24T23:30Z
    assertEquals(halfPastMidnightInBerlin - 1_800_000, LIMITS.midnightMs(halfPastMidnightInBerlin));
  }

  @Test
  void limitsThatMakeNoSenseAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new DialLimits(Set.of("112"), 0, 1, 1, 45_000, ZoneId.of("Z")));
    assertThrows(IllegalArgumentException.class, () -> new DialLimits(Set.of("112"), 1, 1, 1, 1_000, ZoneId.of("Z")));
    assertThrows(IllegalArgumentException.class, () -> new OverTrunk(0, 1));
    assertThrows(IllegalArgumentException.class, () -> new DialLimits(Set.of("+112"), 1, 1, 1, 45_000, ZoneId.of("Z")));
  }
}
