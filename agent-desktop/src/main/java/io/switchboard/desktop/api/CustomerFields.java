package io.switchboard.desktop.api;

import io.switchboard.core.customer.Customer;
import io.switchboard.core.customer.Details;
import io.switchboard.core.customer.Edit;
import io.switchboard.core.id.TenantId;
import io.switchboard.desktop.access.Visitor;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what somebody writes of a customer, and writes down what is wrong with it in the fields. */
final class CustomerFields {
  static final int LONGEST_NAME = 200;
  static final int LONGEST_NOTES = 4_000;
  static final Set<String> LANGUAGES = Set.of("en", "zh");

  private final Fields fields;
  private final RecordFields written;
  private final Clientele clientele;
  private final TenantId tenant;

  CustomerFields(Question question, Clientele clientele) {
    Visitor.User user = question.user();
    this.fields = question.fields();
    this.written = new RecordFields(fields);
    this.clientele = clientele;
    this.tenant = user.tenant();
  }

  /** Of a new one: his name is all that he must have. */
  Details details() {
    String name = fields.text("name", LONGEST_NAME);
    return edit(name).of(Details.named(name));
  }

  Edit edit() {
    return edit(fields.optionalText("name", LONGEST_NAME).orElse(null));
  }

  private Edit edit(@Nullable String name) {
    return new Edit(
        name, written.textOrEmpty("company", LONGEST_NAME), written.wordOrEmpty("language", LANGUAGES),
        written.wordOrEmpty("value_class", clientele.valueClasses().apply(tenant)), written.prose("notes", LONGEST_NOTES),
        written.texts("preferences"), written.texts("consent"), written.flag("do_not_call"));
  }

  /** {@code number}, {@code numbers} or both; each once. */
  List<String> numbers() {
    Set<String> numbers = new LinkedHashSet<>();
    number("number", false).ifPresent(numbers::add);
    for (String each : written.list("numbers", Customer.MOST_NUMBERS)) {
      String e164 = clientele.numbering().e164(tenant, each);
      if (e164.isEmpty()) {
        fields.fault("numbers", WrongField.Fault.NOT_A_TELEPHONE);
      } else {
        numbers.add(e164);
      }
    }
    return new ArrayList<>(numbers);
  }

  /** In E.164. */
  Optional<String> number(String field, boolean needed) {
    Optional<String> typed = needed ? Optional.of(fields.text(field, 40)).filter(text -> !text.isEmpty()) : fields.optionalText(field, 40);
    Optional<String> e164 = typed.map(text -> clientele.numbering().e164(tenant, text)).filter(text -> !text.isEmpty());
    if (typed.isPresent() && e164.isEmpty()) {
      fields.fault(field, WrongField.Fault.NOT_A_TELEPHONE);
    }
    return e164;
  }
}
