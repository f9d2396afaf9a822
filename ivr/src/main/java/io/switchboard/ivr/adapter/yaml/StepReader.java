package io.switchboard.ivr.adapter.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.core.ending.Ending;
import io.switchboard.ivr.verb.Enqueue;
import io.switchboard.ivr.verb.Hangup;
import io.switchboard.ivr.verb.Language;
import io.switchboard.ivr.verb.Menu;
import io.switchboard.ivr.verb.OpeningHours;
import io.switchboard.ivr.verb.Play;
import io.switchboard.ivr.verb.Saying;
import io.switchboard.ivr.verb.Step;
import io.switchboard.ivr.verb.Wish;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads one step that the schema found well-formed. */
final class StepReader {
  private StepReader() {}

  static Step read(JsonNode step) {
    Map.Entry<String, JsonNode> only = step.properties().iterator().next();
    JsonNode given = only.getValue();
    return switch (only.getKey()) {
      case Play.VERB -> new Play(sayings(given.get("prompts")), text(given, "next"));
      case Menu.VERB -> menu(given);
      case Language.VERB -> new Language(text(given, "language"), text(given, "next"));
      case OpeningHours.VERB -> new OpeningHours(text(given, "hours"), text(given, "open"), text(given, "closed"));
      case Enqueue.VERB -> enqueue(given);
      case Hangup.VERB -> new Hangup(Ending.valueOf(text(given, "reason").toUpperCase(Locale.ROOT)));
      default -> throw new IllegalArgumentException("the schema knows a verb that the program does not: " + only.getKey());
    };
  }

  private static Menu menu(JsonNode given) {
    JsonNode noKey = given.get("no_key");
    String then = text(noKey, "then");
    return new Menu(
        sayings(given.get("prompts")),
        keys(given.get("keys")),
        retry(noKey, Menu.SAY_NO_KEY, then),
        retry(given.path("wrong_key"), Menu.SAY_WRONG_KEY, then),
        given.path("timeout_ms").asLong(Menu.TIMEOUT_MS));
  }

  private static SortedMap<Character, String> keys(JsonNode given) {
    SortedMap<Character, String> keys = new TreeMap<>();
    given.properties().forEach(entry -> keys.put(entry.getKey().charAt(0), entry.getValue().asText()));
    return Collections.unmodifiableSortedMap(keys);
  }

  private static SortedMap<String, String> texts(JsonNode given) {
    SortedMap<String, String> texts = new TreeMap<>();
    given.properties().forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
    return Collections.unmodifiableSortedMap(texts);
  }

  private static Menu.Retry retry(JsonNode given, String say, String then) {
    return new Menu.Retry(
        given.has("say") ? saying(given.get("say")) : Saying.of(say),
        given.path("repeats").asInt(Menu.REPEATS),
        given.path("then").asText(then));
  }

  private static Enqueue enqueue(JsonNode given) {
    Map<String, Integer> skills = new TreeMap<>();
    given.path("skills").properties().forEach(entry -> skills.put(entry.getKey(), entry.getValue().asInt()));
    return new Enqueue(
        text(given, "queue"),
        new Wish(
            given.path("priority").asInt(0), Map.copyOf(skills), given.path("value_class").asText(""),
            given.path("preferred_agent").asText(""), given.path("keep_wait").asBoolean(false)),
        text(given, "closed"),
        text(given, "emergency"),
        text(given, "no_agents"),
        text(given, "full"),
        given.path("left").asText(text(given, "emergency")),
        given.path("max_wait").asText(text(given, "no_agents")),
        texts(given.path("overflow")),
        keys(given.path("keys")));
  }

  private static List<Saying> sayings(JsonNode given) {
    List<Saying> all = new ArrayList<>();
    given.forEach(each -> all.add(saying(each)));
    return List.copyOf(all);
  }

  private static Saying saying(JsonNode given) {
    return given.isObject() ? new Saying(text(given, "prompt"), text(given, "language")) : Saying.of(given.asText());
  }

  private static String text(JsonNode given, String key) {
    return given.get(key).asText();
  }
}
