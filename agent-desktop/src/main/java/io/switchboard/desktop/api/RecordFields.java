package io.switchboard.desktop.api;

import io.switchboard.core.id.Names;
import io.switchboard.desktop.api.WrongField.Fault;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes the fields of a record that people change: one that is left out stays as it is, one that is empty is taken away. */
final class RecordFields {
  private static final int MOST_TEXTS = 20;
  private static final int LONGEST_TEXT = 200;
  private static final int LONGEST_WORD = 64;

  private final Fields fields;

  RecordFields(Fields fields) {
    this.fields = fields;
  }

  /** Text that may also be empty, which takes away what was there; null where it is left out. */
  @Nullable String textOrEmpty(String field, int most) {
    return "".equals(fields.take(field)) ? "" : fields.optionalText(field, most).orElse(null);
  }

  /** One of these words, or empty; null where it is left out. */
  @Nullable String wordOrEmpty(String field, Set<String> words) {
    String word = textOrEmpty(field, LONGEST_WORD);
    if (word != null && !word.isEmpty() && !words.contains(word)) {
      fields.fault(field, Fault.NOT_ONE_OF);
    }
    return word;
  }

  /** Text of up to {@code most} characters, lines and all, or empty; null where it is left out. */
  @Nullable String prose(String field, int most) {
    Object value = fields.take(field);
    if (value == null) {
      return null;
    }
    if (!(value instanceof String text)) {
      fields.fault(field, Fault.NOT_TEXT);
      return null;
    }
    if (text.codePointCount(0, text.length()) > most) {
      fields.fault(field, Fault.TOO_LONG, most);
    } else if (Fields.CONTROL.matcher(text.replaceAll("\\R|\t", " ")).find()) {
      fields.fault(field, Fault.CONTROL_CHARACTER);
    }
    return text;
  }

  /** Text as {@link #prose}, which must be there. */
  String neededProse(String field, int most) {
    String text = prose(field, most);
    if (text == null || text.isBlank()) {
      fields.fault(field, fields.take(field) == null ? Fault.MISSING : Fault.EMPTY);
      return "";
    }
    return text;
  }

  /** Names with texts; null for a name, or an empty text, takes it away. Null where it is left out. */
  @Nullable Map<String, String> texts(String field) {
    Object value = fields.take(field);
    if (value == null) {
      return null;
    }
    Map<String, String> texts = new HashMap<>();
    if (value instanceof Map<?, ?> object && object.size() <= MOST_TEXTS) {
      object.forEach((name, text) -> {
        if (name instanceof String key && Names.valid(key) && (text == null || text.equals("") || Fields.fault(text, LONGEST_TEXT) == null)) {
          texts.put(key, text == null ? "" : text.toString());
        }
      });
      if (texts.size() == object.size()) {
        return texts;
      }
    }
    fields.fault(field, Fault.NOT_TEXTS);
    return null;
  }

  /** Texts; none where it is left out. */
  List<String> list(String field, int most) {
    Object value = fields.take(field);
    if (value == null) {
      return List.of();
    }
    if (value instanceof List<?> list && list.size() <= most && list.stream().allMatch(each -> each instanceof String text && Fields.fault(text, LONGEST_TEXT) == null)) {
      return list.stream().map(String.class::cast).toList();
    }
    fields.fault(field, Fault.NOT_A_LIST);
    return List.of();
  }

  /** True, false, or null where it is left out. */
  @Nullable Boolean flag(String field) {
    return fields.take(field) == null ? null : fields.bool(field);
  }
}
