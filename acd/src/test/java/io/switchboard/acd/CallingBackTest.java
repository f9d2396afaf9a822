package io.switchboard.acd;

import static io.switchboard.acd.Shift.SALES;
import static io.switchboard.acd.Shift.agent;
import static io.switchboard.acd.Shift.call;
import static io.switchboard.acd.Shift.id;
import static io.switchboard.acd.Shift.queue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.acd.floor.FloorSettings;
import io.switchboard.acd.queue.Returns;
import io.switchboard.core.agent.AgentState;
import io.switchboard.core.ending.CallbackRefusal;
import io.switchboard.core.ending.OfferEnding;
import io.switchboard.core.ending.Party;
import io.switchboard.core.ending.QueueExit;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.OfferId;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.line.FakeLine;
import io.switchboard.core.line.LineEvent;
import io.switchboard.core.line.Phone;
import io.switchboard.core.signal.AgentRequest;
import io.switchboard.core.signal.CallSignal;
import io.switchboard.core.signal.CallbackRequest;
import io.switchboard.core.signal.Reply;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A customer keeps his place though he hangs up, and is called when it is his turn and an agent is reserved for him. */
class CallingBackTest {
  private static final String ADA = "+4917012345";
  private static final Returns.Callback RULES =
      new Returns.Callback("+4930123450", List.of("carrier"), List.of("+49"), 25_000, 2, 60_000, 3_600_000, 3);
  private static final FloorSettings SETTINGS = FloorSettings.of(
      List.of(queue(SALES).withReturns(new Returns(60_000, RULES))), List.of(agent("anna", Map.of(), 3, SALES)));

  private final Shift shift = new Shift(SETTINGS);

  /** Anna talks with somebody, so that nobody else is answered. */
  private void annaTalks() {
    shift.ready("anna");
    shift.enters("first", SALES);
    shift.answers("first", 1);
  }

  private void annaIsFree() {
    shift.talkEnds("first", 1, Party.CALLER);
  }

  private void enters(String call, String number) {
    shift.signals.send(new CallSignal.Enqueue(call(call), SALES, 0, Map.of(), number, "Ada", "", null));
  }

  /** She waits, leaves by a key, asks to be called back, and hangs up. */
  private CallId promised() {
    enters("ada", ADA);
    shift.time.advance(10_000);
    shift.signals.send(new CallSignal.LeaveQueue(call("ada"), SALES, "2"));
    asks("ada", ADA);
    return shift.signals.sent(CallSignal.CallbackBooked.class).getLast().call();
  }

  private void asks(String call, String number) {
    shift.signals.send(new CallSignal.RequestCallback(call(call), SALES, number, "Ada", "zh"));
  }

  private List<FakeLine.Command.CallBack> dialled() {
    return shift.line.commands(FakeLine.Command.CallBack.class);
  }

  private void answers(CallId callback, int attempt) {
    shift.hears(new LineEvent.CalledBack(new OfferId(callback, attempt)));
  }

  private void misses(CallId callback, int attempt) {
    shift.hears(new LineEvent.OfferFailed(new OfferId(callback, attempt), OfferEnding.BUSY));
  }

  private QueueExit exit(CallId callback) {
    return shift.journal.facts(Fact.QueueLeft.class).stream().filter(f -> f.call().equals(callback)).findFirst().orElseThrow().exit();
  }

