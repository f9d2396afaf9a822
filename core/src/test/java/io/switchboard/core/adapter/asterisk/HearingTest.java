package io.switchboard.core.adapter.asterisk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.switchboard.core.adapter.asterisk.ami.AmiMessage;
import io.switchboard.core.ending.DialResult;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.OfferId;
import io.switchboard.core.line.LineEvent.CallArrived;
import org.junit.jupiter.api.Test;

class HearingTest {
  private static final CallId CALL = new CallId("sb1-1.1");
  private static final String VAR = "ChanVariable";
  private static final String OURS = "CC_CALL=sb1-1.1";

  @Test
  void whenACallerIsHeld_thenHeComesFromTheTrunkOfHisChannel_withHisNameCutAndCleaned() {
    AmiMessage e = AmiMessage.of("Event", "AsyncAGIStart", VAR, OURS, VAR, "CC_ROLE=caller", "Channel", "PJSIP/my-trunk-0000002a",
        "Exten", "4930", "CallerIDNum", "<unknown>", "CallerIDName", "A\r\nAction: x" + "y".repeat(4_000));
    Heard.Held held = (Heard.Held) Hearing.heard(e);
    String name = ("A Action: x" + "y".repeat(4_000)).substring(0, Wire.NAME_MAX);
    assertEquals(new CallArrived(CALL, "4930", "", name, "my-trunk"), held.arrival());
  }

  @Test
  void whenAChannelOfTheListIsTheShellOfOneThatTalks_thenItIsNoCaller() {
    assertNotNull(Hearing.caller(AmiMessage.of("Event", "CoreShowChannel", VAR, OURS, VAR, "CC_ROLE=caller", "Channel", "PJSIP/my-trunk-1")));
    assertNull(Hearing.caller(
        AmiMessage.of("Event", "CoreShowChannel", VAR, OURS, VAR, "CC_ROLE=caller", "Channel", "Surrogate/PJSIP/my-trunk-1")));
  }

  @Test
  void whenEitherSideOfATransferIsTheSecondInItsBridge_thenTheyTalk_andNoOtherBridgeIsATransfers() {
    assertEquals(new Heard.OutsideTalks(CALL), bridged("CC_ROLE=outside", "CC_STATE="));
    assertEquals(new Heard.OutsideTalks(CALL), bridged("CC_ROLE=caller", "CC_STATE=dials.1"));
    assertNull(bridged("CC_ROLE=caller", "CC_STATE=dialled.1.BUSY.0"));
    assertNull(bridged("CC_ROLE=caller", "CC_STATE="));
  }

  @Test
  void whenTheDialplanTellsOfADial_thenItIsOfTheAgentsLeg_orOfWhoAnswered_andOthersTellNothing() {
    OfferId offer = new OfferId(new CallId("sb1-1.1"), 1);
    assertEquals(new Heard.LegDials(offer, "x"), told("SwitchboardDial", "CC_STATE=dials"));
    assertEquals(new Heard.DialOver(offer, "x", DialResult.BUSY, 17), told("SwitchboardDial", "CC_STATE=dialled.BUSY.17"));
    assertEquals(new Heard.DialOver(offer, "x", DialResult.INVALID, 1), told("SwitchboardDial", "CC_STATE=dialled.CHANUNAVAIL.1"));
    assertEquals(new Heard.DialOver(offer, "x", DialResult.NO_ANSWER, 0), told("SwitchboardDial", "CC_STATE=dialled.NOANSWER."));
    assertNull(told("Other", "CC_STATE=dials"));
    Heard.Reached reached = (Heard.Reached) Hearing.heard(AmiMessage.of(
        "Event", "UserEvent", "UserEvent", "SwitchboardDial", VAR, OURS, VAR, "CC_ROLE=caller", "Channel", "PJSIP/main-1", "Uniqueid", "y"));
    assertEquals("PJSIP/main-1", reached.channel());
    assertEquals(CALL, reached.arrival().call());
  }

  private static Heard told(String event, String state) {
    return Hearing.heard(AmiMessage.of(
        "Event", "UserEvent", "UserEvent", event, VAR, OURS, VAR, "CC_ROLE=agent", VAR, "CC_OFFER=sb1-1.1-1", VAR, state, "Uniqueid", "x"));
  }

  private static Heard bridged(String role, String state) {
    return Hearing.heard(AmiMessage.of("Event", "BridgeEnter", VAR, OURS, VAR, role, VAR, state, "Uniqueid", "x"));
  }

  @Test
  void whenAStateSpeaksOfAnErrand_thenItIsRead_andNothingElseIs() {
    assertEquals(new Errand(Errand.Kind.DIALLED, 12, "ANSWER", 5_300), Errand.of("dialled.12.ANSWER.5300"));
    assertEquals(new Errand(Errand.Kind.DIALLED, 1, "CHANUNAVAIL", 0), Errand.of("dialled.1.CHANUNAVAIL."));
    assertEquals(new Errand(Errand.Kind.RECORDED, 2, "", 0), Errand.of("recorded.2."));
    for (String other : new String[] {"", "left", "parted", "dials", "dials.x", "dials.1234567", "dialled.1.ANSWER.x"}) {
      assertNull(Errand.of(other), other);
    }
  }

