package io.switchboard.desktop.desk;

import static io.switchboard.desktop.desk.Day.ANNA;
import static io.switchboard.desktop.desk.Day.BEN;
import static io.switchboard.desktop.desk.Day.DEMO;
import static io.switchboard.desktop.desk.Day.SALES;
import static io.switchboard.desktop.desk.Day.call;
import static io.switchboard.desktop.desk.Day.offer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.core.access.Role;
import io.switchboard.core.agent.AgentState;
import io.switchboard.core.agent.StaffMessages;
import io.switchboard.core.agent.ListenMode;
import io.switchboard.core.agent.Notice;
import io.switchboard.core.ending.ListenEnding;
import io.switchboard.core.ending.DialResult;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.OfferId;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.recording.RecordingPlan;
import io.switchboard.core.offer.Offered;
import io.switchboard.desktop.access.Visitor;
import io.switchboard.desktop.desk.DeskSettings.Profile;
import io.switchboard.desktop.desk.DeskSettings.QueuePlan;
import io.switchboard.desktop.link.Reader;
import io.switchboard.desktop.protocol.CallView.CallState;
import io.switchboard.desktop.protocol.CallView;
import io.switchboard.desktop.protocol.CustomerCard;
import io.switchboard.desktop.protocol.DeskView;
import io.switchboard.desktop.protocol.MessageView;
import io.switchboard.desktop.protocol.MeView;
import io.switchboard.desktop.protocol.PhoneView.PhoneKind;
import io.switchboard.desktop.protocol.ListeningView;
import io.switchboard.desktop.protocol.ListeningView.ListeningState;
import io.switchboard.desktop.protocol.SideView;
import io.switchboard.desktop.protocol.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeskBookTest {
  private static final DeskSettings SETTINGS = new DeskSettings(
      Map.of(ANNA, new Profile("Anna", List.of("en", "zh"), List.of("sales"), List.of(new MeView.Reason("lunch", 1_800L)), PhoneKind.SIP, "anna")),
      Map.of(SALES, new QueuePlan("router", 1, List.of(new MeView.WrapUpCode("sold", "Sold", "已成交")), false, new RecordingPlan(RecordingPlan.Mode.ON_DEMAND, true, true, "", 0))));
  private static final Fact.Terms WRAP_UP = new Fact.Terms(0, 900_000, 0, false, 0, null);

  private final List<String> touched = new ArrayList<>();
  private final List<String> asked = new ArrayList<>();
  private final DeskBook book = book();
  private final Day day = new Day(book::apply);

  private DeskBook book() {
    return new DeskBook(SETTINGS, this::now, new Asked(), (agent, part) -> touched.add(agent.name() + " " + part.section()));
  }

  private final class Asked implements DeskBook.Customers {
    @Override
    public void ask(TenantId tenant, CallId call, String number) {
      asked.add(call + " " + number);
    }

    @Override
    public void askFor(TenantId tenant, CallId call, long customer) {
      asked.add(call + " customer " + customer);
    }
  }

  private long now() {
    return day.nowMs();
  }

  private static DeskView desk(DeskBook book, AgentId agent) {
    return (DeskView) book.whole(new Reader(new Visitor.User(DEMO, agent.name(), Role.AGENT), false));
  }

  private CallView shown(AgentId agent) {
    CallView call = desk(book, agent).call();
    assertNotNull(call);
    return call;
  }

  private static CustomerCard card(String name) {
    return new CustomerCard(7, name, "+49301", "VIP", "de", "", false, Map.of(), Map.of(), "", List.of(), List.of(), List.of(), "");
  }

  @Test
  void whoIsNoAgent_mayGiveOthersTheReasonsOfHisCompany() {
    assertEquals(List.of(new MeView.Reason("lunch", 1_800L)), desk(book, AgentId.of("demo", "sam")).me().reasons());
  }

  @Test
  void whenSheDials_thenHerDeskShowsWhom_andWhatCameOfIt() {
    OfferId offer = Day.offer("dial.1", 1);
    day.becomes(ANNA, AgentState.READY, "", null);
    assertTrue(desk(book, ANNA).me().canDial());
    day.is(new Fact.Dial.DialBegun(
        day.nowMs(), DEMO, offer.call(), offer, SALES, ANNA, "+49301", false, "", "+4930100", 20_000, 45_000));
    day.becomes(ANNA, AgentState.RESERVED, "", offer);
    assertEquals(List.of("dial.1 +49301"), asked);
    assertEquals(CallView.Direction.OUT, shown(ANNA).direction());
    assertEquals(CallView.CallState.OFFERED, shown(ANNA).state());
    assertEquals(List.of(Verb.HANG_UP), shown(ANNA).can());
    assertEquals("sales", shown(ANNA).queue());
    assertTrue(!desk(book, ANNA).me().canDial());
    day.is(new Fact.Dial.DialPlaced(day.nowMs(), DEMO, offer.call(), offer, ANNA));
    day.becomes(ANNA, AgentState.RINGING, "", offer);
    assertEquals(CallView.CallState.RINGING, shown(ANNA).state());
    day.is(new Fact.Dial.DialEnded(day.nowMs(), DEMO, offer.call(), offer, SALES, ANNA, "+49301", DialResult.BUSY, 17, 900));
    day.becomes(ANNA, AgentState.READY, "", null);
    assertNull(desk(book, ANNA).call());
    assertEquals("+49301: busy. Try again later.", desk(book, ANNA).me().notice().textEn());
    assertEquals("+49301：对方忙。请稍后再拨。", desk(book, ANNA).me().notice().textZh());
    day.becomes(ANNA, AgentState.NOT_READY, "lunch", null);
    assertNull(desk(book, ANNA).me().notice());
  }

  @Test
  void whenSheConsultsAndHandsOn_thenBothDesksShowIt() {
    day.becomes(ANNA, AgentState.READY, "", null);
    day.becomes(BEN, AgentState.READY, "", null);
    day.arrives("c1", "+49301");
    day.waits("c1", "+49301");
    day.offered("c1", 1, ANNA);
    day.connects("c1", 1, ANNA);
    day.consults("c1", 2, ANNA, BEN);
    assertEquals(SideView.SideState.RINGING, desk(book, ANNA).side().state());
    assertEquals(List.of(Verb.MUTE, Verb.COMPLETE, Verb.CANCEL, Verb.WRAP_UP), shown(ANNA).can());
    assertEquals(CallView.PartyState.HELD, shown(ANNA).parties().getFirst().state());
    assertEquals(CallView.Direction.CONSULT, shown(BEN).direction());
    assertEquals("+49301", shown(BEN).number());
    assertEquals("sales", shown(BEN).queue());
    day.joins("c1", 2, BEN);
    assertEquals(SideView.SideState.TALKING, desk(book, ANNA).side().state());
    assertTrue(shown(ANNA).can().containsAll(List.of(Verb.SWAP, Verb.CONFERENCE, Verb.COMPLETE, Verb.CANCEL)));
    assertEquals(List.of(Verb.HANG_UP, Verb.KEYS, Verb.MUTE), shown(BEN).can());
    day.handsOn("c1", 1, 2, ANNA, BEN);
    assertNull(desk(book, ANNA).side());
    assertNull(desk(book, ANNA).call());
    assertTrue(shown(BEN).can().containsAll(List.of(Verb.HOLD, Verb.CONSULT, Verb.TRANSFER)), shown(BEN).can().toString());
  }

  @Test
  void whenSheNotedSomething_thenTheOneSheAsksSeesIt() {
    day.becomes(ANNA, AgentState.READY, "", null);
    day.arrives("c1", "+49301");
    day.waits("c1", "+49301");
    day.offered("c1", 1, ANNA);
    day.connects("c1", 1, ANNA);
    book.apply(new Fact.WrapUpCoded(day.nowMs(), DEMO, call("c1"), offer("c1", 1), SALES, ANNA, "sold", "Wants the blue one"));
    assertEquals(List.of(), shown(ANNA).notes());
    day.consults("c1", 2, ANNA, BEN);
    assertEquals("Wants the blue one", shown(BEN).notes().getFirst().text());
    assertEquals("Anna", shown(BEN).notes().getFirst().agent());
    assertEquals("已成交", shown(BEN).notes().getFirst().codeZh());
  }

  @Test
  void whenATalkIsRecorded_thenHerDeskShowsIt_andWhatSheMayPress() {
    day.becomes(ANNA, AgentState.READY, "", null);
    day.arrives("c1", "+49301");
    day.waits("c1", "+49301");
    day.offered("c1", 1, ANNA);
    assertEquals(new CallView.RecordingView(CallView.RecordingState.OFF, false, false), shown(ANNA).recording());
    day.connects("c1", 1, ANNA);
    assertEquals(new CallView.RecordingView(CallView.RecordingState.OFF, true, false), shown(ANNA).recording());
    assertTrue(shown(ANNA).can().contains(Verb.RECORDING));
    day.is(new Fact.TalkRecording.TalkRecordingAsked(0, DEMO, call("c1"), 1, SALES, "f", "anna"));
    assertTrue(!shown(ANNA).can().contains(Verb.RECORDING), "he hears the announcement");
    day.is(new Fact.TalkRecording.TalkRecordingBegun(0, DEMO, call("c1"), 1, SALES, ANNA));
    assertEquals(new CallView.RecordingView(CallView.RecordingState.ON, false, true), shown(ANNA).recording());
    day.is(new Fact.TalkRecording.TalkRecordingPaused(0, DEMO, call("c1"), 1, ANNA, "agent"));
    assertEquals(new CallView.RecordingView(CallView.RecordingState.PAUSED, true, false), shown(ANNA).recording());
    assertNull(desk(book, ANNA).me().notice());
  }

  @Test
  void whenItCannotBeRecorded_thenHerDeskSaysSo() {
    day.becomes(ANNA, AgentState.READY, "", null);
    day.arrives("c1", "+49301");
    day.waits("c1", "+49301");
    day.offered("c1", 1, ANNA);
    day.connects("c1", 1, ANNA);
    touched.clear();
    day.is(new Fact.TalkRecording.TalkRecordingRefused(0, DEMO, call("c1"), 0, SALES, "consent_refused"));
    MeView.NoticeView notice = desk(book, ANNA).me().notice();
    assertEquals(Notice.NOT_RECORDED, notice.code());
    assertTrue(notice.textEn().contains("does not want") && notice.textZh().contains("不同意"), notice.toString());
    assertTrue(touched.contains("anna me"), touched.toString());
    assertEquals(new CallView.RecordingView(CallView.RecordingState.OFF, false, false), shown(ANNA).recording());
    day.talkEnds("c1", 1, ANNA, WRAP_UP);
    assertNull(desk(book, ANNA).me().notice());
  }

  @Test
  void whenSheMutesHerself_thenItShows_untilTheTalkIsOver() {
    day.becomes(ANNA, AgentState.READY, "", null);
    day.arrives("c1", "+49301");
    day.waits("c1", "+49301");
    day.offered("c1", 1, ANNA);
    day.connects("c1", 1, ANNA);
    assertFalse(shown(ANNA).muted());
    day.is(new Fact.MicrophoneSwitched(9, Day.DEMO, Day.call("c1"), Day.offer("c1", 1), ANNA, true));
    assertTrue(shown(ANNA).muted());
    day.talkEnds("c1", 1, ANNA, WRAP_UP);
    assertFalse(shown(ANNA).muted());
  }

  @Test
  void whenASupervisorIsInHerTalk_thenHisDeskShowsIt_andHersDoesNot() {
    day.becomes(ANNA, AgentState.READY, "", null);
    day.arrives("c1", "+49301");
    day.waits("c1", "+49301");
    day.offered("c1", 1, ANNA);
    day.connects("c1", 1, ANNA);
    assertNull(desk(book, BEN).listening());
    Object before = desk(book, ANNA);
    var leg = Day.offer("c1", 2);
    var call = Day.call("c1");
    day.is(new Fact.Listening.ListenBegun(9, Day.DEMO, call, Day.offer("c1", 1), ANNA, leg, BEN, ListenMode.LISTEN, false, 20_000));
    assertEquals(ListeningState.RINGING, desk(book, BEN).listening().state());
    assertNull(book.listenedBy(ANNA));
    day.is(new Fact.Listening.ListenJoined(10, Day.DEMO, call, leg, ANNA, BEN, ListenMode.LISTEN));
    day.is(new Fact.Listening.ListenChanged(11, Day.DEMO, call, leg, ANNA, BEN, ListenMode.WHISPER, false));
    assertEquals(
        new ListeningView("c1", "anna", desk(book, ANNA).me().displayName(), ListenMode.WHISPER, ListeningState.JOINED, 10, null),
        desk(book, BEN).listening());
    assertEquals(desk(book, BEN).me().displayName(), book.listenedBy(ANNA));
    assertEquals(before, desk(book, ANNA));
    day.is(new Fact.Listening.ListenEnded(12, Day.DEMO, call, leg, ANNA, BEN, ListenEnding.TALK_OVER, 2));
    assertEquals(ListenEnding.TALK_OVER, desk(book, BEN).listening().ending());
    assertNull(book.listenedBy(ANNA));
  }

  @Test
  void whenACallGoesThroughTheAgentsHands_thenHisDeskShowsEachStep() {
    day.becomes(ANNA, AgentState.READY, "", null);
    day.arrives("c1", "+49301");
    day.waits("c1", "+49301");
    assertNull(desk(book, ANNA).call());
    day.offered("c1", 1, ANNA);
    assertEquals(CallState.OFFERED, shown(ANNA).state());
    assertEquals("sales", shown(ANNA).queue());
    assertEquals("VIP", shown(ANNA).valueClass());
    assertEquals(12_000, shown(ANNA).waitedMs());
    assertEquals("router", shown(ANNA).script());
    assertTrue(shown(ANNA).whyTextEn().contains("Anna was the only ready agent"), shown(ANNA).whyTextEn());
    day.rings("c1", 1, ANNA);
    assertEquals(CallState.RINGING, shown(ANNA).state());
    assertNull(shown(ANNA).talkSinceMs());
    day.connects("c1", 1, ANNA);
    assertEquals(CallState.TALKING, shown(ANNA).state());
    assertNotNull(shown(ANNA).talkSinceMs());
    assertEquals(
        List.of(Verb.HANG_UP, Verb.HOLD, Verb.KEYS, Verb.MUTE, Verb.TRANSFER, Verb.CONSULT, Verb.RECORDING, Verb.WRAP_UP), shown(ANNA).can());
    day.talkEnds("c1", 1, ANNA, WRAP_UP);
    assertEquals(CallState.WRAP_UP, shown(ANNA).state());
    assertEquals(CallView.PartyState.GONE, shown(ANNA).parties().getFirst().state());
    assertEquals(List.of(Verb.EXTEND_WRAP_UP, Verb.WRAP_UP), shown(ANNA).can());
    assertEquals(900_000, desk(book, ANNA).me().untilMs());
    assertTrue(desk(book, ANNA).me().extendable());
    day.wrapsUp("c1", 1, ANNA);
    assertNull(desk(book, ANNA).call());
    assertEquals(AgentState.READY, desk(book, ANNA).me().state());
  }

  @Test
  void whenACallArrives_thenItsCustomerIsLookedFor_longBeforeItIsOffered() {
    day.arrives("c1", "+49301");
    assertEquals(List.of("c1 +49301"), asked);
    book.found(call("c1"), new CardSource.Found(false, List.of(card("Mrs. Wu"))));
    day.waits("c1", "+49301");
    day.offered("c1", 1, ANNA);
    assertEquals("Mrs. Wu", shown(ANNA).customer().name());
    assertEquals(CallView.Lookup.DONE, shown(ANNA).lookup());
    assertEquals(List.of("c1 +49301"), asked);
  }

  @Test
  void whenAnAgentSaysWhoseItIs_thenWhatTheNumberTellsLaterIsNoMatter() {
    day.arrives("c1", "+49301");
    day.offered("c1", 1, ANNA);
    day.is(new Fact.CustomerNamed(day.nowMs(), DEMO, call("c1"), 17, "anna"));
    assertEquals(CallView.Lookup.PENDING, shown(ANNA).lookup());
    book.isOf(call("c1"), new CardSource.Found(false, List.of(card("Mrs. Wu"))));
    book.found(call("c1"), new CardSource.Found(false, List.of(card("Wei"), card("Wen"))));
    assertEquals("Mrs. Wu", shown(ANNA).customer().name());
    assertEquals(List.of("c1 +49301", "c1 customer 17"), asked);
  }

  @Test
  void whenHeIsFoundLate_orSeveralAre_orNobodyIs_thenTheDeskSaysSo() {
    day.arrives("c1", "+49301");
    day.offered("c1", 1, ANNA);
    assertEquals(CallView.Lookup.PENDING, shown(ANNA).lookup());
    touched.clear();
    book.found(call("c1"), new CardSource.Found(false, List.of(card("Wu"), card("Wei"))));
    assertEquals(List.of("anna call"), touched);
    assertNull(shown(ANNA).customer());
    assertEquals(2, shown(ANNA).matches().size());
    day.arrives("c2", "+49302");
    day.offered("c2", 1, BEN);
    book.found(call("c2"), new CardSource.Found(true, List.of()));
    assertEquals(CallView.Lookup.FAILED, shown(BEN).lookup());
    day.passes("c2", 1, BEN);
    day.arrives("c3", "");
    day.offered("c3", 1, BEN);
    assertEquals(CallView.Lookup.DONE, shown(BEN).lookup());
    assertNull(shown(BEN).customer());
    assertEquals(List.of("c1 +49301", "c2 +49302"), asked);
  }

  @Test
  void whenItIsOfferedAheadOfItsFacts_thenTheDeskShowsIt_andWhatComesLateOfBeforeDoesNotTakeItAway() {
    day.becomes(ANNA, AgentState.NOT_READY, "lunch", null);
    day.arrives("c1", "+49301");
    Fact.QueueEntered visit = day.entered("c1", "+49301");
    Fact.OfferMade made = day.made("c1", 1, ANNA);
    touched.clear();
    book.offered(new Offered(made, visit));
    assertEquals(List.of("anna call"), touched);
    assertEquals(CallState.OFFERED, shown(ANNA).state());
    assertEquals("VIP", shown(ANNA).valueClass());
    day.becomes(ANNA, AgentState.READY, "", null);
    assertEquals("c1-1", shown(ANNA).offer());
    day.is(made);
    day.becomes(ANNA, AgentState.RESERVED, "", offer("c1", 1));
    assertEquals("c1-1", shown(ANNA).offer());
    day.passes("c1", 1, ANNA);
    assertNull(desk(book, ANNA).call());
  }

  @Test
  void whenItsFactsWereFaster_thenTheSignalChangesNothing() {
    day.arrives("c1", "+49301");
    Fact.QueueEntered visit = day.entered("c1", "+49301");
    day.is(visit);
    Fact.OfferMade made = day.made("c1", 1, ANNA);
    day.is(made);
    day.becomes(ANNA, AgentState.RESERVED, "", offer("c1", 1));
    day.rings("c1", 1, ANNA);
    touched.clear();
    book.offered(new Offered(made, visit));
    assertEquals(List.of(), touched);
    assertEquals(CallState.RINGING, shown(ANNA).state());
  }

  @Test
  void whenAMessageIsRewritten_thenTheDeskShowsItAsItIsNow_once() {
    book.written(new StaffMessages.Message("1", ANNA, "sam", "call Rosalind", 1_000));
    book.written(new StaffMessages.Message("2", ANNA, "sam", "well done", 2_000));
    book.written(new StaffMessages.Message("1", ANNA, "sam", "call ", 1_000));
    assertEquals(List.of("call ", "well done"), desk(book, ANNA).messages().stream().map(MessageView::text).toList());
  }

  @Test
  void whatTheCallerChoseAndEntered_comesWithTheCall() {
    day.arrives("c1", "+49301");
    day.is(new Fact.StepEntered(day.nowMs(), DEMO, call("c1"), "main", "v", "ask"));
    day.is(new Fact.MenuAnswered(day.nowMs(), DEMO, call("c1"), "ask", "2"));
    day.is(new Fact.StepEntered(day.nowMs(), DEMO, call("c1"), "main", "v", "sales"));
    day.is(new Fact.Learned.Remembered(day.nowMs(), DEMO, call("c1"), 0, Map.of("account", "10000017")));
    day.offered("c1", 1, ANNA);
    assertEquals(List.of(new CallView.Chosen("ask", "2", "sales")), shown(ANNA).chosen());
    assertEquals(Map.of("account", "10000017"), shown(ANNA).known());
    assertEquals("de", shown(ANNA).language());
  }

  @Test
  void afterARestart_everyDeskIsAsItWas() {
    day.becomes(ANNA, AgentState.READY, "", null);
    day.becomes(BEN, AgentState.NOT_READY, "lunch", null);
    day.arrives("c1", "+49301");
    day.waits("c1", "+49301");
    day.offered("c1", 1, BEN);
    day.passes("c1", 1, BEN);
    day.offered("c1", 2, ANNA);
    day.connects("c1", 2, ANNA);
    DeskBook restored = book();
    live().forEach(restored::apply);
    assertEquals(desk(book, ANNA), desk(restored, ANNA));
    assertEquals(desk(book, BEN), desk(restored, BEN));
  }

  /** As the journal's live replay: of each agent the last state only. */
  private List<Fact> live() {
    return day.facts.stream().filter(fact -> !(fact instanceof Fact.AgentStateChanged changed) || day.facts.stream()
        .filter(Fact.AgentStateChanged.class::isInstance).map(Fact.AgentStateChanged.class::cast)
        .filter(other -> other.agent().equals(changed.agent())).toList().getLast() == changed).toList();
  }

  @Test
  void whenACallIsClosed_thenNothingOfItStays() {
    day.arrives("c1", "+49301");
    day.offered("c1", 1, ANNA);
    day.connects("c1", 1, ANNA);
    day.talkEnds("c1", 1, ANNA, WRAP_UP);
    day.wrapsUp("c1", 1, ANNA);
    book.found(call("c1"), new CardSource.Found(false, List.of(card("Wu"))));
    assertNull(desk(book, ANNA).call());
  }
}