  @Test
  void sheIsDialledWhenItIsHerTurn_beforeWhoCameAfterHer_andTalksWithTheAgentWhoWasReserved() {
    annaTalks();
    CallId callback = promised();
    shift.callerHangsUp("ada");
    enters("later", "+4917099999");
    assertEquals(List.of(), dialled(), "nobody is free");
    annaIsFree();
    FakeLine.Command.CallBack dial = dialled().getFirst();
    assertEquals(new Phone.Number(ADA, List.of("carrier")), dial.dial().phone());
    assertEquals("+4930123450", dial.dial().callerNumber());
    assertEquals(25_000, dial.dial().ringMs());
    assertTrue(shift.state("anna").offered(), "she is reserved");
    assertEquals(List.of(), shift.rung("later"));
    answers(callback, 1);
    assertEquals("zh", shift.signals.sent(CallSignal.CalledBack.class).getFirst().language());
    assertEquals(List.of("anna"), shift.rung(callback.value()));
    shift.answers(callback.value(), 1);
    assertEquals(AgentState.TALKING, shift.state("anna"));
    shift.talkEnds(callback.value(), 1, Party.AGENT);
    assertEquals(List.of("anna"), shift.rung("later"));
  }

  @Test
  void whileSheIsStillOnTheLineSheIsNotDialled() {
    annaTalks();
    promised();
    annaIsFree();
    assertEquals(List.of(), dialled());
    shift.callerHangsUp("ada");
    assertEquals(1, dialled().size());
  }

  @Test
  void whenSheIsNotReached_thenAnnaIsFreeAtOnce_andSheIsTriedAgainAfterAWhile_andThenNoMore() {
    annaTalks();
    CallId callback = promised();
    shift.callerHangsUp("ada");
    annaIsFree();
    misses(callback, 1);
    assertEquals(AgentState.READY, shift.state("anna"));
    assertEquals(0, shift.stage.floor().staff().agent(id("anna")).strikes());
    shift.time.advance(59_999);
    assertEquals(1, dialled().size());
    shift.time.advance(1);
    assertEquals(2, dialled().size());
    misses(callback, 2);
    assertEquals(QueueExit.UNREACHED, exit(callback));
    assertEquals(AgentState.READY, shift.state("anna"));
  }

  @Test
  void afterTheWindowNobodyIsCalledBack() {
    annaTalks();
    CallId callback = promised();
    shift.callerHangsUp("ada");
    shift.time.advance(3_600_000);
    assertEquals(QueueExit.UNREACHED, exit(callback));
    annaIsFree();
    assertEquals(List.of(), dialled());
  }

  @Test
  void whoCallsHimselfFirstTakesUpHisPlace_andIsNotCalled() {
    annaTalks();
    CallId callback = promised();
    shift.callerHangsUp("ada");
    enters("later", "+4917099999");
    shift.time.advance(5_000);
    enters("again", ADA);
    assertEquals(QueueExit.RETURNED, exit(callback));
    annaIsFree();
    assertEquals(List.of(), dialled());
    assertEquals(List.of("anna"), shift.rung("again"));
    assertEquals(List.of(), shift.rung("later"));
  }

  @Test
  void whoseLineDroppedFindsHisPlaceWhenHeCallsAgainSoon_andOnce() {
    annaTalks();
    enters("ada", ADA);
    shift.time.advance(10_000);
    enters("later", "+4917099999");
    shift.callerHangsUp("ada");
    shift.time.advance(30_000);
    enters("again", ADA);
    annaIsFree();
    assertEquals(List.of("anna"), shift.rung("again"));
    shift.callerHangsUp("again");
    shift.time.advance(60_001);
    enters("third", ADA);
    assertEquals(shift.time.nowMs(), shift.stage.floor().visit(call("third")).sinceMs(), "too late");
  }

  @Test
  void whatIsNotAllowedIsRefused_andABookedOneIsNotBookedTwice() {
    enters("ada", ADA);
    asks("ada", "+1900123456");
    assertEquals(CallbackRefusal.NUMBER_NOT_ALLOWED, shift.signals.sent(CallSignal.CallbackRefused.class).getLast().reason());
    asks("ada", "");
    assertEquals(2, shift.signals.sent(CallSignal.CallbackRefused.class).size());
    asks("ada", ADA);
    asks("ada", ADA);
    assertEquals(2, shift.signals.sent(CallSignal.CallbackBooked.class).size(), "told again");
    assertEquals(1, shift.journal.facts(Fact.CallbackBooked.class).size());
    Shift without = new Shift(FloorSettings.of(List.of(queue(SALES)), List.of(agent("anna", Map.of(), 3, SALES))));
    without.signals.send(new CallSignal.RequestCallback(call("ada"), SALES, ADA, "", "en"));
    assertEquals(CallbackRefusal.NOT_OFFERED, without.signals.sent(CallSignal.CallbackRefused.class).getLast().reason());
  }

