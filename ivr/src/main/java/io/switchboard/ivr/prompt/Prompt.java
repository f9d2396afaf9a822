package io.switchboard.ivr.prompt;

import io.switchboard.ivr.prompt.reading.Slot;
import io.switchboard.ivr.prompt.reading.SpokenText;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One prompt in one language.
 *
 * @param text what is said, with places for values as {@link SpokenText} writes them
 * @param recording a sound file that is heard instead of the text
 */
public record Prompt(String language, String id, String text, Optional<Path> recording) {
  /** The argument that every flow gives: the caller's number. */
  public static final String NUMBER = "number";

  /** The places that values fill, in their order. */
  public List<Slot> slots() {
    return SpokenText.of(text).slots();
  }

  /** The names of the arguments that it needs, in order of the alphabet. */
  public Set<String> placeholders() {
    Set<String> names = new TreeSet<>();
    slots().forEach(slot -> names.addAll(slot.arguments()));
    return names;
  }
}
