package io.switchboard.desktop.link;

/** What of a view changed: a section, or one row of a section. {@code row} empty: the section whole. */
public record Part(String section, String row) {
  public static Part of(String section) {
    return new Part(section, "");
  }
}
