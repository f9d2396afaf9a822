package io.switchboard.ivr.prompt;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One prompt in one language.
 *
 * @param text what is said; {@code {name}} stands for an argument
 * @param recording a WAV file that is heard instead of the text
 */
public record Prompt(String language, String id, String text, Optional<Path> recording) {
  /** The argument that a flow can give: the caller's number, digit by digit. */
  public static final String NUMBER = "number";

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z][a-z0-9_]*)}");

  /** The names of the arguments that it needs, in order of the alphabet. */
  public Set<String> placeholders() {
    Set<String> names = new TreeSet<>();
    Matcher matcher = PLACEHOLDER.matcher(text);
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }

  /** What is said before, as, and after the number: each digit is a text of its own. */
  List<String> around(Map<String, String> arguments) {
    List<String> texts = new ArrayList<>();
    String[] parts = text.split("\\{" + NUMBER + "}", -1);
    for (int i = 0; i < parts.length; i++) {
      if (parts[i].codePoints().anyMatch(Character::isLetterOrDigit)) {
        texts.add(new Prompt(language, id, parts[i].strip(), recording).filled(arguments));
      }
      if (i + 1 < parts.length) {
        arguments.getOrDefault(NUMBER, "").chars().filter(Character::isDigit).forEach(digit -> texts.add(Character.toString(digit)));
      }
    }
    return texts;
  }

  /**
   * The text with its arguments in place.
   *
   * @throws IllegalArgumentException if an argument is missing
   */
  public String filled(Map<String, String> arguments) {
    return PLACEHOLDER.matcher(text).replaceAll(found -> Matcher.quoteReplacement(argument(found.group(1), arguments)));
  }

  private String argument(String name, Map<String, String> arguments) {
    String value = arguments.get(name);
    if (value == null) {
      throw new IllegalArgumentException("prompt " + language + "/" + id + " needs {" + name + "}, given were " + arguments.keySet());
    }
    return value;
  }
}
