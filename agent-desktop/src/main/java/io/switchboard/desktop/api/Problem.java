package io.switchboard.desktop.api;

import io.switchboard.core.signal.Words;
import io.switchboard.desktop.words.Language;
import java.util.List;

/**
 * What is wrong with a question; written as RFC 9457 problem details.
 *
 * @param about fills the sentence of the trouble; empty where it has no place for it
 * @param chinese the same for who reads Chinese
 * @param settings that are wrong: file, line, key, what is wrong and what would be right, a line each
 * @param retryMs when it makes sense to try again, 0 when it does not
 */
public record Problem(Trouble trouble, String about, String chinese, List<WrongField> fields, List<String> settings, long retryMs) implements Answer {
  private static final int LONGEST_SHOWN = 300;

  public static Problem of(Trouble trouble) {
    return of(trouble, "");
  }

  public static Problem of(Trouble trouble, String about) {
    return of(trouble, about, about);
  }

  public static Problem of(Trouble trouble, Words about) {
    return of(trouble, about.english(), about.chinese());
  }

  public static Problem of(Trouble trouble, String english, String chinese) {
    return new Problem(trouble, english, chinese, List.of(), List.of(), 0);
  }

  public static Problem retry(Trouble trouble, long retryMs) {
    return new Problem(trouble, Long.toString(seconds(retryMs)), Long.toString(seconds(retryMs)), List.of(), List.of(), retryMs);
  }

  static Problem fields(List<WrongField> fields) {
    return new Problem(Trouble.WRONG_FIELDS, "", "", List.copyOf(fields), List.of(), 0);
  }

  static Problem settings(List<String> settings) {
    return settings(Trouble.WRONG_SETTINGS, settings);
  }

  static Problem settings(Trouble trouble, List<String> settings) {
    return new Problem(trouble, "", "", List.of(), List.copyOf(settings), 0);
  }

  /** What came from outside is shown short and without control characters. */
  public String detail(Language language) {
    String whole = switch (language) {
      case ENGLISH -> about;
      case CHINESE -> chinese;
    };
    String shown = whole.length() > LONGEST_SHOWN ? whole.substring(0, LONGEST_SHOWN) + "…" : whole;
    return trouble.text(language).replace("%s", shown.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]", "?"));
  }

  /** For Retry-After: at least 1. */
  public long retrySeconds() {
    return seconds(retryMs);
  }

  private static long seconds(long ms) {
    return Math.max(1, (ms + 999) / 1000);
  }
}
