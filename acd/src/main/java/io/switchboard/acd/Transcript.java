package io.switchboard.acd;

import io.switchboard.acd.offer.OfferState;
import io.switchboard.acd.queue.VisitState;
import io.switchboard.acd.routing.Event;
import io.switchboard.core.journal.Fact;
import java.util.List;
import java.util.Optional;

/** What changed in words, as {@code id: FROM -event-> TO (why)}. */
final class Transcript {
  private Transcript() {}

  static List<String> lines(Event event, List<Fact> facts) {
    String name = name(event);
    return facts.stream().flatMap(fact -> line(name, fact).stream()).toList();
  }

  private static String name(Event event) {
    return switch (event) {
      case Event.Heard e -> e.line().getClass().getSimpleName();
      case Event.Asked e -> e.request().getClass().getSimpleName();
      case Event.Arrived e -> "Enqueue";
      case Event.Leaves e -> "LeaveQueue";
      case Event.WantsCallback e -> "RequestCallback";
      case Event.CallbackAsked e -> e.request().getClass().getSimpleName();
      case Event.DialAsked e -> e.request().getClass().getSimpleName();
      case Event.WaitingAsked e -> e.request().getClass().getSimpleName();
      case Event.SupervisionAsked e -> e.request().getClass().getSimpleName();
      case Event.TalkAsked e -> e.request().getClass().getSimpleName();
      case Event.PageGone e -> "PageGone";
      case Event.PageHere e -> "PageHere";
      case Event.PhoneFit e -> "PhoneFit";
      case Event.Closing e -> "Closing";
      case Event.Tick e -> "Tick";
      case Event.Configured e -> "Configured";
    };
  }

  private static Optional<String> line(String event, Fact fact) {
    return switch (fact) {
      case Fact.AgentStateChanged f -> line(f.agent(), f.from(), event, f.to(), f.to() == f.from() ? "then " + f.pending() : f.reason());
      case Fact.QueueEntered f -> line(f.call(), "-", event, VisitState.WAITING, f.queue());
      case Fact.QueueLeft f -> line(f.call(), VisitState.WAITING, event, VisitState.LEFT, f.exit());
      case Fact.QueueRefused f -> line(f.call(), "-", event, "-", f.queue() + " " + f.reason());
      case Fact.WaitTold f -> line(f.call(), VisitState.WAITING, event, VisitState.WAITING, "told " + f.fromMin() + " to " + f.toMin() + " min");
      case Fact.OfferMade f -> line(f.offer(), "-", event, OfferState.MADE, f.agent() + " " + f.why());
      case Fact.OfferRang f -> line(f.offer(), OfferState.MADE, event, OfferState.RINGING, f.agent());
      case Fact.OfferEnded f -> line(f.offer(), "unanswered", event, OfferState.ENDED, f.ending());
      case Fact.Connected f -> line(f.offer(), "unanswered", event, OfferState.CONNECTED, f.agent());
      case Fact.CallHeld f -> line(f.offer(), OfferState.CONNECTED, event, "on hold", f.agent());
      case Fact.CallResumed f -> line(f.offer(), "on hold", event, OfferState.CONNECTED, f.agent());
      case Fact.Listening f -> line(f.leg(), "listens", event, f.getClass().getSimpleName(), f);
      case Fact.MicrophoneSwitched f -> line(f.offer(), OfferState.CONNECTED, event, f.muted() ? "muted" : "heard", f.agent());
      case Fact.InTalk f -> line(f.talk(), "in talk", event, f.getClass().getSimpleName(), f);
      case Fact.TalkEnded f -> line(f.offer(), OfferState.CONNECTED, event, OfferState.ENDED, f.by());
      case Fact.WrapUpCoded f -> line(f.offer(), "wrap-up", event, "coded", f.code());
      case Fact.WrapUpEnded f -> line(f.offer(), "wrap-up", event, "done", f.why());
      case Fact.AgentSkillsSet f ->
          line(f.agent(), "-", event, "-", f.skills() == null ? "configured skills, by " + f.by() : f.skills() + " by " + f.by());
      case Fact.ClosureSwitched f ->
          line(f.tenant(), !f.closed(), event, f.closed(), (f.queue() == null ? "all" : f.queue()) + " by " + f.by());
      case Fact.CallbackBooked f -> line(f.call(), "-", event, "booked", f.number() + " from " + f.from() + " by " + f.by());
      case Fact.Dial.DialBegun f -> line(f.offer(), "-", event, "dialled", f.agent() + " dials " + f.number());
      case Fact.Dial.DialPlaced f -> line(f.offer(), "dialled", event, "placed", f.agent());
      case Fact.Dial.DialEnded f -> line(f.offer(), "dialled", event, f.result(), f.cause());
      case Fact.CallbackDue f -> line(f.call(), "booked", event, "due at " + f.dueMs(), f.why());
      case Fact.CallbackReached f -> line(f.call(), "dialled", event, "reached", f.offer() == null ? "no agent" : f.offer());
      case Fact.CallArrived f -> Optional.empty();
      case Fact.Errand f -> Optional.empty();
      case Fact.TalkRecording f -> Optional.empty();
      case Fact.StepEntered f -> Optional.empty();
      case Fact.Learned f -> Optional.empty();
      case Fact.Task f -> Optional.empty();
      case Fact.CustomerNamed f -> Optional.empty();
      case Fact.AfterTalk f -> Optional.empty();
      case Fact.Scripted f -> Optional.empty();
      case Fact.MenuAnswered f -> Optional.empty();
      case Fact.LanguageChosen f -> Optional.empty();
      case Fact.CallEnded f -> Optional.empty();
      case Fact.InteractionClosed f -> Optional.empty();
    };
  }

  private static Optional<String> line(Object id, Object from, String event, Object to, Object why) {
    return Optional.of(id + ": " + from + " -" + event + "-> " + to + " (" + why + ")");
  }
}
