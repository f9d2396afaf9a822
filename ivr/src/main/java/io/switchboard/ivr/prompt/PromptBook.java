package io.switchboard.ivr.prompt;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Every prompt in every language.
 *
 * @param byLanguage language → id → prompt
 */
public record PromptBook(Map<String, Map<String, Prompt>> byLanguage) {
  public PromptBook {
    Map<String, Map<String, Prompt>> sorted = new TreeMap<>();
    byLanguage.forEach((language, prompts) -> sorted.put(language, java.util.Collections.unmodifiableMap(new TreeMap<>(prompts))));
    byLanguage = java.util.Collections.unmodifiableMap(sorted);
  }

  public Set<String> languages() {
    return byLanguage.keySet();
  }

  /** Every id that at least one language has. */
  public Set<String> ids() {
    Set<String> ids = new TreeSet<>();
    byLanguage.values().forEach(prompts -> ids.addAll(prompts.keySet()));
    return ids;
  }

  public Optional<Prompt> find(String language, String id) {
    return Optional.ofNullable(byLanguage.getOrDefault(language, Map.of()).get(id));
  }

  /** All, language by language. */
  public List<Prompt> all() {
    return byLanguage.values().stream().flatMap(prompts -> prompts.values().stream()).toList();
  }
}
