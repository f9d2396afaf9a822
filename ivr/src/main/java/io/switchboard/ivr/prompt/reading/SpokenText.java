package io.switchboard.ivr.prompt.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A text with places that values fill: {@code {name}} is read as text, {@code {name:digits}} digit by digit, {@code {name:money:EUR}} as
 * money of that currency and {@code {name:money:currency}} as money of the currency that the argument {@code currency} names.
 *
 * @param parts in their order; a place that is not well written stands among the fixed ones
 * @param faults everything that is not well written
 */
public record SpokenText(List<Part> parts, List<Fault> faults) {
  private static final Pattern BRACES = Pattern.compile("\\{([^{}]*)}");
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");
  private static final Pattern CODE = Pattern.compile("[A-Z]{3}");

  /** A part of the text. */
  public sealed interface Part {}

  /** The same for every caller. */
  public record Fixed(String text) implements Part {}

  public record Place(Slot slot) implements Part {}

  /** Something that is not well written; both sentences begin in small letters and end without a full stop. */
  public record Fault(String wrong, String right) {}

  public static SpokenText of(String text) {
    List<Part> parts = new ArrayList<>();
    List<Fault> faults = new ArrayList<>();
    Matcher braces = BRACES.matcher(text);
    int from = 0;
    while (braces.find()) {
      int faultsBefore = faults.size();
      Optional<Slot> slot = slot(braces.group(1), faults);
      if (slot.isPresent() && faults.size() == faultsBefore) {
        fixed(text.substring(from, braces.start()), parts, faults);
        parts.add(new Place(slot.get()));
        from = braces.end();
      }
    }
    fixed(text.substring(from), parts, faults);
    return new SpokenText(List.copyOf(parts), List.copyOf(faults));
  }

  /** The places in their order; one that stands twice is there twice. */
  public List<Slot> slots() {
    return parts.stream().filter(Place.class::isInstance).map(part -> ((Place) part).slot()).toList();
  }

  private static void fixed(String text, List<Part> parts, List<Fault> faults) {
    if (!text.isEmpty()) {
      parts.add(new Fixed(text));
    }
    String outside = BRACES.matcher(text).replaceAll("");
    if (outside.contains("{") || outside.contains("}")) {
      faults.add(new Fault("a brace stands alone", "{ and } only around a name, e.g. {name}"));
    }
  }

  private static Optional<Slot> slot(String written, List<Fault> faults) {
    String[] words = written.split(":", -1);
    String name = words[0];
    if (!NAME.matcher(name).matches()) {
      faults.add(new Fault("{" + written + "} names no argument", "a name of a-z 0-9 _ that begins with a letter, e.g. {name}"));
      return Optional.empty();
    }
    if (words.length == 1) {
      return Optional.of(Slot.of(name, Reading.TEXT));
    }
    Optional<Reading> reading = Reading.named(words[1]);
    if (reading.isEmpty()) {
      faults.add(new Fault("{" + written + "} cannot be read as '" + words[1] + "'",
          "one of " + Arrays.stream(Reading.values()).map(Reading::word).collect(Collectors.joining(", ")) + " behind the colon"));
      return Optional.empty();
    }
    if (reading.get() == Reading.MONEY) {
      return money(written, words, faults);
    }
    if (words.length > 2) {
      faults.add(new Fault("{" + written + "} says more than '" + words[1] + "' takes", "{" + name + ":" + words[1] + "}"));
    }
    return Optional.of(Slot.of(name, reading.get()));
  }

  private static Optional<Slot> money(String written, String[] words, List<Fault> faults) {
    String currency = words.length == 3 ? words[2] : "";
    if (CODE.matcher(currency).matches()) {
      if (!Currencies.known(currency)) {
        faults.add(new Fault("{" + written + "}: there is no currency '" + currency + "'", "a code of ISO 4217, e.g. EUR, USD, GBP or CNY"));
      }
      return Optional.of(new Slot(words[0], Reading.MONEY, currency, ""));
    }
    if (NAME.matcher(currency).matches()) {
      return Optional.of(new Slot(words[0], Reading.MONEY, "", currency));
    }
    faults.add(new Fault("{" + written + "} does not say of which currency", "{" + words[0] + ":money:EUR} or, where a variable has the code, {"
        + words[0] + ":money:currency}"));
    return Optional.empty();
  }
}
