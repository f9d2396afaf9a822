package io.switchboard.ivr.adapter.yaml;

import static io.switchboard.ivr.adapter.yaml.StepReader.text;
import static io.switchboard.ivr.adapter.yaml.StepReader.words;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.ivr.verb.Answers;
import io.switchboard.ivr.verb.Ask;
import io.switchboard.ivr.verb.Choose;
import io.switchboard.ivr.verb.Knowledge;
import io.switchboard.ivr.verb.Note;
import io.switchboard.ivr.verb.Outcome;
import io.switchboard.ivr.verb.Saying;
import io.switchboard.ivr.verb.Show;
import io.switchboard.ivr.verb.Step;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the steps that only scripts have, which the schema found well-formed. */
final class PageReader {
  /** So large, a number is still exact in every browser. */
  private static final long MOST = 1_000_000_000_000_000L;
  private static final int MOST_CHARACTERS = 500;

  /** The thirtieth of February is the last day of that month. */
  private static final DateTimeFormatter DAYS = DateTimeFormatter.ISO_LOCAL_DATE.withResolverStyle(ResolverStyle.SMART);

  private PageReader() {}

  static Step read(String verb, JsonNode given) {
    return switch (verb) {
      case Ask.VERB -> new Ask(saying(given.get("text")), answers(given), given.path("optional").asBoolean(false), text(given, "into"), text(given, "next"));
      case Choose.VERB -> new Choose(saying(given.get("text")), choices(given.get("choices")), given.path("into").asText(""));
      case Note.VERB -> new Note(saying(given.get("text")), given.path("optional").asBoolean(false), text(given, "next"));
      case Knowledge.VERB -> new Knowledge(saying(given.get("text")), links(given.get("link")), text(given, "next"));
      case Show.VERB -> new Show(saying(given.get("text")), text(given, "next"));
      case Outcome.VERB -> new Outcome(text(given, "code"));
      default -> throw new IllegalArgumentException("the schema knows a verb that the program does not: " + verb);
    };
  }

  static Saying.Text saying(JsonNode texts) {
    return new Saying.Text(words(texts));
  }

  private static Answers answers(JsonNode given) {
    JsonNode least = given.path("least");
    JsonNode most = given.path("most");
    return switch (text(given, "type")) {
      case "text" -> new Answers.Text(least.asInt(1), most.asInt(MOST_CHARACTERS));
      case "integer" -> new Answers.Whole(least.asLong(-MOST), most.asLong(MOST));
      case "number" -> new Answers.Number(least.asDouble(-MOST), most.asDouble(MOST));
      case "date" -> new Answers.Day(day(given.path("earliest"), Answers.Day.FIRST), day(given.path("latest"), Answers.Day.LAST));
      case "flag" -> new Answers.Flag();
      default -> throw new IllegalArgumentException("the schema knows a type that the program does not: " + given);
    };
  }

  private static LocalDate day(JsonNode given, LocalDate otherwise) {
    return given.isTextual() ? LocalDate.parse(given.asText(), DAYS) : otherwise;
  }

  private static Map<String, Choose.Choice> choices(JsonNode given) {
    Map<String, Choose.Choice> choices = new LinkedHashMap<>();
    given.properties().forEach(each ->
        choices.put(each.getKey(), new Choose.Choice(saying(each.getValue().get("label")), text(each.getValue(), "then"))));
    return choices;
  }

  private static Map<String, String> links(JsonNode given) {
    return given.isTextual() ? Map.of(Knowledge.ANY, given.asText()) : words(given);
  }
}
