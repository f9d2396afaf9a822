package io.switchboard.ivr.lookup;

import io.switchboard.ivr.value.Value;
import java.util.Map;

/** What came of a lookup. */
public sealed interface Found {

  /** Exactly what the lookup {@code gives}, each of its type; of several rows the first. */
  record Row(Map<String, Value> values) implements Found {
    public Row {
      values = Map.copyOf(values);
    }
  }

  /** The source answered that there is nothing: no row, or HTTP 404. */
  record Nothing() implements Found {}

  /** The source did not answer in time, or with an error, or with what cannot be understood. {@code why}: for the administrator; holds no parameter. */
  record Failed(String why) implements Found {}
}
