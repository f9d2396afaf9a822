package io.switchboard.ivr.lookup;

import io.switchboard.ivr.value.Type;
import java.util.Map;
import java.util.Set;

/**
 * Something that a data source can be asked, or told.
 *
 * @param name as flows name it
 * @param takes parameter → its type
 * @param secrets the parameters that are digits which nobody else may see; they are in {@code takes} too, as text
 * @param gives what it finds, name → type
 * @param limitMs after which the answer is not waited for any longer, in milliseconds
 */
public record Lookup(String name, Map<String, Type> takes, Set<String> secrets, Map<String, Type> gives, long limitMs) {
  public Lookup {
    takes = Map.copyOf(takes);
    secrets = Set.copyOf(secrets);
    gives = Map.copyOf(gives);
  }
}
