package io.switchboard.ivr.verb;

import java.util.List;
import java.util.Map;

/**
 * {@code knowledge}: an article that helps here.
 *
 * @param text its title
 * @param links language → address; under "" for every language
 */
public record Knowledge(Saying.Text text, Map<String, String> links, String next) implements Page {
  public static final String VERB = "knowledge";
  /** The one address of all languages. */
  public static final String ANY = "";

  public Knowledge {
    links = Map.copyOf(links);
  }

  /** Its address for a reader of this language. */
  public String link(String language) {
    return links.getOrDefault(language, links.getOrDefault(ANY, ""));
  }

  @Override
  public String verb() {
    return VERB;
  }

  @Override
  public List<Branch> branches() {
    return List.of(Branch.on("/knowledge/next", next));
  }
}
