package io.switchboard.core.adapter.asterisk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.core.id.CallId;
import io.switchboard.core.id.OfferId;
import io.switchboard.core.line.Sound;
import org.asteriskjava.manager.action.AgiAction;
import org.asteriskjava.manager.action.OriginateAction;
import org.junit.jupiter.api.Test;

class WireTest {
  @Test
  void whenAValueHoldsALineEnd_thenItStaysOneValue() {
    AgiAction agi = (AgiAction) Actions.action(new Act.Agi(new CallId("c"), "PJSIP/x-1", "1", "SET MUSIC ON a\r\nAction: Logoff\r\n"));
    assertEquals("SET MUSIC ON a Action: Logoff", agi.getCommand());
    OriginateAction ring = (OriginateAction) Actions.action(new Act.Originate(
        new OfferId(new CallId("c"), 1), "c-1", "PJSIP/x\r\nApplication: System", "PJSIP/y-1", null, "+49\r\n1",
        "A\"<x>\r\nB".repeat(900), 1_000, false));
    assertEquals("PJSIP/x Application: System", ring.getChannel());
    assertTrue(ring.getCallerId().chars().noneMatch(Character::isISOControl));
    assertTrue(ring.getCallerId().length() < 200, ring.getCallerId());
    assertEquals(2, ring.getCallerId().chars().filter(c -> c == '"').count());
  }

  @Test
  void whenThePhoneIsToPickUpByItself_thenItsInviteIsGivenBothHeaders_andElseNone() {
    OfferId offer = new OfferId(new CallId("c"), 1);
    OriginateAction asked = (OriginateAction) Actions.action(new Act.Originate(offer, "c-1", "PJSIP/x", "PJSIP/y-1", null, "", "", 1_000, true));
    assertTrue(asked.getVariables().get("PJSIP_HEADER(add,Alert-Info)").endsWith(";info=alert-autoanswer;delay=0"));
    assertTrue(asked.getVariables().get("PJSIP_HEADER(add,Call-Info)").endsWith(";answer-after=0"));
    OriginateAction plain = (OriginateAction) Actions.action(new Act.Originate(offer, "c-1", "PJSIP/x", "PJSIP/y-1", null, "", "", 1_000, false));
    assertTrue(plain.getVariables().keySet().stream().noneMatch(name -> name.startsWith("PJSIP_HEADER")));
  }

  @Test
  void whenANameHoldsControlCharacters_oldOrNew_orTurnsTheText_thenItHoldsThemNoMore() {
    assertEquals("a b c d e f g", Wire.name("\u0000a\tb\u0085c\u009b\u007fd\u2028e\u202ef\u2066\r\ng\u0000"));
    assertEquals("Zoë \uD83D\uDE00 家", Wire.name("Zoë \uD83D\uDE00 家"));
  }

  @Test
  void whenANameIsCut_thenNotInTheMiddleOfACharacter() {
    String smiles = "\uD83D\uDE00".repeat(200);
    assertEquals("x" + smiles.substring(0, Wire.NAME_MAX - 2), Wire.name("x" + smiles));
    assertEquals(smiles.substring(0, Wire.NAME_MAX), Wire.name(smiles));
    assertEquals(smiles.substring(0, 2), Wire.name("\n".repeat(4 * Wire.NAME_MAX - 3) + smiles));
  }

  @Test
  void whenAFileNameHoldsDialplan_thenItIsNotPlain() {
    assertTrue(Wire.plain(new Sound("/var/lib/prompts/en-US/hello world_1")));
    for (String bad : new String[] {"a\"b", "a,b", "a&b", "${x}", "a\nb", "a)b", "a|b", "a;b", ""}) {
      assertFalse(Wire.plain(new Sound(bad)), bad);
    }
  }

  @Test
  void whenNothingIsKnownOfTheCaller_thenNoCallerIdIsSent() {
    assertEquals("", Wire.callerId("", " "));
    assertEquals("\"\" <+49171>", Wire.callerId("+49171", ""));
  }
}
