package io.switchboard.desktop.desk;

import io.switchboard.core.agent.AgentState;
import io.switchboard.core.ending.OfferEnding;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.OfferId;
import io.switchboard.core.talk.Talk;
import io.switchboard.desktop.protocol.CallView.PartyRole;
import io.switchboard.desktop.protocol.CallView.PartyState;
import io.switchboard.desktop.protocol.CallView.PartyView;
import io.switchboard.desktop.protocol.SideView.SideState;
import io.switchboard.desktop.protocol.SideView;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** With whom an agent is in a call, and the consultation beside it. */
final class Parties {
  private Parties() {}

  static List<PartyView> of(AgentAtDesk agent, CallAtHand call, Function<AgentId, String> names) {
    Talk talk = call.talk();
    PartyState customer = customer(agent, call, talk);
    if (customer == null) {
      return List.of();
    }
    List<PartyView> parties = new ArrayList<>();
    parties.add(new PartyView(PartyRole.CUSTOMER, name(call), call.number(), call.gone() ? PartyState.GONE : customer));
    if (talk != null && !talk.agent().equals(agent.id())) {
      parties.add(new PartyView(PartyRole.AGENT, names.apply(talk.agent()), "", PartyState.TALKING));
    } else if (talk != null && talk.third() != null && talk.third().state() != Talk.Third.State.GONE) {
      parties.add(third(talk.third(), names));
    }
    return parties;
  }

  /** Null: they do not talk yet. */
  private static @Nullable PartyState customer(AgentAtDesk agent, CallAtHand call, @Nullable Talk talk) {
    AgentState state = agent.state();
    if (state == AgentState.WRAP_UP) {
      return PartyState.GONE;
    }
    if (!state.inTalk()) {
      return null;
    }
    boolean aside = talk != null && talk.state().callerAside();
    return aside || state == AgentState.HELD ? PartyState.HELD : PartyState.TALKING;
  }

  private static PartyView third(Talk.Third third, Function<AgentId, String> names) {
    AgentId agent = third.agent();
    return new PartyView(
        agent == null ? PartyRole.OUTSIDE : PartyRole.AGENT, agent == null ? "" : names.apply(agent), third.number(),
        PartyState.valueOf(third.state().name()));
  }

  private static String name(CallAtHand call) {
    return call.cards().size() == 1 ? call.cards().getFirst().name() : call.callerName();
  }

  /** Of the agent whose caller it is, until he has dealt with it; null: there is none. */
  static @Nullable SideView side(AgentAtDesk agent, @Nullable OfferId offer, @Nullable CallAtHand call, Function<AgentId, String> names) {
    Talk talk = call == null ? null : call.talk();
    Talk.Third third = talk == null || offer == null || !talk.offer().equals(offer) || !agent.state().inTalk() ? null : talk.third();
    OfferEnding failed = third == null ? null : third.failed();
    if (third == null || (third.state() == Talk.Third.State.GONE && (failed == null || failed == OfferEnding.WITHDRAWN))) {
      return null;
    }
    SideState state = switch (third.state()) {
      case RINGING -> SideState.RINGING;
      case TALKING -> SideState.TALKING;
      case HELD -> SideState.HELD;
      case GONE -> SideState.FAILED;
    };
    AgentId to = third.agent();
    return new SideView(
        third.id().toString(), to == null ? third.number() : names.apply(to), state, third.sinceMs(), failed);
  }
}
