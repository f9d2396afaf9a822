package io.switchboard.desktop.api;

import io.switchboard.core.ending.OfferEnding;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.OfferId;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.interaction.Interactions;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.signal.Signals;
import io.switchboard.core.why.Candidate;
import io.switchboard.core.why.Place;
import io.switchboard.core.signal.WhyRequest;
import io.switchboard.core.why.WhyWaiting;
import io.switchboard.desktop.words.DecisionWords;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Why a call waits, by the ACD; why it was offered to whom it was, by what was kept with it. */
final class WhyEndpoint {
  private final Signals signals;
  private final Interactions interactions;
  private final Numbers numbers;
  private final Aside aside;

  private record Why(CallId call, @Nullable Waits waiting, List<Offered> offers) {}

  private record Waits(String sentence, WhyWaiting terms, String place, List<Agent> agents) {}

  private record Agent(Candidate terms, String sentence) {}

  private record Offered(
      OfferId offer, AgentId agent, long atMs, Fact.Decision why, String sentence, @Nullable OfferEnding ending, String outcome) {

    Offered ended(@Nullable OfferEnding how, String inWords) {
      return new Offered(offer, agent, atMs, why, sentence, how, inWords);
    }
  }

  WhyEndpoint(Signals signals, Interactions interactions, Numbers numbers, Aside aside) {
    this.signals = signals;
    this.interactions = interactions;
    this.numbers = numbers;
    this.aside = aside;
  }

  CompletionStage<Answer> answer(Question question, CallId call) {
    TenantId tenant = question.user().tenant();
    DecisionWords words = DecisionWords.in(question.language(), numbers::displayName);
    return signals.ask(new WhyRequest(tenant, call)).thenCompose(waiting -> aside.run(() -> {
      List<Fact> facts = interactions.timeline(tenant, call);
      return facts.isEmpty() && waiting.isEmpty()
          ? Problem.of(Trouble.UNKNOWN_CALL, call.value())
          : new Answer.Body(new Why(call, waiting.map(why -> waits(words, why)).orElse(null), offers(words, facts)));
    }));
  }

  private static Waits waits(DecisionWords words, WhyWaiting why) {
    Place place = why.place();
    return new Waits(
        words.summary(why), why, words.place(place, why.atMs()),
        why.candidates().stream().map(candidate -> new Agent(candidate, words.against(candidate))).toList());
  }

  /** Each offer with what came of it, in their order. */
  private static List<Offered> offers(DecisionWords words, List<Fact> facts) {
    Map<OfferId, Offered> offers = new LinkedHashMap<>();
    for (Fact fact : facts) {
      switch (fact) {
        case Fact.OfferMade made -> offers.put(
            made.offer(), new Offered(made.offer(), made.agent(), made.atMs(), made.why(), words.offered(made), null, ""));
        case Fact.OfferEnded ended -> offers.computeIfPresent(
            ended.offer(), (id, offered) -> offered.ended(ended.ending(), words.outcome(ended.ending())));
        case Fact.Connected connected -> offers.computeIfPresent(
            connected.offer(), (id, offered) -> offered.ended(null, words.answered(connected)));
        default -> {} // the rest of the timeline is no decision of who answers
      }
    }
    return List.copyOf(offers.values());
  }
}
