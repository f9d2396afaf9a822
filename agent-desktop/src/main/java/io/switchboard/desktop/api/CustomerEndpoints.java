package io.switchboard.desktop.api;

import io.switchboard.core.customer.Customer;
import io.switchboard.core.customer.CustomerHistory;
import io.switchboard.core.customer.Customers;
import io.switchboard.core.customer.Details;
import io.switchboard.core.customer.Edit;
import io.switchboard.core.customer.TimelineEntry;
import io.switchboard.core.customer.TimelineWhat;
import io.switchboard.core.customer.Written;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.id.TenantId;
import io.switchboard.desktop.access.Visitor;
import io.switchboard.desktop.protocol.MeView.WrapUpCode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Customers' records, and their one timeline. */
final class CustomerEndpoints {
  private static final int LONGEST_QUERY = 100;
  private static final int LONGEST_TEXT = 4_000;
  private static final int LONGEST_CALL = 100;
  private static final int USUAL = 30;

  private final Clientele clientele;
  private final Function<QueueId, List<WrapUpCode>> codes;
  private final Aside reads;

  private record Found(List<Customers.Hit> customers) {}

  /** {@code others}: who else has one of his numbers. */
  private record Created(Shown customer, List<Long> others) {}

  private record Timeline(List<TimelineEntry> entries) {}

  private record Shown(
      long id, int version, String name, String company, String language, String valueClass, String notes, Map<String, String> preferences,
      Map<String, String> consent, boolean doNotCall, List<String> numbers, long createdAtMs, long changedAtMs, @Nullable Long anonymisedAtMs) {
    static Shown of(Customer each) {
      Details details = each.details();
      return new Shown(
          each.id(), each.version(), details.name(), details.company(), details.language(), details.valueClass(), details.notes(),
          details.preferences(), details.consent(), details.doNotCall(), each.numbers(), each.createdAtMs(), each.changedAtMs(),
          each.anonymisedAtMs());
    }
  }

  /** {@code codes}: of a queue's wrap-up. */
  CustomerEndpoints(Clientele clientele, Function<QueueId, List<WrapUpCode>> codes, Aside reads) {
    this.clientele = clientele;
    this.codes = codes;
    this.reads = reads;
  }

  CompletionStage<Answer> search(Question question) {
    String typed = question.fields().optionalText("q", LONGEST_QUERY).orElse("");
    return right(question, () -> reads.run(() -> new Answer.Body(new Found(clientele.customers().search(question.user().tenant(), typed)))));
  }

  CompletionStage<Answer> create(Question question) {
    CustomerFields fields = new CustomerFields(question, clientele);
    Details details = fields.details();
    List<String> numbers = fields.numbers();
    Visitor.User user = question.user();
    return right(question, () -> reads.run(() -> {
      List<Long> others = numbers.stream().flatMap(number -> clientele.customers().byNumber(user.tenant(), number).stream())
          .map(Customer::id).distinct().toList();
      Customer made = clientele.customers().create(user.tenant(), details, numbers, user.name());
      return RecordVersion.answer(new Created(Shown.of(made), others), made.version());
    }));
  }

  CompletionStage<Answer> one(Question question) {
    return of(question, id -> clientele.customers().find(question.user().tenant(), id)
        .map(found -> RecordVersion.answer(Shown.of(found), found.version())).orElseGet(() -> unknown(question)));
  }

  CompletionStage<Answer> change(Question question) {
    Edit edit = new CustomerFields(question, clientele).edit();
    OptionalInt version = RecordVersion.of(question);
    Visitor.User user = question.user();
    return of(question, id -> version.isEmpty()
        ? Problem.of(Trouble.NO_VERSION)
        : answer(question, clientele.customers().change(user.tenant(), id, version.getAsInt(), edit, user.name())));
  }

