package io.switchboard.app.configuration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills in what does not belong in a file that many may read: {@code ${env:NAME}} and {@code ${env:NAME:-otherwise}} anywhere in a value,
 * and {@code file:path} (from the configuration directory) as a whole value.
 */
final class Placeholders {
  private static final Pattern ENV = Pattern.compile("\\$\\{env:([A-Za-z_][A-Za-z0-9_]*)(?::-([^}]*))?}");
  private static final String FILE = "file:";
  private static final long MAX_FILE_BYTES = 64 * 1024;

  private final Path directory;
  private final Environment environment;

  /**
   * A value after filling.
   *
   * @param fromOutside whether its text is not in the file and must not be shown
   * @param wrong empty, or what is wrong
   */
  record Filled(String text, boolean fromOutside, String wrong, String right) {}

  Placeholders(Path directory, Environment environment) {
    this.directory = directory;
    this.environment = environment;
  }

  Filled fill(String written) {
    if (written.startsWith(FILE)) {
      return fromFile(written.substring(FILE.length()));
    }
    return written.contains("${") ? fromEnvironment(written) : new Filled(written, false, "", "");
  }

  private Filled fromEnvironment(String written) {
    StringBuilder text = new StringBuilder();
    Matcher matcher = ENV.matcher(written);
    while (matcher.find()) {
      String value = environment.get(matcher.group(1));
      String filled = value == null || value.isEmpty() ? matcher.group(2) : value;
      if (filled == null) {
        return new Filled("", true, "the environment variable " + matcher.group(1) + " is not set", "set it before the start");
      }
      matcher.appendReplacement(text, Matcher.quoteReplacement(filled));
    }
    matcher.appendTail(text);
    return written.replaceAll(ENV.pattern(), "").contains("${")
        ? new Filled("", false, "'" + written + "' has a placeholder that is not known", "write ${env:NAME} or ${env:NAME:-otherwise}")
        : new Filled(text.toString(), true, "", "");
  }

  private Filled fromFile(String name) {
    Path file = directory.resolve(name);
    try {
      if (Files.size(file) > MAX_FILE_BYTES) {
        return new Filled("", true, "the file " + file + " is larger than 64 KB", "put nothing but the value into it");
      }
      return new Filled(Files.readString(file).strip(), true, "", "");
    } catch (IOException unreadable) {
      return new Filled("", true, "the file " + file + " cannot be read", "create it, readable by this user, with the value in it");
    }
  }
}
