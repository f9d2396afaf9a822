package io.switchboard.desktop.api;

import io.switchboard.core.customer.Customer;
import io.switchboard.core.customer.Customers;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.signal.DialRequest;
import io.switchboard.core.signal.Reply;
import io.switchboard.core.signal.Signals;
import io.switchboard.desktop.access.Visitor;
import io.switchboard.desktop.api.Outside.Way;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** An agent dials a number: what may be called is looked at here, the rest is the ACD's. */
final class DialEndpoints {
  private static final int LONGEST_NUMBER = 40;

  private final Signals signals;
  private final Dialable dialable;
  private final Customers customers;
  private final Aside reads;

  DialEndpoints(Signals signals, Dialable dialable, Customers customers, Aside reads) {
    this.signals = signals;
    this.dialable = dialable;
    this.customers = customers;
    this.reads = reads;
  }

  CompletionStage<Answer> dial(Question question) {
    Visitor.User user = question.user();
    String number = question.fields().text("number", LONGEST_NUMBER);
    Optional<String> queue = question.fields().optionalName("queue");
    long customer = question.fields().whole("customer", 1, Long.MAX_VALUE, OptionalLong.of(0));
    Optional<Problem> wrong = question.fields().wrong();
    if (wrong.isPresent()) {
      return CompletableFuture.completedFuture(wrong.get());
    }
    return dialable.of(user.tenant(), number).thenCompose(way -> switch (way) {
      case Way.Barred barred -> CompletableFuture.completedFuture(Dialable.problem(barred));
      case Way.Open open when open.emergency() -> ask(request(user, open, queue, customer, ""));
      case Way.Open open when customer > 0 -> known(user, customer, open, queue);
      case Way.Open open -> ask(request(user, open, queue, 0, ""));
    });
  }

  private CompletionStage<Answer> known(Visitor.User user, long id, Way.Open open, Optional<String> queue) {
    return reads.run(() -> customers.find(user.tenant(), id).filter(found -> found.anonymisedAtMs() == null)).thenCompose(found -> {
      if (found.isEmpty()) {
        return CompletableFuture.completedFuture(Problem.of(Trouble.UNKNOWN_CUSTOMER, Long.toString(id)));
      }
      Customer him = found.get();
      return him.details().doNotCall()
          ? CompletableFuture.completedFuture(Dialable.problem(Dialable.doNotCall(him.details().name())))
          : ask(request(user, open, queue, id, him.details().language()));
    });
  }

  private static DialRequest request(Visitor.User user, Way.Open open, Optional<String> queue, long customer, String language) {
    return new DialRequest(
        user.agent(), open.to().e164(), open.emergency(), queue.map(name -> new QueueId(user.tenant(), name)).orElse(null), customer, language,
        open.to().trunks(), open.to().shown());
  }

  private CompletionStage<Answer> ask(DialRequest request) {
    return signals.ask(request).thenApply(DialEndpoints::answer);
  }

  private static Answer answer(Reply reply) {
    return switch (reply) {
      case Reply.Accepted accepted -> new Answer.Body(Map.of("call", accepted.state(), "state", "offered"));
      case Reply.Refused refused -> Problem.of(trouble(refused.code()), refused.message());
    };
  }

  private static Trouble trouble(String code) {
    return switch (code) {
      case "unknown_agent" -> Trouble.UNKNOWN_AGENT;
      case "unknown_queue" -> Trouble.UNKNOWN_QUEUE;
      case "not_signed_in" -> Trouble.NOT_SIGNED_IN;
      case "phone_unreachable" -> Trouble.PHONE_UNREACHABLE;
      case "dial_limit" -> Trouble.DIAL_LIMIT;
      case "dial_no_queue" -> Trouble.DIAL_NO_QUEUE;
      case "no_trunk" -> Trouble.NO_TRUNK;
      default -> Trouble.DIAL_NOT_NOW;
    };
  }
}
