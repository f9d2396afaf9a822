package io.switchboard.core.customer;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A change to some fields of a customer; null leaves a field as it is. In the maps, an empty value takes the key out. */
public record Edit(
    @Nullable String name, @Nullable String company, @Nullable String language, @Nullable String valueClass, @Nullable String notes,
    @Nullable Map<String, String> preferences, @Nullable Map<String, String> consent, @Nullable Boolean doNotCall) {
  /** Changes nothing. */
  public static final Edit NONE = new Edit(null, null, null, null, null, null, null, null);

  public Details of(Details old) {
    return new Details(
        or(name, old.name()), or(company, old.company()), or(language, old.language()), or(valueClass, old.valueClass()), or(notes, old.notes()),
        merged(old.preferences(), preferences), merged(old.consent(), consent), or(doNotCall, old.doNotCall()));
  }

  private static <T> T or(@Nullable T fresh, T old) {
    return fresh == null ? old : fresh;
  }

  private static Map<String, String> merged(Map<String, String> old, @Nullable Map<String, String> changed) {
    Map<String, String> merged = new HashMap<>(old);
    if (changed != null) {
      merged.putAll(changed);
      merged.values().removeIf(String::isEmpty);
    }
    return merged;
  }

  /** Names of the fields that differ, as the API writes them. */
  public static Set<String> differing(Details before, Details after) {
    Set<String> fields = new LinkedHashSet<>();
    differs(fields, "name", before.name(), after.name());
    differs(fields, "company", before.company(), after.company());
    differs(fields, "language", before.language(), after.language());
    differs(fields, "value_class", before.valueClass(), after.valueClass());
    differs(fields, "notes", before.notes(), after.notes());
    differs(fields, "preferences", before.preferences(), after.preferences());
    differs(fields, "consent", before.consent(), after.consent());
    differs(fields, "do_not_call", before.doNotCall(), after.doNotCall());
    return fields;
  }

  private static void differs(Set<String> fields, String field, Object before, Object after) {
    if (!before.equals(after)) {
      fields.add(field);
    }
  }
}
