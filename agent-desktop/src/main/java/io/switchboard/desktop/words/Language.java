package io.switchboard.desktop.words;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A language in which the API speaks to people. */
public enum Language {
  ENGLISH("en"),
  CHINESE("zh");

  private static final int LONGEST_HEADER = 500;

  private final String tag;

  Language(String tag) {
    this.tag = tag;
  }

  /** As in Content-Language: {@code en} or {@code zh}. */
  public String tag() {
    return tag;
  }

  /** The one that an Accept-Language header (RFC 9110 §12.5.4) prefers; English where it names neither. */
  public static Language preferred(@Nullable String header) {
    Language best = ENGLISH;
    double bestQuality = 0;
    if (header == null || header.length() > LONGEST_HEADER) {
      return best;
    }
    for (String range : header.toLowerCase(Locale.ROOT).split(",")) {
      String[] parts = range.trim().split("\\s*;\\s*q=");
      double quality = parts.length < 2 ? 1 : quality(parts[1]);
      for (Language language : values()) {
        if (quality > bestQuality && (parts[0].equals(language.tag) || parts[0].startsWith(language.tag + "-"))) {
          best = language;
          bestQuality = quality;
        }
      }
    }
    return best;
  }

  private static double quality(String text) {
    return text.matches("[01](\\.[0-9]{0,3})?") ? Double.parseDouble(text) : 0;
  }
}
