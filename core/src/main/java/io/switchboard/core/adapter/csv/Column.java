package io.switchboard.core.adapter.csv;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The columns of a file of customers, in the order in which they are written. */
enum Column {
  NAME,
  /** Several apart by {@code |} or {@code ;}. */
  NUMBERS,
  COMPANY,
  LANGUAGE,
  VALUE_CLASS,
  NOTES,
  /** {@code name=text}, several apart by {@code |}. */
  PREFERENCES,
  CONSENT,
  DO_NOT_CALL;

  String heading() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** As people write them: {@code Value class} is {@code value_class}, {@code number} the one of several. */
  static String heading(String written) {
    String heading = written.strip().toLowerCase(Locale.ROOT).replaceAll("[ -]+", "_");
    return heading.equals("number") ? NUMBERS.heading() : heading;
  }

  static boolean known(String heading) {
    return all().contains(heading);
  }

  static List<String> all() {
    return Arrays.stream(values()).map(Column::heading).toList();
  }

  static String names() {
    return String.join(", ", all());
  }
}
