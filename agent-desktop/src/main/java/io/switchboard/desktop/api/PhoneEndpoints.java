package io.switchboard.desktop.api;

import io.switchboard.core.id.AgentId;
import io.switchboard.desktop.phone.PhoneSessions;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** What a page needs to be its agent's phone. */
final class PhoneEndpoints {
  private static final String REALM = "asterisk";
  private static final String DOMAIN = "switchboard";

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

  private CompletionStage<Answer> his(Question question, Function<AgentId, CompletionStage<Answer>> answer) {
    return question.fields().wrong().<CompletionStage<Answer>>map(CompletableFuture::completedFuture)
        .orElseGet(() -> phones.has(question.user().agent())
            ? answer.apply(question.user().agent())
            : CompletableFuture.completedFuture(Problem.of(Trouble.NO_BROWSER_PHONE)));
  }
}
