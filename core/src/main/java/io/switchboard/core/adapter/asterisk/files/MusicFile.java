package io.switchboard.core.adapter.asterisk.files;

import java.nio.file.Path;
import java.util.Map;

/**
 * Music on hold: a class for each directory of files. A file in the caller's own encoding (.ulaw, .alaw, .g722) is played without
 * transcoding.
 */
final class MusicFile {
  private MusicFile() {}

  static String text(AsteriskSetup setup) {
    ConfText text = new ConfText("Music on hold.");
    for (Map.Entry<String, Path> each : setup.music().entrySet()) {
      if (!each.getKey().matches("[A-Za-z0-9_.-]{1,64}")) {
        throw new IllegalArgumentException("a music class is named by 1 to 64 of A-Z a-z 0-9 _ . -, not '" + each.getKey() + "'");
      }
      text.section(each.getKey()).set("mode", "files").set("directory", each.getValue().toAbsolutePath());
    }
    return text.toString();
  }
}