  @Test
  void afterARestartThePlaceIsThere_whoWasBeingDialledIsDialledAgain_andWhoAnsweredMeanwhileIsHere() {
    annaTalks();
    CallId callback = promised();
    shift.callerHangsUp("ada");
    Shift waiting = new Shift(SETTINGS, shift.journal);
    waiting.restored(List.of("first"), List.of(new LineEvent.LiveOffer(Shift.offer("first", 1), true)), Set.of());
    waiting.talkEnds("first", 1, Party.CALLER);
    assertEquals(1, waiting.line.commands(FakeLine.Command.CallBack.class).size());
    Shift dialling = new Shift(SETTINGS, shift.journal);
    dialling.restored(List.of(), List.of(), Set.of());
    assertEquals(2, dialling.line.commands(FakeLine.Command.CallBack.class).getFirst().dial().offer().attempt());
    Shift answered = new Shift(SETTINGS, shift.journal);
    answered.restored(List.of(callback.value()), List.of(), Set.of());
    assertEquals(List.of("anna"), answered.rung(callback.value()));
  }

  @Test
  void whenTheAgentDoesNotAnswer_thenSheWaitsLikeAnyCaller_andIsHungUpOnWhenNobodyIsLeft() {
    annaTalks();
    CallId callback = promised();
    shift.callerHangsUp("ada");
    annaIsFree();
    answers(callback, 1);
    shift.ask(new AgentRequest.SignOut(id("anna")));
    assertEquals(QueueExit.NO_AGENTS, exit(callback));
    assertTrue(shift.line.commands(FakeLine.Command.HangUp.class).contains(new FakeLine.Command.HangUp(callback)));
  }

  @Test
  void whenATimeWasPromised_thenHeIsNotCalledBefore_andHisWindowCountsFromThen() {
    shift.ready("anna");
    long promisedMs = shift.time.nowMs() + 20 * 3_600_000L;
    shift.signals.ask(new CallbackRequest.Book(call("ada"), SALES, ADA, "Ada", "en", Shift.START, null, "anna", promisedMs));
    shift.time.advance(promisedMs - shift.time.nowMs() - 1_000);
    assertEquals(List.of(), dialled());
    shift.time.advance(1_000);
    assertEquals(1, dialled().size());
  }

  @Test
  void peopleBookAndCancelCallbacks() {
    shift.ready("anna");
    shift.ask(new AgentRequest.NotReady(id("anna"), "lunch"));
    CallbackRequest.Book book =
        new CallbackRequest.Book(call("gave-up"), SALES, ADA, "Ada", "en", Shift.START - 60_000, id("anna"), "sam");
    assertInstanceOf(Reply.Accepted.class, shift.signals.ask(book).toCompletableFuture().getNow(null));
    assertEquals("callback_booked", ((Reply.Refused) shift.signals.ask(book).toCompletableFuture().getNow(null)).code());
    CallId callback = shift.last(Fact.CallbackBooked.class).call();
    assertEquals("sam", shift.last(Fact.CallbackBooked.class).by());
    assertEquals(Shift.START - 60_000, shift.stage.floor().visit(callback).sinceMs());
    assertInstanceOf(
        Reply.Accepted.class, shift.signals.ask(new CallbackRequest.Cancel(callback, SALES, "sam")).toCompletableFuture().getNow(null));
    assertEquals(QueueExit.CANCELLED, exit(callback));
    shift.ready("anna");
    assertEquals(List.of(), dialled());
  }
}