  CompletionStage<Answer> addNumber(Question question) {
    String number = new CustomerFields(question, clientele).number("number", true).orElse("");
    Visitor.User user = question.user();
    return of(question, id -> {
      Optional<Customer> found = clientele.customers().find(user.tenant(), id);
      return found.isPresent() && found.get().numbers().size() >= Customer.MOST_NUMBERS && !found.get().numbers().contains(number)
          ? Problem.of(Trouble.MOST_NUMBERS, Integer.toString(Customer.MOST_NUMBERS))
          : answer(question, clientele.customers().addNumber(user.tenant(), id, number, user.name()));
    });
  }

  /** The address names the customer and the number. */
  CompletionStage<Answer> removeNumber(Question question) {
    String[] parts = question.name().split("/", 2);
    Visitor.User user = question.user();
    String number = clientele.numbering().e164(user.tenant(), parts[1]);
    return of(question, id -> answer(question, clientele.customers().removeNumber(user.tenant(), id, number, user.name())));
  }

  CompletionStage<Answer> note(Question question) {
    String text = new RecordFields(question.fields()).neededProse("text", LONGEST_TEXT);
    String call = question.fields().optionalText("call", LONGEST_CALL).orElse("");
    Visitor.User user = question.user();
    return of(question, id -> clientele.work().note(user.tenant(), id, text, call, user.name())
        ? new Answer.Body(Map.of("state", "written")) : unknown(question));
  }

  CompletionStage<Answer> timeline(Question question) {
    long beforeMs = question.fields().number("before_ms", 0, Long.MAX_VALUE, Long.MAX_VALUE);
    int limit = (int) question.fields().number("limit", 1, CustomerHistory.MOST, USUAL);
    TenantId tenant = question.user().tenant();
    return of(question, id -> clientele.history().timeline(tenant, id, beforeMs, limit)
        .<Answer>map(entries -> new Answer.Body(new Timeline(entries.stream().map(entry -> inWords(tenant, entry)).toList())))
        .orElseGet(() -> unknown(question)));
  }

  /** A wrap-up's code is for machines: beside it stands what people call it. */
  private TimelineEntry inWords(TenantId tenant, TimelineEntry entry) {
    if (entry.what() != TimelineWhat.CODED) {
      return entry;
    }
    WrapUpCode code = WrapUpCode.named(entry.details().getOrDefault("code", ""), codes.apply(new QueueId(tenant, entry.queue())));
    Map<String, String> details = new HashMap<>(entry.details());
    details.put("code_en", code.textEn());
    details.put("code_zh", code.textZh());
    return new TimelineEntry(entry.atMs(), entry.kind(), entry.call(), entry.queue(), entry.by(), entry.what(), details);
  }

  private static Answer answer(Question question, Written<Customer> written) {
    return switch (written) {
      case Written.Done<Customer> done -> RecordVersion.answer(Shown.of(done.now()), done.now().version());
      case Written.Unknown<Customer> unknown -> unknown(question);
      case Written.Overtaken<Customer> overtaken -> Problem.of(Trouble.RECORD_CHANGED, String.join(", ", overtaken.fields()));
    };
  }

  static Answer unknown(Question question) {
    return Problem.of(Trouble.UNKNOWN_CUSTOMER, question.name().split("/", 2)[0]);
  }

  private CompletionStage<Answer> of(Question question, LongFunction<Answer> answer) {
    return numbered(question, reads, Trouble.UNKNOWN_CUSTOMER, answer);
  }

  /** {@code unknown}: of an address that is no number. */
  static CompletionStage<Answer> numbered(Question question, Aside reads, Trouble unknown, LongFunction<Answer> answer) {
    String id = question.name().split("/", 2)[0];
    return right(question, () -> id.matches("[1-9][0-9]{0,17}")
        ? reads.run(() -> answer.apply(Long.parseLong(id)))
        : CompletableFuture.completedFuture(Problem.of(unknown, id)));
  }

  static CompletionStage<Answer> right(Question question, Supplier<CompletionStage<Answer>> answer) {
    Optional<Problem> wrong = question.fields().wrong();
    return wrong.<CompletionStage<Answer>>map(CompletableFuture::completedFuture).orElseGet(answer);
  }
}
