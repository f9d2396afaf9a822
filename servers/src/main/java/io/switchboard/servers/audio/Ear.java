package io.switchboard.servers.audio;

import io.switchboard.servers.ServerException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;

/**
 * Knows prompts and music by their files, and finds them in what a caller heard.
 *
 * <p>A prompt is found by its first quarter of a second (from its first audible sample on), where the normalised cross-correlation with what was
 * heard is {@value #LEAST_ALIKE} or more, and is then followed in steps of 10 ms until it is over or differs. Over G.711 a prompt is 0.99 like
 * itself, 0.96 with one packet lost. Among the prompts that come with the platform, in two languages by one voice each, the first quarter of a second
 * of one reaches {@value #LEAST_ALIKE} in another that does not begin with the same words in 4 of 15,000 pairs, and none of these can be followed for so
 * long. What begins alike is told apart where it parts. Where two explain the same stretch, the one that explains more of it was heard. What
 * was cut within its first quarter of a second is unknown.
 *
 * <p>Music may begin anywhere in its loop, so a quarter of a second of what is not explained yet is looked for in it.
 */
public final class Ear {
  static final double LEAST_ALIKE = 0.9;

  /** Two explanations may share the end of one sound and the beginning of the next. */
  private static final int MOST_SHARED = Recording.RATE / 20;
  /** Places of two sounds that are the same, and heard lengths that are. */
  private static final int SAME_PLACE = 8;
  private static final int SAME_LENGTH = 2 * Following.STEP;
  private static final long POLL_MS = 40;

  private record Known(Sound sound, Correlator.Template head) {}

  private final Map<String, Known> prompts = new LinkedHashMap<>();
  private final List<MusicLoop> music;

  /**
   * An ear that knows these sounds, each a WAV file of 8 kHz, one channel and 16 bits.
   *
   * @param prompts by any name
   * @param music which is played in a loop
   */
  public Ear(Map<String, Path> prompts, Map<String, Path> music) {
    this(
        prompts.entrySet().stream().map(each -> Sound.read(each.getKey(), each.getValue())).toList(),
        music.entrySet().stream().map(each -> Sound.read(each.getKey(), each.getValue())).toList());
  }

  Ear(List<Sound> prompts, List<Sound> music) {
    prompts.forEach(prompt -> this.prompts.put(prompt.name(), new Known(prompt, Correlator.Template.of(prompt.samples(), prompt.onset()))));
    this.music = MusicLoop.all(music);
  }

  /** What is heard in a recording. */
  public Heard of(Recording recording) {
    short[] heard = recording.pcm();
    List<Following> found = explanations(heard);
    Stretches stretches = new Stretches(recording, found);
    music.forEach(stretches::explain);
    return new Heard(told(recording, found), stretches.music(), stretches.silences(), stretches.unknown());
  }

  /**
   * When the first audible sample of a prompt was heard, if that was between these two times of the recording.
   *
   * @throws ServerException for a prompt that the ear does not know
   */
  public OptionalDouble begins(Recording recording, String prompt, double fromS, double toS) {
    Known known = known(prompt);
    int from = recording.sampleAt(fromS);
    int to = Math.min(recording.pcm().length, recording.sampleAt(toS) + Correlator.TEMPLATE);
    short[] window = Arrays.copyOfRange(recording.pcm(), from, Math.max(from, to));
    return new Correlator(window).places(known.head(), LEAST_ALIKE).stream()
        .filter(place -> Following.of(window, known.sound(), place - known.sound().onset()).lastsToBeKnown())
        .mapToDouble(place -> recording.heardS(from + place)).findFirst();
  }

  /**
   * Waits until the first audible sample of a prompt has been heard, and says when that was in the recording.
   *
   * @param fromS what was heard before that does not count
   * @throws ServerException when it is not heard in time, with what was
   */
  public double awaits(Handset handset, String prompt, double fromS, Duration atMost) throws InterruptedException {
    long end = System.nanoTime() + atMost.toNanos();
    OptionalDouble began = OptionalDouble.empty();
    while (began.isEmpty()) {
      TimeUnit.MILLISECONDS.sleep(POLL_MS);
      Recording recording = handset.recording();
      began = begins(recording, prompt, fromS, recording.lengthS());
      if (began.isEmpty() && System.nanoTime() > end) {
        throw new ServerException("'" + prompt + "' was not heard within " + atMost.toMillis() + " ms: " + of(recording));
      }
    }
    return began.getAsDouble();
  }

  /** How long a prompt's file is silent before its first audible sample, in seconds. */
  public double leadS(String prompt) {
    return (double) known(prompt).sound().onset() / Recording.RATE;
  }

  private Known known(String prompt) {
    Known known = prompts.get(prompt);
    if (known == null) {
      throw new ServerException("the ear does not know '" + prompt + "', only " + prompts.keySet());
    }
    return known;
  }

  /** Prompts that do not contradict each other, the ones that explain most first. */
  private List<Following> explanations(short[] heard) {
    Correlator correlator = new Correlator(heard);
    List<Following> possible = new ArrayList<>();
    for (Known prompt : prompts.values()) {
      for (int place : correlator.places(prompt.head(), LEAST_ALIKE)) {
        possible.add(Following.of(heard, prompt.sound(), place - prompt.sound().onset()));
      }
    }
    possible.sort(Comparator.comparing(Following::length).reversed());
    List<Following> chosen = new ArrayList<>();
    for (Following each : possible) {
      if (each.lastsToBeKnown() && chosen.stream().noneMatch(other -> other.shared(each) > MOST_SHARED)) {
        chosen.add(each.among(possible.stream().filter(other -> isSame(each, other)).toList()));
      }
    }
    chosen.sort(Comparator.comparing(Following::from));
    return chosen;
  }

  private static boolean isSame(Following each, Following other) {
    return Math.abs(each.from() - other.from()) <= SAME_PLACE && Math.abs(each.length() - other.length()) <= SAME_LENGTH;
  }

  private static List<Heard.Prompt> told(Recording recording, List<Following> found) {
    return found.stream()
        .map(each -> new Heard.Prompt(
            each.sound().name(), each.or(), recording.heardS(each.from()), recording.heardS(each.to() - 1), each.whole()))
        .toList();
  }
}
