package io.switchboard.desktop.api;

import io.switchboard.core.id.AgentId;
import io.switchboard.desktop.phone.PhoneSessions;
import io.switchboard.desktop.words.Language;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** What a page needs to be its agent's phone. */
final class PhoneEndpoints {
  private static final String REALM = "asterisk";
  private static final String DOMAIN = "switchboard";

  private static final long LONGEST_MS = 60_000;
  /** Beyond this nobody can talk with another. */
  private static final long SLOWEST_MS = 1_200;

  private final PhoneSessions phones;

  PhoneEndpoints(PhoneSessions phones) {
    this.phones = phones;
  }

  CompletionStage<Answer> begin(Question question) {
    return his(question, agent -> phones.begin(agent).thenApply(session -> new Answer.Body(Map.of(
        "session", session.id(), "endpoint", session.endpoint(), "secret", session.secret(), "realm", REALM,
        "uri", "sip:" + session.endpoint() + "@" + DOMAIN, "check", "sip:check@" + DOMAIN, "path", Endpoint.PHONE_SOCKET.path()))));
  }

  CompletionStage<Answer> end(Question question) {
    return his(question, agent -> phones.end(agent).thenApply(taken -> new Answer.Body(Map.of("state", "over"))));
  }

  /** What the page measured; whether calls may come. */
  CompletionStage<Answer> gate(Question question) {
    Map<Check, Boolean> measured = new EnumMap<>(Check.class);
    for (Check check : Check.values()) {
      measured.put(check, switch (check) {
        case SOCKET -> phones.has(question.user().agent()) && phones.here(question.user().agent());
        case ROUND_TRIP -> question.fields().whole("round_trip_ms", 0, LONGEST_MS, OptionalLong.empty()) <= SLOWEST_MS;
        default -> question.fields().bool(check.name().toLowerCase(Locale.ROOT));
      });
    }
    return his(question, agent -> CompletableFuture.completedFuture(new Answer.Body(Map.of(
        "passed", phones.measured(agent, measured.values().stream().allMatch(Boolean::booleanValue)),
        "checks", measured.entrySet().stream().map(each -> Result.of(each.getKey(), each.getValue())).toList()))));
  }

  /** {@code textEn} and {@code textZh}: what is wrong and how to mend it; empty where nothing is. */
  private record Result(Check check, boolean passed, String textEn, String textZh) {
    static Result of(Check check, boolean passed) {
      return new Result(check, passed, passed ? "" : check.text(Language.ENGLISH), passed ? "" : check.text(Language.CHINESE));
    }
  }

  private CompletionStage<Answer> his(Question question, Function<AgentId, CompletionStage<Answer>> answer) {
    return question.fields().wrong().<CompletionStage<Answer>>map(CompletableFuture::completedFuture)
        .orElseGet(() -> phones.has(question.user().agent())
            ? answer.apply(question.user().agent())
            : CompletableFuture.completedFuture(Problem.of(Trouble.NO_BROWSER_PHONE)));
  }
}
