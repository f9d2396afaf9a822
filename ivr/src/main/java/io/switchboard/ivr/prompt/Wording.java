package io.switchboard.ivr.prompt;

import io.switchboard.ivr.prompt.reading.Reading;
import io.switchboard.ivr.prompt.reading.Readings;
import io.switchboard.ivr.prompt.reading.Slot;
import io.switchboard.ivr.prompt.reading.Spoken;
import io.switchboard.ivr.prompt.reading.SpokenText;
import io.switchboard.ivr.prompt.reading.SpokenText.Fixed;
import io.switchboard.ivr.prompt.reading.SpokenText.Part;
import io.switchboard.ivr.prompt.reading.SpokenText.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Divides what a prompt says into utterances. Where all its values are among the usual ones, which tell nothing of a caller, it is one
 * sentence; else each value is spoken by itself, digits one by one, between the parts that are the same for everybody.
 */
final class Wording {
  private static final Logger LOG = LoggerFactory.getLogger(Wording.class);

  /** Nobody listens to a longer value; it takes about 20 s. */
  private static final int LONGEST = 300;

  private final Map<String, Set<String>> usual;

  /** {@code usual}: argument → the values that it usually has. */
  Wording(Map<String, List<String>> usual) {
    this.usual = usual.entrySet().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> Set.copyOf(entry.getValue())));
  }

  /**
   * In their order; what has neither letter nor digit is left out.
   *
   * @throws IllegalArgumentException if an argument is missing
   */
  List<Utterance> utterances(Prompt prompt, Map<String, String> arguments) {
    SpokenText text = SpokenText.of(prompt.text());
    for (String name : prompt.placeholders()) {
      if (!arguments.containsKey(name)) {
        throw new IllegalArgumentException(
            "prompt " + prompt.language() + "/" + prompt.id() + " needs {" + name + "}, given were " + arguments.keySet());
      }
    }
    boolean whole = text.slots().stream().allMatch(slot -> isUsual(slot, arguments));
    return (whole ? List.of(sentence(prompt, text, arguments)) : piecemeal(prompt, text, arguments)).stream()
        .filter(utterance -> utterance.text().codePoints().anyMatch(Character::isLetterOrDigit))
        .toList();
  }

  /** All that can be spoken before anybody calls, each entry at once: the whole prompt for each usual value, or its fixed parts. */
  List<List<Utterance>> ahead(Prompt prompt) {
    Set<String> needed = prompt.placeholders();
    if (needed.isEmpty()) {
      return List.of(utterances(prompt, Map.of()));
    }
    String name = needed.iterator().next();
    if (needed.size() == 1 && usual.containsKey(name)) {
      return usual.getOrDefault(name, Set.of()).stream().map(value -> utterances(prompt, Map.of(name, value))).toList();
    }
    if (usual.keySet().containsAll(needed)) {
      return List.of(); // too many combinations: spoken at need
    }
    List<Utterance> fixed = new ArrayList<>();
    for (Part part : SpokenText.of(prompt.text()).parts()) {
      fixed.addAll(piece(prompt, part, Map.of()));
    }
    return List.of(fixed.stream().filter(utterance -> utterance.text().codePoints().anyMatch(Character::isLetterOrDigit)).toList());
  }

  private boolean isUsual(Slot slot, Map<String, String> arguments) {
    return slot.reading() != Reading.DIGITS
        && slot.arguments().stream().allMatch(name -> usual.getOrDefault(name, Set.of()).contains(arguments.getOrDefault(name, "")));
  }

  private static Utterance sentence(Prompt prompt, SpokenText text, Map<String, String> arguments) {
    return Utterance.kept(text.parts().stream()
        .map(part -> switch (part) {
          case Fixed fixed -> fixed.text();
          case Place place -> words(prompt, place.slot(), arguments).stream().map(Utterance::text).collect(Collectors.joining(" "));
        })
        .collect(Collectors.joining()).strip());
  }

  private static List<Utterance> piecemeal(Prompt prompt, SpokenText text, Map<String, String> arguments) {
    return text.parts().stream().flatMap(part -> piece(prompt, part, arguments).stream()).toList();
  }

  /** Of a place without its argument: what may be spoken ahead for it. */
  private static List<Utterance> piece(Prompt prompt, Part part, Map<String, String> arguments) {
    return switch (part) {
      case Fixed fixed -> List.of(Utterance.kept(fixed.text().strip().replaceFirst("^[\\s.,;:!?。，；：！？、]+", "")));
      case Place place when arguments.containsKey(place.slot().name()) -> words(prompt, place.slot(), arguments);
      case Place place -> place.slot().reading() == Reading.DIGITS ? tenDigits(prompt.language()) : List.of();
    };
  }

  private static List<Utterance> tenDigits(String language) {
    return IntStream.rangeClosed(0, 9).mapToObj(Integer::toString)
        .flatMap(digit -> spoken(Readings.read(language, Reading.DIGITS, digit, ""), digit).stream()).toList();
  }

  private static List<Utterance> words(Prompt prompt, Slot slot, Map<String, String> arguments) {
    String value = arguments.getOrDefault(slot.name(), "");
    String currency = slot.currencyFrom().isEmpty() ? slot.currency() : arguments.getOrDefault(slot.currencyFrom(), "");
    Spoken spoken = Readings.read(prompt.language(), slot.reading(), value, currency);
    if (spoken instanceof Spoken.Unreadable unreadable && !value.isBlank()) {
      LOG.warn("prompt {}/{}: {} is read as it stands, for {}", prompt.language(), prompt.id(), slot.name(), unreadable.why());
    }
    return spoken(spoken, value);
  }

  private static List<Utterance> spoken(Spoken spoken, String value) {
    return switch (spoken) {
      case Spoken.Phrase phrase -> List.of(passing(phrase.words()));
      case Spoken.Signs signs -> signs.each().stream().map(Utterance::kept).toList();
      case Spoken.Unreadable none -> List.of(passing(value));
    };
  }

  private static Utterance passing(String words) {
    String stripped = words.strip();
    return new Utterance(stripped.length() <= LONGEST ? stripped : stripped.substring(0, LONGEST), true);
  }
}
