package io.switchboard.desktop.api;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The version of a record, as {@code If-Match} names it and {@code ETag} tells it. */
final class RecordVersion {
  private static final Pattern ETAG = Pattern.compile("\\s*\"?([1-9][0-9]{0,8})\"?\\s*");

  private RecordVersion() {}

  /** Empty where none is named. Any version ({@code *}) is none: it would overwrite what one has not read. */
  static OptionalInt of(Question question) {
    Matcher etag = ETAG.matcher(question.condition().ifMatch());
    return etag.matches() ? OptionalInt.of(Integer.parseInt(etag.group(1))) : OptionalInt.empty();
  }

  static Answer answer(Object record, int version) {
    return new Answer.Versioned(new Answer.Body(record), Integer.toString(version));
  }
}
