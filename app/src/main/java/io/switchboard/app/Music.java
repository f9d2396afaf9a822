package io.switchboard.app;

import io.switchboard.core.adapter.asterisk.Comfort;
import io.switchboard.ivr.adapter.espeak.ComfortSound;
import io.switchboard.ivr.adapter.espeak.HoldMusic;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What Asterisk plays by itself, each in a directory of its own: the music to wait by, and the sound of a line that is alive. */
public final class Music {
  private Music() {}

  /** The directory of each music class. */
  public static Map<String, Path> classes(Path sounds) {
    Map<String, Path> classes = new LinkedHashMap<>();
    classes.put("default", waiting(sounds));
    Comfort.CLASSES.forEach(name -> classes.put(name, comfort(sounds)));
    return classes;
  }

  /** Where the music lies that is played to the waiting. */
  public static Path waiting(Path sounds) {
    return sounds.resolve("music");
  }

  /** Where the soft sound lies that a caller in a flow hears now and then while nothing is said to him. */
  public static Path comfort(Path sounds) {
    return sounds.resolve("comfort");
  }

  /**
   * Makes what is missing. Blocks for some seconds the first time.
   *
   * @throws IOException if SoX is missing or fails, or the directories cannot be written
   */
  public static void renderInto(Path sounds) throws IOException {
    HoldMusic.renderInto(waiting(sounds));
    ComfortSound.renderInto(comfort(sounds));
  }
}
