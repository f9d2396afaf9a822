package io.switchboard.ivr.verb;

import io.switchboard.ivr.value.Type;
import io.switchboard.ivr.value.Value;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** What may be answered to a question of a script. Limits are inclusive. */
public sealed interface Answers {
  /** Of the variable that holds it. */
  Type type();

  /** As files name it. */
  String word();

  /** The answer; empty where this text is none. */
  Optional<Value> read(String text);

  /** One line of text, {@code least} to {@code most} characters. */
  record Text(int least, int most) implements Answers {
    @Override
    public Type type() {
      return Type.TEXT;
    }

    @Override
    public String word() {
      return "text";
    }

    @Override
    public Optional<Value> read(String text) {
      String line = text.strip();
      int length = line.codePointCount(0, line.length());
      boolean right = length >= least && length <= most && line.chars().noneMatch(Character::isISOControl);
      return right ? Optional.of(new Value.Text(line)) : Optional.empty();
    }
  }

  record Whole(long least, long most) implements Answers {
    @Override
    public Type type() {
      return Type.INTEGER;
    }

    @Override
    public String word() {
      return "integer";
    }

    @Override
    public Optional<Value> read(String text) {
      return Type.INTEGER.read(text).filter(value -> value instanceof Value.Whole whole && whole.number() >= least && whole.number() <= most);
    }
  }

  record Number(double least, double most) implements Answers {
    @Override
    public Type type() {
      return Type.NUMBER;
    }

    @Override
    public String word() {
      return "number";
    }

    @Override
    public Optional<Value> read(String text) {
      return Type.NUMBER.read(text)
          .filter(value -> value instanceof Value.Decimal decimal && decimal.number() >= least && decimal.number() <= most);
    }
  }

  /** A day of ISO 8601, e.g. 2026-11-23. */
  record Day(LocalDate least, LocalDate most) implements Answers {
    public static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    public static final LocalDate LAST = LocalDate.of(2199, 12, 31);

    @Override
    public Type type() {
      return Type.TEXT;
    }

    @Override
    public String word() {
      return "date";
    }

    @Override
    public Optional<Value> read(String text) {
      try {
        LocalDate day = LocalDate.parse(text.strip());
        return day.isBefore(least) || day.isAfter(most) ? Optional.empty() : Optional.of(new Value.Text(day.toString()));
      } catch (DateTimeException none) {
        return Optional.empty();
      }
    }
  }

  /** Yes or no: {@code true} or {@code false}. */
  record Flag() implements Answers {
    @Override
    public Type type() {
      return Type.FLAG;
    }

    @Override
    public String word() {
      return "flag";
    }

    @Override
    public Optional<Value> read(String text) {
      return Type.FLAG.read(text);
    }
  }
}
