package io.switchboard.desktop.desk;

import io.switchboard.core.agent.AgentState;
import io.switchboard.core.id.OfferId;
import io.switchboard.core.interaction.AttachedData;
import io.switchboard.core.journal.Fact;
import io.switchboard.desktop.desk.DeskSettings.QueuePlan;
import io.switchboard.desktop.protocol.CallView;
import io.switchboard.desktop.protocol.CallView.CallState;
import io.switchboard.desktop.protocol.CallView.Direction;
import io.switchboard.desktop.protocol.CallView.Lookup;
import io.switchboard.desktop.protocol.CallView.PartyRole;
import io.switchboard.desktop.protocol.CallView.PartyState;
import io.switchboard.desktop.protocol.CallView.PartyView;
import io.switchboard.desktop.protocol.CallView.RecordingState;
import io.switchboard.desktop.protocol.CallView.RecordingView;
import io.switchboard.desktop.protocol.CustomerCard;
import io.switchboard.desktop.protocol.Verb;
import io.switchboard.desktop.words.DecisionWords;
import io.switchboard.desktop.words.Language;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the section {@code call} of a desk. */
final class CallViews {
  private static final DecisionWords ENGLISH = DecisionWords.in(Language.ENGLISH);
  private static final DecisionWords CHINESE = DecisionWords.in(Language.CHINESE);
  private static final RecordingView NOT_RECORDED = new RecordingView(RecordingState.OFF, false, false);

  private CallViews() {}

  /** As the agent's facts say. */
  static CallView of(AgentAtDesk agent, OfferId offer, CallAtHand call, QueuePlan queue) {
    CallAtHand.Part part = call.part(offer).orElse(null);
    Fact.OfferMade made = part == null ? null : part.made;
    Long talkSinceMs = part == null ? null : part.connectedMs;
    return view(
        call, offer, state(agent.state()), agent.stateSinceMs(), talkSinceMs, made, queue, parties(call, agent.state()), Verbs.of(agent, queue));
  }

  /** Ahead of them. */
  static CallView ahead(Fact.OfferMade made, CallAtHand call, QueuePlan queue) {
    return view(call, made.offer(), CallState.OFFERED, made.atMs(), null, made, queue, List.of(), List.of());
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

  /** With whom he is in this call. */
  private static List<PartyView> parties(CallAtHand call, AgentState state) {
    PartyState customer = switch (state) {
      case TALKING -> PartyState.TALKING;
      case HELD -> PartyState.HELD;
      case WRAP_UP -> PartyState.GONE;
      case RESERVED, RINGING, READY, NOT_READY, SIGNED_OUT -> null;
    };
    return customer == null
        ? List.of()
        : List.of(new PartyView(PartyRole.CUSTOMER, name(call), call.number(), call.gone() ? PartyState.GONE : customer));
  }

  private static String name(CallAtHand call) {
    return call.cards().size() == 1 ? call.cards().getFirst().name() : call.callerName();
  }

  private static CallView view(
      CallAtHand call, OfferId offer, CallState state, long sinceMs, @Nullable Long talkSinceMs, Fact.@Nullable OfferMade made, QueuePlan queue,
      List<PartyView> parties, List<Verb> can) {
    AttachedData attached = call.attached().data();
    Fact.QueueEntered visit = call.visit();
    String queueName = made != null ? made.queue().name() : visit != null ? visit.queue().name() : "";
    List<CustomerCard> cards = call.cards();
    Lookup lookup = call.lookup();
    return new CallView(
        call.id().value(), offer.toString(), call.callback() ? Direction.CALLBACK : Direction.IN, state, sinceMs, talkSinceMs, queueName,
        queueName, call.number(), call.callerName(), attached.language(), call.called(), visit == null ? "" : visit.valueClass(),
        made == null ? 0 : made.why().waitedMs(),
        attached.chosen().stream().map(choice -> new CallView.Chosen(choice.step(), choice.answer())).toList(), known(attached),
        cards.size() == 1 ? cards.getFirst() : null, cards.size() > 1 ? cards : List.of(), lookup == null ? Lookup.PENDING : lookup,
        made == null ? "" : ENGLISH.offered(made), made == null ? "" : CHINESE.offered(made), queue.script(), NOT_RECORDED, parties, can);
  }

  /** Of two values under one name the outermost flow's. */
  private static Map<String, String> known(AttachedData attached) {
    Map<String, String> known = new LinkedHashMap<>();
    attached.known().forEach(value -> known.putIfAbsent(value.name(), value.value()));
    return known;
  }
}
