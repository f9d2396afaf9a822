package io.switchboard.ivr.adapter.espeak;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * What kind of sound file something is, told by its first bytes: the name that people know it by, and
 * SoX's.
 *
 * @param extension by which SoX knows it; empty where we do not take this kind
 */
record SoundKind(String name, String extension) {

  /** Empty where it is no sound file that we know. */
  static Optional<SoundKind> of(byte[] content) {
    if (at(content, 0, "RIFF") && at(content, 8, "WAVE")) {
      return Optional.of(new SoundKind("WAV", "wav"));
    }
    if (at(content, 0, "fLaC")) {
      return Optional.of(new SoundKind("FLAC", "flac"));
    }
    if (at(content, 0, "OggS")) {
      return Optional.of(at(content, 28, "OpusHead") ? new SoundKind("OGG Opus", "opus") : new SoundKind("OGG", "ogg"));
    }
    if (at(content, 0, "ID3") || mpegFrame(content)) {
      return Optional.of(new SoundKind("MP3", "mp3"));
    }
    return notTaken(content).map(name -> new SoundKind(name, ""));
  }

  private static Optional<String> notTaken(byte[] content) {
    if (at(content, 4, "ftyp")) {
      return Optional.of("MPEG-4 (.m4a, .mp4)");
    }
    if (at(content, 0, "FORM") && at(content, 8, "AIF")) {
      return Optional.of("AIFF");
    }
    if (at(content, 0, "#!AMR")) {
      return Optional.of("AMR");
    }
    return at(content, 0, "0&\u00b2u\u008ef\u00cf\u0011") ? Optional.of("WMA") : Optional.empty();
  }

  /** A frame of MPEG audio, layer III: eleven bits of synchronisation, a version that exists, the layer, a rate that exists. */
  private static boolean mpegFrame(byte[] content) {
    return content.length > 3 && (content[0] & 0xFF) == 0xFF && (content[1] & 0xE0) == 0xE0 && (content[1] & 0x18) != 0x08
        && (content[1] & 0x06) == 0x02 && (content[2] & 0xF0) != 0xF0 && (content[2] & 0x0C) != 0x0C;
  }

  private static boolean at(byte[] content, int from, String mark) {
    byte[] bytes = mark.getBytes(StandardCharsets.ISO_8859_1);
    return content.length >= from + bytes.length && Arrays.equals(content, from, from + bytes.length, bytes, 0, bytes.length);
  }
}
