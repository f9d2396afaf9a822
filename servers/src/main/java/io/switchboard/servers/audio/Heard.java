package io.switchboard.servers.audio;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an ear made of a recording. Times are seconds since the recording began; each begins with the first sample that can be heard
 * and ends with the last.
 *
 * @param prompts in the order in which they were heard
 * @param music stretches of it
 * @param silences stretches of 100 ms and more below -50 dBFS or without any packet, within prompts and music too
 * @param unknown stretches of 100 ms and more that are neither silent nor known
 */
public record Heard(List<Prompt> prompts, List<Span> music, List<Silence> silences, List<Span> unknown) {
  /**
   * A prompt that was heard from its beginning.
   *
   * @param name as it was named to the ear
   * @param or others that begin alike, where too little was heard to tell them apart
   * @param whole to its end, else it was cut at {@code toS}
   */
  public record Prompt(String name, List<String> or, double fromS, double toS, boolean whole) {
    @Override
    public String toString() {
      String which = Stream.concat(Stream.of(name), or.stream()).collect(Collectors.joining(" or "));
      return which + " " + span(fromS, toS) + (whole ? "" : " cut");
    }
  }

  /** Of one sound; {@code name} is empty for an unknown one. */
  public record Span(String name, double fromS, double toS) {
    @Override
    public String toString() {
      return (name.isEmpty() ? "unknown" : name) + " " + span(fromS, toS);
    }
  }

  /** @param dbfs how loud it is for all that, -96 at least */
  public record Silence(double fromS, double toS, double dbfs) {
    public double seconds() {
      return toS - fromS;
    }

    @Override
    public String toString() {
      return "silence " + span(fromS, toS) + String.format(Locale.ROOT, " %.0f dBFS", dbfs);
    }
  }

  /** The names of the prompts, in their order. */
  public List<String> names() {
    return prompts.stream().map(Prompt::name).toList();
  }

  /** The first time that a prompt of this name was heard. */
  public Prompt first(String name) {
    return prompts.stream().filter(prompt -> prompt.name().equals(name)).findFirst()
        .orElseThrow(() -> new IllegalStateException("'" + name + "' was not heard: " + this));
  }

  /** An empty one where it was never silent for 100 ms. */
  public Silence longestSilence() {
    return silences.stream().reduce((a, b) -> a.seconds() >= b.seconds() ? a : b).orElse(new Silence(0, 0, Level.LOWEST_DBFS));
  }

  private static String span(double fromS, double toS) {
    return String.format(Locale.ROOT, "%.2f–%.2f s", fromS, toS);
  }

  @Override
  public String toString() {
    return "heard " + prompts + ", music " + music + ", unknown " + unknown + ", longest silence " + longestSilence();
  }
}
