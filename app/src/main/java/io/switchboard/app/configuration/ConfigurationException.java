package io.switchboard.app.configuration;

import java.util.List;
import java.util.stream.Collectors;

/** The configuration cannot be used. Its message has one line for each wrong setting. */
public final class ConfigurationException extends Exception {
  private static final long serialVersionUID = 1;

  private final transient List<Wrong> wrongs;

  public ConfigurationException(List<Wrong> wrongs) {
    super(wrongs.stream().map(Wrong::toString).collect(Collectors.joining("\n")));
    this.wrongs = List.copyOf(wrongs);
  }

  /** In the order of files and lines. */
  public List<Wrong> wrongs() {
    return wrongs;
  }
}
