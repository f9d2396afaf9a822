package io.switchboard.ivr.value;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/** What a variable of a flow holds. Files write the names in small letters. */
public enum Type {
  /** Any text; also digits that are no quantity, e.g. an account number, and days as ISO 8601 writes them. */
  TEXT(new Value.Text("")),
  /** A whole number of 64 bits. */
  INTEGER(new Value.Whole(0)),
  /** A decimal number, e.g. an amount of money. */
  NUMBER(new Value.Decimal(0)),
  /** True or false. */
  FLAG(new Value.Flag(false));

  /** Longer ones are no number that anybody means, and take their time to be read. */
  private static final int MOST_NUMBER_LENGTH = 100;

  private final Value empty;

  Type(Value empty) {
    this.empty = empty;
  }

  /** What a variable holds before anything was put into it: "", 0 or false. */
  public Value empty() {
    return empty;
  }

  /** As files name it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The type that files name so; empty where there is none. */
  public static Optional<Type> named(String word) {
    for (Type type : values()) {
      if (type.word().equals(word)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  /** Reads what {@link Value#text} wrote, or what a person would write; empty where it is nothing of this type. */
  public Optional<Value> read(String text) {
    try {
      return switch (this) {
        case TEXT -> Optional.of(new Value.Text(text));
        case INTEGER -> Optional.of(new Value.Whole(Long.parseLong(text.strip())));
        case NUMBER -> number(text.strip());
        case FLAG -> flag(text.strip());
      };
    } catch (NumberFormatException none) {
      return Optional.empty();
    }
  }

  private static Optional<Value> number(String text) {
    if (text.length() > MOST_NUMBER_LENGTH) {
      return Optional.empty();
    }
    double number = new BigDecimal(text).doubleValue();
    return Double.isFinite(number) ? Optional.of(new Value.Decimal(number)) : Optional.empty();
  }

  private static Optional<Value> flag(String text) {
    return switch (text) {
      case "true" -> Optional.of(new Value.Flag(true));
      case "false" -> Optional.of(new Value.Flag(false));
      default -> Optional.empty();
    };
  }
}
