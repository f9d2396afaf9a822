package io.switchboard.ivr.prompt.reading;

import java.util.Set;

/**
 * A place in a text that a value fills.
 *
 * @param name of the argument
 * @param currency ISO 4217 code of {@link Reading#MONEY}; empty for other readings, and where an argument has it
 * @param currencyFrom the argument that has the code; empty where none has
 */
public record Slot(String name, Reading reading, String currency, String currencyFrom) {
  static Slot of(String name, Reading reading) {
    return new Slot(name, reading, "", "");
  }

  /** Every argument that it needs. */
  public Set<String> arguments() {
    return currencyFrom.isEmpty() ? Set.of(name) : Set.of(name, currencyFrom);
  }

  /** As it is written between braces: {@code amount:money:EUR}. */
  @Override
  public String toString() {
    return name + (reading == Reading.TEXT ? "" : ":" + reading.word()) + (reading == Reading.MONEY ? ":" + currency + currencyFrom : "");
  }
}
