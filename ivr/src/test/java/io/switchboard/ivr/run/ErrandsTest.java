package io.switchboard.ivr.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.core.ending.Ending;
import io.switchboard.core.ending.TransferEnding;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.line.Destinations;
import io.switchboard.core.line.NumberPlan;
import io.switchboard.core.line.Phone;
import io.switchboard.core.line.SipDestinations;
import io.switchboard.ivr.flow.Flows;
import io.switchboard.ivr.flow.TestFlows;
import io.switchboard.ivr.verb.Transfer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Transfers to numbers outside, and messages. */
class ErrandsTest {
  private static final String TRANSFER = """
      first: out
      steps:
        out: {transfer: {number: "+493077777", ring_s: 20, busy: busy, no_answer: late, failed: failed, next: after}}
        busy: {play: {prompts: [a], next: ask}}
        late: {play: {prompts: [b], next: ask}}
        failed: {play: {prompts: [c], next: ask}}
        after: {play: {prompts: [bye], next: ask}}
        ask: {menu: {prompts: [a, b], keys: {1: end}, no_key: {then: end}}}
        end: {hangup: {reason: transferred}}
      """;
  private static final String VOICEMAIL = """
      first: box
      steps:
        box: {voicemail: {queue: sales, prompts: [a], most_s: 60, next: thanks}}
        thanks: {play: {prompts: [bye], next: end}}
        end: {hangup: {reason: flow_ended}}
      """;

  private static Fact.Errand.TransferEnded ended(int transfer, TransferEnding ending, long talkMs) {
    return new Fact.Errand.TransferEnded(1_000, Runs.TENANT, Runs.CALL, transfer, "+493077777", ending, talkMs);
  }

  @Test
  void whenATransferIsEntered_thenTheNumberIsDialledOverAllTrunksInOrder_andSeesOurNumber() {
    Runs caller = Runs.started(TRANSFER);
    assertEquals(List.of(new RunEffect.Transfer(1, "+493077777", List.of("first", "second"), "+49", 20_000)), caller.effects);
    assertTrue(caller.facts.contains(
        new Fact.Errand.TransferStarted(1_000, Runs.TENANT, Runs.CALL, 1, "+493077777", "+49", 20_000)));
    assertEquals(RunState.TRANSFERRING, caller.run.state());
  }

  @ParameterizedTest
  @CsvSource({"BUSY,a", "NO_ANSWER,b", "FAILED,c", "CALLED_PARTY_HUNG_UP,bye"})
  void whenItIsOver_thenTheFlowGoesOnByWhy(TransferEnding ending, String said) {
    Runs caller = Runs.started(TRANSFER).tell(new RunEvent.TransferOver(1, ending, 7));
    assertEquals(List.of(said), caller.said());
    assertTrue(caller.facts.contains(ended(1, ending, 7)));
  }

  @Test
  void whenTheyTalked_thenTheFlowGoesOnAfterwards_withoutTheKeysOfTheTalk() {
    Runs caller = Runs.started(TRANSFER).keys("9").tell(new RunEvent.TransferTalks(1)).keys("1");
    assertEquals(RunState.TRANSFERRED, caller.run.state());
    caller.tell(new RunEvent.TransferOver(1, TransferEnding.CALLED_PARTY_HUNG_UP, 7_000));
    assertEquals(List.of("bye"), caller.said());
    assertEquals("", caller.run.ahead());
    caller.heard().keys("1");
    assertEquals(List.of(new RunEffect.End(Ending.TRANSFERRED)), caller.effects);
  }

  @Test
  void whenKeysArePressedWhileItRings_thenTheyAnswerTheNextMenu() {
    Runs caller = Runs.started(TRANSFER).keys("1").tell(new RunEvent.TransferOver(1, TransferEnding.BUSY, 0));
    assertEquals(List.of(new RunEffect.End(Ending.TRANSFERRED)), caller.effects);
    assertEquals(List.of("ask=1"), caller.answers());
  }

  @Test
  void whenTheEndOfAnEarlierOneComesLate_thenNothingHappens() {
    Runs caller = Runs.started(TRANSFER.replace("busy: busy", "busy: again").replace("  busy:", "  again: {transfer: {number: \"+493077778\","
        + " busy: busy, failed: failed, next: after}}\n  busy:"));
    caller.tell(new RunEvent.TransferOver(1, TransferEnding.BUSY, 0));
    assertEquals(2, caller.run.errand());
    assertEquals(RunState.TRANSFERRING, caller.tell(new RunEvent.TransferOver(1, TransferEnding.BUSY, 0)).run.state());
    assertEquals(RunState.TRANSFERRING, caller.tell(new RunEvent.TransferTalks(1)).run.state());
  }

