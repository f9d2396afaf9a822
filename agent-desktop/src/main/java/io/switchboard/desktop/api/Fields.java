package io.switchboard.desktop.api;

import io.switchboard.core.id.Names;
import io.switchboard.core.signal.ConfigurationRequest.NewText;
import io.switchboard.desktop.api.WrongField.Fault;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes the fields of one request one by one and writes down what is wrong with each; whatever was not asked for is wrong too.
 * A wrong field reads as empty, so that the reader need not stop: {@link #wrong} is asked once, at the end.
 */
public final class Fields {
  static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u0085\\u2028\\u2029]");
  private static final int LONGEST_SHOWN = 64;
  private static final int MOST_LEVELS = 200;
  private static final Set<String> NEW_TEXT = Set.of("file", "text", "replaces");

  private final Map<String, ?> given;
  private final Set<String> asked = new HashSet<>();
  private final List<WrongField> wrong = new ArrayList<>();

  public Fields(Map<String, ?> given) {
    this.given = given;
  }

  /** Text of 1 to {@code most} characters without control characters. */
  String text(String field, int most) {
    return optionalText(field, most).orElseGet(() -> {
      if (given.get(field) == null) {
        fault(field, Fault.MISSING);
      }
      return "";
    });
  }

  /** What somebody answered, as he would write it, up to {@code most} characters, lines and all; empty where he leaves it out. */
  String answer(String field, int most) {
    Object value = take(field);
    String text = switch (value) {
      case null -> "";
      case String written -> written;
      case Boolean flag -> flag.toString();
      case Number number when Double.isFinite(number.doubleValue()) -> new BigDecimal(number.toString()).stripTrailingZeros().toPlainString();
      default -> {
        fault(field, Fault.NOT_AN_ANSWER);
        yield "";
      }
    };
    if (text.length() > most) {
      wrong.add(new WrongField(field, Fault.TOO_LONG, most));
    }
    return text;
  }

  Optional<String> optionalText(String field, int most) {
    Object value = take(field);
    if (value == null) {
      return Optional.empty();
    }
    Fault fault = fault(value, most);
    if (fault != null) {
      wrong.add(new WrongField(field, fault, most));
      return Optional.empty();
    }
    return Optional.of((String) value);
  }

  /** The name of a tenant, user or queue. */
  Optional<String> optionalName(String field) {
    Optional<String> name = optionalText(field, 64);
    if (name.isPresent() && !Names.valid(name.get())) {
      fault(field, Fault.NOT_A_NAME);
      return Optional.empty();
    }
    return name;
  }

  /** One of these words, written in lower case. */
  <E extends Enum<E>> Optional<E> oneOf(String field, Class<E> words) {
    Object value = take(field);
    if (value == null) {
      return Optional.empty();
    }
    for (E each : words.getEnumConstants()) {
      if (each.name().toLowerCase(Locale.ROOT).equals(value)) {
        return Optional.of(each);
      }
    }
    fault(field, Fault.NOT_ONE_OF);
    return Optional.empty();
  }

  String name(String field) {
    Optional<String> name = optionalName(field);
    if (given.get(field) == null) {
      fault(field, Fault.MISSING);
    }
    return name.orElse("");
  }

  boolean bool(String field) {
    Object value = take(field);
    if (value instanceof Boolean bool) {
      return bool;
    }
    fault(field, value == null ? Fault.MISSING : Fault.NOT_BOOLEAN);
    return false;
  }

  /** Of a body, where it may be left out. */
  boolean bool(String field, boolean otherwise) {
    if (given.get(field) == null) {
      asked.add(field);
      return otherwise;
    }
    return bool(field);
  }

  /** {@code true} or {@code false} in a query; false where it is not given. */
  boolean flag(String field) {
    Object value = take(field);
    if (value != null && !value.equals("true") && !value.equals("false")) {
      fault(field, Fault.NOT_BOOLEAN);
    }
    return "true".equals(value);
  }

  /** Names with levels from 1 to 10; null where it is written so. */
  @Nullable Map<String, Integer> levels(String field) {
    Object value = take(field);
    if (value == null) {
      if (!given.containsKey(field)) {
        fault(field, Fault.MISSING);
      }
      return null;
    }
    Map<String, Integer> levels = new HashMap<>();
    if (value instanceof Map<?, ?> object && object.size() <= MOST_LEVELS) {
      object.forEach((name, level) -> {
        if (name instanceof String text && level instanceof Integer number && number >= 1 && number <= 10) {
          levels.put(text, number);
        }
      });
      if (levels.size() == object.size()) {
        return levels;
      }
    }
    fault(field, Fault.NOT_LEVELS);
    return null;
  }

  /** Texts for 1 to {@code most} files, each file once. */
  List<NewText> texts(String field, int most) {
    Map<String, NewText> texts = new LinkedHashMap<>();
    if (take(field) instanceof List<?> list && list.size() <= most) {
      for (Object each : list) {
        if (each instanceof Map<?, ?> object && NEW_TEXT.containsAll(object.keySet())
            && object.get("file") instanceof String file && object.get("text") instanceof String text
            && (object.get("replaces") == null || object.get("replaces") instanceof String)) {
          texts.put(file, new NewText(file, text, object.get("replaces") instanceof String version ? version : ""));
        }
      }
      if (!texts.isEmpty() && texts.size() == list.size()) {
        return List.copyOf(texts.values());
      }
    }
    fault(field, Fault.NOT_FILES);
    return List.of();
  }

  /** A whole number of a body; with {@code otherwise} it may be left out. */
  long whole(String field, long least, long most, OptionalLong otherwise) {
    Object value = take(field);
    if (value == null && otherwise.isPresent()) {
      return otherwise.getAsLong();
    }
    if ((value instanceof Integer || value instanceof Long) && ((Number) value).longValue() >= least && ((Number) value).longValue() <= most) {
      return ((Number) value).longValue();
    }
    fault(field, value == null ? Fault.MISSING : Fault.NOT_A_NUMBER);
    return least;
  }

  /** A whole number of a query. */
  long number(String field, long least, long most, long otherwise) {
    Object value = take(field);
    if (value == null) {
      return otherwise;
    }
    if (value instanceof String text && text.matches("[0-9]{1,18}")) {
      long number = Long.parseLong(text);
      if (number >= least && number <= most) {
        return number;
      }
    }
    fault(field, Fault.NOT_A_NUMBER);
    return otherwise;
  }

  /** All that there are, whatever they are called. */
  Map<String, ?> all() {
    asked.addAll(given.keySet());
    return Collections.unmodifiableMap(given);
  }

  /** Empty when all is right. */
  Optional<Problem> wrong() {
    given.keySet().stream().filter(field -> !asked.contains(field)).sorted().limit(20)
        .forEach(field -> fault(field.length() > LONGEST_SHOWN ? field.substring(0, LONGEST_SHOWN) + "…" : field, Fault.UNKNOWN));
    return wrong.isEmpty() ? Optional.empty() : Optional.of(Problem.fields(wrong));
  }

  @Nullable Object take(String field) {
    asked.add(field);
    return given.get(field);
  }

  void fault(String field, Fault fault) {
    fault(field, fault, 0);
  }

  void fault(String field, Fault fault, int most) {
    wrong.add(new WrongField(field, fault, most));
  }

  /** What is wrong with it as a text on one line, or null. */
  static @Nullable Fault fault(Object value, int most) {
    if (!(value instanceof String text)) {
      return Fault.NOT_TEXT;
    }
    if (text.isEmpty()) {
      return Fault.EMPTY;
    }
    if (text.codePointCount(0, text.length()) > most) {
      return Fault.TOO_LONG;
    }
    return CONTROL.matcher(text).find() ? Fault.CONTROL_CHARACTER : null;
  }
}
