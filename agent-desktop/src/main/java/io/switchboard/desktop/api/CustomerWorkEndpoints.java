package io.switchboard.desktop.api;

import io.switchboard.core.customer.CustomerCase;
import io.switchboard.core.customer.CustomerWork;
import io.switchboard.core.customer.FollowUp;
import io.switchboard.core.customer.Written;
import io.switchboard.desktop.access.Accounts;
import io.switchboard.desktop.access.Visitor;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** Customers' cases, and what was promised them. */
final class CustomerWorkEndpoints {
  private static final int LONGEST_TITLE = 200;
  private static final int LONGEST_TEXT = 4_000;
  private static final int LONGEST_NOTE = 500;

  private final CustomerWork work;
  private final Accounts accounts;
  private final Aside reads;

  private record Cases(List<CustomerCase> cases) {}

  private record FollowUps(List<FollowUp> tasks) {}

  CustomerWorkEndpoints(CustomerWork work, Accounts accounts, Aside reads) {
    this.work = work;
    this.accounts = accounts;
    this.reads = reads;
  }

  CompletionStage<Answer> cases(Question question) {
    return of(question, id -> new Answer.Body(new Cases(work.cases(question.user().tenant(), id))));
  }

  CompletionStage<Answer> open(Question question) {
    Fields fields = question.fields();
    RecordFields written = new RecordFields(fields);
    CustomerCase.Kind kind = fields.oneOf("kind", CustomerCase.Kind.class).orElseGet(() -> {
      if (fields.take("kind") == null) {
        fields.fault("kind", WrongField.Fault.MISSING);
      }
      return CustomerCase.Kind.ENQUIRY;
    });
    String title = fields.text("title", LONGEST_TITLE);
    String text = orEmpty(written.prose("text", LONGEST_TEXT));
    String owner = orEmpty(owner(question));
    Long dueAtMs = due(fields);
    Visitor.User user = question.user();
    CustomerCase.Opening opening = new CustomerCase.Opening(kind, title, text, owner, dueAtMs == null || dueAtMs == 0 ? null : dueAtMs);
    return of(question, id -> work.open(user.tenant(), id, opening, user.name())
        .map(made -> RecordVersion.answer(made, made.version())).orElseGet(() -> CustomerEndpoints.unknown(question)));
  }

  CompletionStage<Answer> move(Question question) {
    Fields fields = question.fields();
    CustomerCase.Move move = new CustomerCase.Move(
        fields.oneOf("kind", CustomerCase.Kind.class).orElse(null), fields.optionalText("title", LONGEST_TITLE).orElse(null),
        new RecordFields(fields).prose("text", LONGEST_TEXT), fields.oneOf("state", CustomerCase.State.class).orElse(null), owner(question),
        due(fields));
    OptionalInt version = RecordVersion.of(question);
    Visitor.User user = question.user();
    return CustomerEndpoints.numbered(question, reads, Trouble.UNKNOWN_CASE, id -> version.isEmpty()
        ? Problem.of(Trouble.NO_VERSION)
        : switch (work.move(user.tenant(), id, version.getAsInt(), move, user.name())) {
          case Written.Done<CustomerCase> done -> RecordVersion.answer(done.now(), done.now().version());
          case Written.Unknown<CustomerCase> unknown -> Problem.of(Trouble.UNKNOWN_CASE, question.name());
          case Written.Overtaken<CustomerCase> overtaken -> Problem.of(Trouble.RECORD_CHANGED, String.join(", ", overtaken.fields()));
        });
  }

  CompletionStage<Answer> followUps(Question question) {
    return of(question, id -> new Answer.Body(new FollowUps(work.followUps(question.user().tenant(), id))));
  }

  CompletionStage<Answer> promise(Question question) {
    String title = question.fields().text("title", LONGEST_TITLE);
    String owner = orEmpty(owner(question));
    Long dueAtMs = due(question.fields());
    Visitor.User user = question.user();
    return of(question, id -> work.promise(user.tenant(), id, title, owner, dueAtMs == null || dueAtMs == 0 ? null : dueAtMs, user.name())
        .<Answer>map(Answer.Body::new).orElseGet(() -> CustomerEndpoints.unknown(question)));
  }

  CompletionStage<Answer> done(Question question) {
    String note = orEmpty(new RecordFields(question.fields()).prose("note", LONGEST_NOTE));
    Visitor.User user = question.user();
    return CustomerEndpoints.numbered(question, reads, Trouble.UNKNOWN_FOLLOW_UP, id -> work.done(user.tenant(), id, note, user.name())
        .<Answer>map(Answer.Body::new).orElseGet(() -> Problem.of(Trouble.UNKNOWN_FOLLOW_UP, question.name())));
  }

  private CompletionStage<Answer> of(Question question, LongFunction<Answer> answer) {
    return CustomerEndpoints.numbered(question, reads, Trouble.UNKNOWN_CUSTOMER, answer);
  }

  /** A user of the tenant, or empty: nobody; null where it is left out. */
  private @Nullable String owner(Question question) {
    String owner = new RecordFields(question.fields()).textOrEmpty("owner", 64);
    if (owner != null && !owner.isEmpty() && accounts.role(question.user().tenant(), owner).isEmpty()) {
      question.fields().fault("owner", WrongField.Fault.NOT_A_USER);
    }
    return owner;
  }

  /** Milliseconds since the epoch; 0: without a time; null where it is left out. */
  private static @Nullable Long due(Fields fields) {
    return fields.take("due_at_ms") == null ? null : fields.whole("due_at_ms", 0, Long.MAX_VALUE / 2, OptionalLong.empty());
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
