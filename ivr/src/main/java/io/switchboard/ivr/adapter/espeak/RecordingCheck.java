package io.switchboard.ivr.adapter.espeak;

import io.switchboard.core.signal.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether a file is a recording that callers can listen to, whatever its name: WAV of any kind, and MP3, FLAC, OGG where the machine's SoX
 * reads them; 0.2 s to 5 min long, at least 8 kHz, neither silent nor clipped throughout.
 */
public final class RecordingCheck {
  /** Five minutes of 48 kHz, 24 bit, stereo are 86 MB. */
  public static final int MOST_BYTES = 100_000_000;

  private static final double LEAST_S = 0.2;
  private static final double MOST_S = 300;
  /** Quieter than the noise of most rooms, beside a voice at -20 dB. */
  private static final double SILENT_DB = -40;
  /** Clipped: so near to full scale, and so much of it cut off flat. Speech without fault has less than a thousandth there. */
  private static final double CLIPPED_DB = -3;
  private static final double CLIPPED_SHARE = 0.1;

  private static final Words RIGHT = new Words(
      "a recording of 0.2 s to 5 min as WAV (or MP3, FLAC, OGG), of at least 8 kHz, e.g. WAV of 16 kHz, mono, 16 bit",
      "时长 0.2 秒至 5 分钟、采样率不低于 8 kHz 的 WAV（或 MP3、FLAC、OGG）录音，例如 16 kHz 单声道 16 位的 WAV");

  /** What came of the check. */
  public sealed interface Result {}

  /**
   * It can be heard.
   *
   * @param wav the whole of it as callers will hear it: WAV of 8 kHz, mono, 16 bit
   */
  public record Good(byte[] wav) implements Result {}

  /** It cannot be heard; both begin in small letters and end without a full stop. */
  public record Bad(Words wrong, Words right) implements Result {}

  private RecordingCheck() {}

  /**
   * Checks the content of a file and converts it. Blocks until then, for a long recording some seconds.
   *
   * @throws IOException if this machine cannot check, e.g. for it has no SoX; nothing is said of the content then
   */
  public static Result check(byte[] content) throws IOException {
    Optional<SoundKind> kind = SoundKind.of(content);
    if (content.length == 0) {
      return bad("the file is empty", "文件为空");
    }
    if (content.length > MOST_BYTES) {
      return bad("the file is larger than 100 MB", "文件大于 100 MB");
    }
    if (kind.isEmpty()) {
      return bad("the file is no sound file, whatever its name says", "文件内容不是音频（与文件名无关）");
    }
    if (kind.get().extension().isEmpty()) {
      return bad("the file is " + kind.get().name() + ", which cannot be read", "文件是 " + kind.get().name() + "，无法读取");
    }
    Commands.run(List.of("sox", "--version"), ""); // its absence is no fault of the file
    Path workplace = Files.createTempDirectory("recording-");
    try {
      return measured(content, kind.get(), workplace);
    } finally {
      SoundFiles.remove(workplace);
    }
  }

  private static Result measured(byte[] content, SoundKind kind, Path workplace) throws IOException {
    Path raw = Files.write(workplace.resolve("raw." + kind.extension()), content);
    SoundFigures figures;
    try {
      figures = SoundFigures.of(raw, MOST_S + 1);
    } catch (IOException unreadable) {
      return unreadable(kind, String.valueOf(unreadable.getMessage()));
    }
    Optional<Bad> bad = heard(figures);
    if (bad.isPresent()) {
      return bad.get();
    }
    Path wav = workplace.resolve("telephone.wav");
    Telephone.convert(raw, wav);
    return new Good(Files.readAllBytes(wav));
  }

  private static Bad unreadable(SoundKind kind, String words) {
    if (words.contains("no handler for")) {
      return new Bad(
          new Words("the file is " + kind.name() + ", which SoX on this machine cannot read", "文件是 " + kind.name() + "，本机的 SoX 无法读取"),
          new Words("a WAV, or the Debian package libsox-fmt-all on this machine", "WAV 文件，或在本机安装 Debian 软件包 libsox-fmt-all"));
    }
    String reason = words.substring(words.lastIndexOf("': ") + 1).replaceFirst("^: ", ""); // behind the name of our file
    return bad("the file is " + kind.name() + " but damaged, SoX says: " + reason, "文件是 " + kind.name() + "，但已损坏，SoX 提示：" + reason);
  }

  private static Optional<Bad> heard(SoundFigures figures) {
    if (figures.rate() < Telephone.RATE) {
      return Optional.of(bad("it has only " + figures.rate() + " samples a second", "采样率只有 " + figures.rate() + " Hz"));
    }
    if (figures.seconds() < LEAST_S) {
      return Optional.of(bad("it lasts only " + shown(figures.seconds()) + " s", "时长只有 " + shown(figures.seconds()) + " 秒"));
    }
    if (figures.seconds() > MOST_S) {
      return Optional.of(bad("it lasts longer than 5 min", "时长超过 5 分钟"));
    }
    if (figures.peakDb() < SILENT_DB) {
      return Optional.of(bad("it is silent", "录音没有声音"));
    }
    if (figures.peakDb() > CLIPPED_DB && figures.atPeak() > CLIPPED_SHARE) {
      String share = Math.round(figures.atPeak() * 100) + " %";
      return Optional.of(bad("it is clipped throughout: " + share + " of it is cut off, it was recorded too loud",
          "录音严重削波失真：" + share + " 的采样被截断，录音音量过大"));
    }
    return Optional.empty();
  }

  private static String shown(double seconds) {
    return String.format(Locale.ROOT, "%.2f", seconds);
  }

  private static Bad bad(String english, String chinese) {
    return new Bad(new Words(english, chinese), RIGHT);
  }
}
