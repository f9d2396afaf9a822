package io.switchboard.desktop.desk;

import io.switchboard.core.agent.AgentState;
import io.switchboard.core.id.OfferId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.interaction.AttachedData;
import io.switchboard.core.journal.Fact;
import io.switchboard.desktop.desk.DeskSettings.QueuePlan;
import io.switchboard.desktop.protocol.CallView.CallState;
import io.switchboard.desktop.protocol.CallView.Direction;
import io.switchboard.desktop.protocol.CallView.Lookup;
import io.switchboard.desktop.protocol.CallView.NoteView;
import io.switchboard.desktop.protocol.CallView.PartyView;
import io.switchboard.desktop.protocol.CallView.RecordingState;
import io.switchboard.desktop.protocol.CallView.RecordingView;
import io.switchboard.desktop.protocol.CallView;
import io.switchboard.desktop.protocol.CustomerCard;
import io.switchboard.desktop.protocol.MeView.WrapUpCode;
import io.switchboard.desktop.protocol.Verb;
import io.switchboard.desktop.words.DecisionWords;
import io.switchboard.desktop.words.Language;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the section {@code call} of a desk. */
final class CallViews {
  private static final RecordingView NOT_YET = new RecordingView(RecordingState.OFF, false, false);

  private CallViews() {}

  /** As the agent's facts say. */
  static CallView of(AgentAtDesk agent, OfferId offer, CallAtHand call, QueuePlan queue, RecordingView recording, DeskSettings settings) {
    CallAtHand.Part part = call.part(offer).orElse(null);
    Fact.OfferMade made = part == null ? null : part.made;
    Long talkSinceMs = part == null ? null : part.connectedMs;
    return view(
        call, offer, settings, part == null ? direction(call) : direction(call, part), state(agent.state()), agent.stateSinceMs(), talkSinceMs,
        made, part == null ? null : part.queue, queue, recording, part != null && part.muted && agent.state().inTalk(),
        Parties.of(agent, call, settings::name), Verbs.of(agent, queue, call.talk(), recording, part != null && part.dialled));
  }

  /** Ahead of them. */
  static CallView ahead(Fact.OfferMade made, CallAtHand call, QueuePlan queue, DeskSettings settings) {
    return view(
        call, made.offer(), settings, direction(call), CallState.OFFERED, made.atMs(), null, made, made.queue(), queue, NOT_YET, false, List.of(),
        List.of());
  }

  private static CallState state(AgentState state) {
    return switch (state) {
      case RINGING -> CallState.RINGING;
      case TALKING -> CallState.TALKING;
      case HELD -> CallState.HELD;
      case WRAP_UP -> CallState.WRAP_UP;
      case RESERVED, READY, NOT_READY, SIGNED_OUT -> CallState.OFFERED;
    };
  }

  private static Direction direction(CallAtHand call, CallAtHand.Part part) {
    return part.dialled ? Direction.OUT : part.made == null ? Direction.CONSULT : direction(call);
  }

  private static Direction direction(CallAtHand call) {
    return call.callback() ? Direction.CALLBACK : Direction.IN;
  }

  private static CallView view(
      CallAtHand call, OfferId offer, DeskSettings settings, Direction direction, CallState state, long sinceMs, @Nullable Long talkSinceMs,
      Fact.@Nullable OfferMade made, @Nullable QueueId from, QueuePlan queue, RecordingView recording, boolean muted, List<PartyView> parties,
      List<Verb> can) {
    AttachedData attached = call.attached().data();
    Fact.QueueEntered visit = call.visit();
    String queueName = from != null ? from.name() : visit != null ? visit.queue().name() : "";
    List<CustomerCard> cards = call.cards();
    Lookup lookup = call.lookup();
    return new CallView(
        call.id().value(), offer.toString(), direction, state, sinceMs, talkSinceMs, queueName,
        queueName, call.number(), call.callerName(), attached.language(), call.called(), visit == null ? "" : visit.valueClass(),
        made == null ? 0 : made.why().waitedMs(),
        attached.chosen().stream().map(choice -> new CallView.Chosen(choice.step(), choice.answer(), choice.ledTo())).toList(), known(attached),
        cards.size() == 1 ? cards.getFirst() : null, cards.size() > 1 ? cards : List.of(), lookup == null ? Lookup.PENDING : lookup, notes(call, offer, settings),
        why(made, Language.ENGLISH, settings), why(made, Language.CHINESE, settings), queue.script(), recording, muted, parties, can);
  }

  private static String why(Fact.@Nullable OfferMade made, Language language, DeskSettings settings) {
    return made == null ? "" : DecisionWords.in(language, settings::name).offered(made);
  }

  /** Those of others. */
  private static List<NoteView> notes(CallAtHand call, OfferId offer, DeskSettings settings) {
    return call.notes().stream().filter(note -> !note.offer().equals(offer)).map(note -> {
      WrapUpCode code = WrapUpCode.named(note.code(), settings.queue(note.queue()).codes());
      return new NoteView(settings.name(note.agent()), code.textEn(), code.textZh(), note.note(), note.atMs());
    }).toList();
  }

  /** Of two values under one name the outermost flow's. */
  private static Map<String, String> known(AttachedData attached) {
    Map<String, String> known = new LinkedHashMap<>();
    attached.known().forEach(value -> known.putIfAbsent(value.name(), value.value()));
    return known;
  }
}
