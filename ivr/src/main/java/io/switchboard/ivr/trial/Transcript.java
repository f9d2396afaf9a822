package io.switchboard.ivr.trial;

import io.switchboard.ivr.prompt.Prompt;
import io.switchboard.ivr.prompt.PromptBook;
import io.switchboard.ivr.prompt.reading.Readings;
import io.switchboard.ivr.prompt.reading.Slot;
import io.switchboard.ivr.prompt.reading.Spoken;
import io.switchboard.ivr.prompt.reading.SpokenText;
import io.switchboard.ivr.run.RunEffect;
import io.switchboard.ivr.verb.Saying;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What was said, in words. */
public final class Transcript {
  private final PromptBook book;

  public Transcript(PromptBook book) {
    this.book = book;
  }

  /** A piece of what was said: the prompt's id, empty for a text that stands in the flow, and its words with all values in place. */
  public record Heard(String prompt, String words) {}

  /** {@code given}: values that every flow knows. */
  public List<Heard> of(RunEffect.Play play, Map<String, String> given) {
    return play.sayings().stream().map(saying -> heard(saying, play, given)).toList();
  }

  private Heard heard(Saying saying, RunEffect.Play play, Map<String, String> given) {
    return switch (saying) {
      case Saying.Prompt prompt -> {
        String language = prompt.language().isEmpty() ? play.language() : prompt.language();
        String text = book.find(language, prompt.id()).map(Prompt::text).orElse("");
        yield new Heard(prompt.id(), words(language, text, play, given));
      }
      case Saying.Text text ->
          new Heard("", words(play.language(), text.byLanguage().getOrDefault(play.language(), ""), play, given));
    };
  }

  private static String words(String language, String text, RunEffect.Play play, Map<String, String> given) {
    return SpokenText.of(text).parts().stream().map(part -> switch (part) {
      case SpokenText.Fixed fixed -> fixed.text();
      case SpokenText.Place place -> value(language, place.slot(), play, given);
    }).collect(Collectors.joining());
  }

  private static String value(String language, Slot slot, RunEffect.Play play, Map<String, String> given) {
    String value = of(slot.name(), play, given);
    String currency = slot.currencyFrom().isEmpty() ? slot.currency() : of(slot.currencyFrom(), play, given);
    return switch (Readings.read(language, slot.reading(), value, currency)) {
      case Spoken.Phrase phrase -> phrase.words();
      case Spoken.Signs signs -> String.join(" ", signs.each());
      case Spoken.Unreadable unreadable -> value;
    };
  }

  private static String of(String name, RunEffect.Play play, Map<String, String> given) {
    return play.values().getOrDefault(name, given.getOrDefault(name, ""));
  }
}