  @Test
  void whenACommandEnds_thenTheLastResultCounts() {
    assertEquals(new Heard.Done(CALL, "L.1", '5'), done("100%20result%3D0%20Trying...%0A200%20result%3D53%20endpos%3D0%0A"));
    assertEquals(new Heard.Done(CALL, "L.1", -1), done("511%20Command%20Not%20Permitted%20on%20a%20dead%20channel%0A"));
    assertEquals(new Heard.Done(CALL, "L.1", -1), done("200%20result%3D0%"), "cut short");
    assertEquals(new Heard.Done(CALL, "L.1", -1), done(""));
  }

  private static Heard done(String result) {
    return Hearing.heard(AmiMessage.of("Event", "AsyncAGIExec", VAR, OURS, "CommandId", "L.1", "Result", result));
  }

  @Test
  void whenAChannelEnds_thenItsVariablesSayWhoseItWasAndWhoEndedIt() {
    assertEquals(
        new Heard.CallerHungUp(CALL, true),
        Hearing.heard(AmiMessage.of("Event", "Hangup", VAR, OURS, VAR, "CC_ROLE=caller", VAR, "CC_STATE=parted")));
    assertEquals(
        new Heard.LegGone(new OfferId(CALL, 3), "sb1-1.1-3~2", 17, 486, false),
        Hearing.heard(AmiMessage.of("Event", "Hangup", VAR, OURS, VAR, "CC_ROLE=agent", VAR, "CC_OFFER=sb1-1.1-3",
            "Uniqueid", "sb1-1.1-3~2", "Cause", "17", "TechCause", "486")));
    assertNull(Hearing.heard(AmiMessage.of("Event", "Hangup", "Uniqueid", "x")), "somebody else's channel");
  }

  @Test
  void whenAKeyIsSentToTheOtherSide_orPressedByTheAgent_thenItIsNoKeyOfTheCaller() {
    assertEquals(new Heard.Key(CALL, '#'), key("#", "caller", "Received"));
    assertNull(key("#", "caller", "Sent"));
    assertNull(key("#", "agent", "Received"));
  }

  @Test
  void whenADigitIsNoKeyOfATelephone_thenItIsNothing() {
    assertEquals(new Heard.Key(CALL, 'A'), key("a", "caller", "Received"));
    for (String digit : new String[] {"+", "-", "e", "!", " ", "", "12", "\u0661"}) {
      assertNull(key(digit, "caller", "Received"), digit);
    }
  }

  private static Heard key(String digit, String role, String direction) {
    return Hearing.heard(AmiMessage.of("Event", "DTMFEnd", VAR, OURS, VAR, "CC_ROLE=" + role, "Digit", digit, "Direction", direction));
  }

  @Test
  void whenAnAttemptIsGivenUp_thenTheOfferIsTheOneOfOurAction() {
    assertEquals(new Heard.LegRefused(new OfferId(CALL, 3), "x"), originated("Failure", "17#sb1-1.1-3"));
    assertNull(originated("Failure", "17#no offer"));
    assertNull(originated("Success", "17#sb1-1.1-3"));
  }

  @Test
  void whenASupervisorAnswers_thenHisLegIsKnown_andIsNoOffers() {
    AmiMessage answered = AmiMessage.of(
        "Event", "OriginateResponse", "Response", "Success", "ActionID", "17#sb1-1.1-3", "Uniqueid", "x", "Context", "switchboard-listen");
    assertEquals(new Heard.ListenerAnswered(new OfferId(CALL, 3), "x"), Hearing.heard(answered));
    AmiMessage line = AmiMessage.of(
        "Event", "CoreShowChannel", "Uniqueid", "x", VAR, "CC_OFFER=sb1-1.1-3", VAR, "CC_ROLE=listener", VAR, "CC_STATE=listens");
    assertEquals(new Snapshot.Listener(new OfferId(CALL, 3), "x", true), Hearing.listener(line));
    assertNull(Hearing.leg(line));
  }

  private static Heard originated(String response, String action) {
    return Hearing.heard(AmiMessage.of("Event", "OriginateResponse", "Response", response, "ActionID", action, "Uniqueid", "x"));
  }

  @Test
  void whenAnEventIsUnknownOrMalformed_thenItIsNothing() {
    assertNull(Hearing.heard(AmiMessage.of("Event", "Newchannel", VAR, OURS)));
    assertNull(Hearing.heard(AmiMessage.of("Event", "AsyncAGIStart", VAR, "CC_CALL=" + "x".repeat(101), "Channel", "PJSIP/a-1")));
    assertNull(Hearing.heard(AmiMessage.of("Event", "AsyncAGIStart", VAR, OURS)));
  }
}