  @Test
  void whenTheTenantMayNotCallTheNumber_thenNothingIsDialled_andItIsWritten() {
    Runs caller = Runs.started(TRANSFER.replace("+493077777", "+498977777"));
    assertEquals(List.of("c"), caller.said());
    assertEquals(List.of(TransferEnding.NOT_ALLOWED), caller.facts.stream().filter(Fact.Errand.TransferEnded.class::isInstance)
        .map(fact -> ((Fact.Errand.TransferEnded) fact).ending()).toList());
  }

  private static final Outward SIP = new Outward(List.of("first"), Map.of(Runs.TENANT, new Outward.Rules(new Destinations(List.of("+4930")), false)),
      Map.of("pbx", new SipDestinations(List.of("pbx.example:5080"), new NumberPlan("DE", ""))));

  @ParameterizedTest
  @CsvSource({
      "sip:desk@pbx.example, pbx, sip:desk@pbx.example:5080",
      "sip:03012345678@pbx.example, pbx, sip:03012345678@pbx.example:5080",
      "sip:08912345678@pbx.example, pbx, ''", // a number that the tenant may not call
      "sip:desk@other.example, pbx, ''",
      "sip:desk@pbx.example, first, ''"})
  void aSipAddressIsDialledOverItsTrunk_ifItMayBe(String address, String trunk, String dialled) {
    Optional<Phone> phone = SIP.phone(Runs.TENANT, new Transfer.To.Sip(address, trunk));
    assertEquals(dialled.isEmpty() ? Optional.empty() : Optional.of(new Phone.Sip(dialled, trunk)), phone);
  }

  @Test
  void whenASipAddressMayNotBeDialledAnyMore_thenNothingIsDialled_andItIsWritten() {
    Runs caller = Runs.started(TRANSFER.replace("number: \"+493077777\"", "sip: \"sip:desk@pbx.example\", trunk: first"));
    assertEquals(List.of("c"), caller.said());
    assertTrue(caller.facts.contains(
        new Fact.Errand.TransferEnded(1_000, Runs.TENANT, Runs.CALL, 1, "sip:desk@pbx.example", TransferEnding.NOT_ALLOWED, 0)));
  }

  @Test
  void whenTheTenantShowsTheCaller_thenHisNumberIsShown_unlessHeWithheldIt() {
    Outward shows = new Outward(List.of("t"), Map.of(Runs.TENANT, new Outward.Rules(Destinations.UNLISTED, true)));
    assertEquals("+4930123", shows.shown(Runs.CALLER));
    assertEquals("+49", shows.shown(new Caller(Runs.TENANT, Runs.CALL, "", "", "+49")));
  }

  @Test
  void whenTheGreetingWasHeard_thenHeIsRecorded() {
    Runs caller = Runs.started(VOICEMAIL);
    assertEquals(List.of("a"), caller.said());
    caller.heard();
    assertEquals(List.of(new RunEffect.Record(1, 60_000, 5_000)), caller.effects);
    assertTrue(caller.facts.contains(new Fact.Errand.VoicemailBegun(1_000, Runs.TENANT, Runs.CALL, 1, Runs.SALES, "+4930123")));
    caller.keys("5#").tell(new RunEvent.Recorded(1));
    assertEquals(new RunEffect.KeepMessage(1, Runs.SALES), caller.effects.getFirst());
    assertEquals(List.of("bye"), caller.said());
    assertEquals("", caller.run.ahead());
  }

  @Test
  void whenAKeyCutsTheGreeting_thenHeIsRecordedAtOnce() {
    assertEquals(List.of(new RunEffect.Record(1, 60_000, 5_000)), Runs.started(VOICEMAIL).keys("#").effects);
  }

  @Test
  void whenHeHangsUpInHisMessage_thenItIsKept() {
    Runs caller = Runs.started(VOICEMAIL).heard().tell(new RunEvent.CallerGone());
    assertEquals(List.of(new RunEffect.KeepMessage(1, Runs.SALES)), caller.effects);
    assertEquals(List.of(), Runs.started(VOICEMAIL).tell(new RunEvent.CallerGone()).effects);
  }

  // --- the platform dies

