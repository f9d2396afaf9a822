package io.switchboard.ivr.value;

import java.math.BigDecimal;

/** What a flow remembers of its caller under one name. Never a secret: those are {@link Secret}s. */
public sealed interface Value {

  Type type();

  /** As facts and prompts write it, readable again by {@link Type#read}; a decimal number without exponent and without needless zeros. */
  String text();

  /** See {@link Type#TEXT}. */
  record Text(String text) implements Value {
    @Override
    public Type type() {
      return Type.TEXT;
    }
  }

  /** See {@link Type#INTEGER}. */
  record Whole(long number) implements Value {
    @Override
    public Type type() {
      return Type.INTEGER;
    }

    @Override
    public String text() {
      return Long.toString(number);
    }
  }

  /**
   * See {@link Type#NUMBER}: what an IEEE 754 double holds, exact for amounts up to 15 digits.
   *
   * @throws IllegalArgumentException for what is no number, e.g. 0/0, and for infinity
   */
  record Decimal(double number) implements Value {
    public Decimal {
      if (!Double.isFinite(number)) {
        throw new IllegalArgumentException(number + " is no number");
      }
    }

    @Override
    public Type type() {
      return Type.NUMBER;
    }

    @Override
    public String text() {
      BigDecimal exact = BigDecimal.valueOf(number).stripTrailingZeros();
      return exact.signum() == 0 ? "0" : exact.toPlainString();
    }
  }

  /** See {@link Type#FLAG}. */
  record Flag(boolean set) implements Value {
    @Override
    public Type type() {
      return Type.FLAG;
    }

    @Override
    public String text() {
      return Boolean.toString(set);
    }
  }
}