  private static Runs restarted(Runs dead, String flow, int errand) {
    Restart restart = new Restart();
    restart.replay(new Fact.CallArrived(1, Runs.TENANT, Runs.CALL, "+49", "+4930123", "Ada", "t", "main", "test", "en"));
    dead.facts.forEach(restart::replay);
    Run back = restart.runs(new Flows(Map.of("test", TestFlows.flow(flow)), Runs.HOURS)).getFirst().run();
    assertEquals(Runs.CALLER, back.caller());
    return new Runs(back).tell(new RunEvent.Resumed(errand));
  }

  @Test
  void whenItDiedWhileItRang_andAsteriskRingsOn_thenNothingIsDialledAgain() {
    Runs back = restarted(Runs.started(TRANSFER), TRANSFER, 1);
    assertEquals(List.of(), back.effects);
    assertEquals(RunState.TRANSFERRING, back.run.state());
    assertEquals(List.of("a"), back.tell(new RunEvent.TransferOver(1, TransferEnding.BUSY, 0)).said());
  }

  @Test
  void whenItDiedBeforeAsteriskBeganIt_thenItIsDialledUnderANewNumber() {
    Runs back = restarted(Runs.started(TRANSFER), TRANSFER, 0);
    assertEquals(List.of(new RunEffect.Transfer(2, "+493077777", List.of("first", "second"), "+49", 20_000)), back.effects);
    assertEquals(ended(1, TransferEnding.UNSEEN, 0), back.facts.getFirst());
  }

  @Test
  void whenItDiedWhileTheyTalked_thenTheyTalkOn_andTheFlowGoesOnAfterIt() {
    Runs back = restarted(Runs.started(TRANSFER).tell(new RunEvent.TransferTalks(1)), TRANSFER, 1);
    assertEquals(RunState.TRANSFERRED, back.run.state());
    assertEquals(List.of(), back.effects);
    back.tell(new RunEvent.TransferTalks(1));
    assertEquals(List.of(), back.facts, "that they talk is known");
    assertEquals(List.of("bye"), back.tell(new RunEvent.TransferOver(1, TransferEnding.CALLED_PARTY_HUNG_UP, 9_000)).said());
  }

  @Test
  void whenItDiedWhileTheyTalked_andNothingOfItIsLeft_thenNobodyIsDialledTwice() {
    Runs back = restarted(Runs.started(TRANSFER).tell(new RunEvent.TransferTalks(1)), TRANSFER, 0);
    assertEquals(List.of("bye"), back.said());
    assertEquals(ended(1, TransferEnding.UNSEEN, 0), back.facts.getFirst());
  }

  @Test
  void whenTheFlowChangedWhileTheyTalked_thenItBeginsAgainAfterTheTalk() {
    String changed = "{first: say, steps: {say: {play: {prompts: [b], next: end}}, end: {hangup: {reason: closed}}}}";
    Runs back = restarted(Runs.started(TRANSFER).tell(new RunEvent.TransferTalks(1)), changed, 1);
    assertEquals(List.of(), back.effects);
    assertEquals(List.of("b"), back.tell(new RunEvent.TransferOver(1, TransferEnding.CALLED_PARTY_HUNG_UP, 9)).said());
  }

  @Test
  void whenItDiedInHisMessage_thenHeSpeaksOn_andItIsKeptWhole() {
    Runs back = restarted(Runs.started(VOICEMAIL).heard(), VOICEMAIL, 1);
    assertEquals(List.of(), back.effects);
    assertEquals(new RunEffect.KeepMessage(1, Runs.SALES), back.tell(new RunEvent.Recorded(1)).effects.getFirst());
  }

  @Test
  void whenItDiedBeforeTheBeep_thenTheGreetingIsSaidAgain() {
    Runs back = restarted(Runs.started(VOICEMAIL).heard(), VOICEMAIL, 0);
    assertEquals(List.of("a"), back.said());
    assertEquals(List.of(new RunEffect.Record(2, 60_000, 5_000)), back.heard().effects);
  }

  @Test
  void whenHeHungUpWhileThePlatformWasDead_thenWhatHeSaidIsKept() {
    Restart restart = new Restart();
    restart.replay(new Fact.CallArrived(1, Runs.TENANT, Runs.CALL, "+49", "+4930123", "Ada", "t", "main", "test", "en"));
    Runs.started(VOICEMAIL).heard().facts.forEach(restart::replay);
    Run back = restart.runs(new Flows(Map.of("test", TestFlows.flow(VOICEMAIL)), Runs.HOURS)).getFirst().run();
    assertEquals(List.of(new RunEffect.KeepMessage(1, new QueueId(Runs.TENANT, "sales"))),
        new Runs(back).tell(new RunEvent.CallerGone()).effects);
  }
}
