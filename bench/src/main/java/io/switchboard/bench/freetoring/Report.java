package io.switchboard.bench.freetoring;

import io.switchboard.bench.rig.AppQueue;
import io.switchboard.bench.rig.SwitchboardQueue;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.StringJoiner;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/** The table for people and the last line for machines. */
final class Report {
  static final String OURS = SwitchboardQueue.NAME;
  static final String THEIRS = AppQueue.NAME;

  private final Scale scale;
  private final String asteriskVersion;

  Report(Scale scale, String asteriskVersion) {
    this.scale = scale;
    this.asteriskVersion = asteriskVersion;
  }

  /** One phase of one round. */
  record Round(int number, String queue, Phase.Result result) {}

  void begin() {
    print("Asterisk %s, %d processors, Java %s; %d agents, %d waiting, talk %d ms, wrap-up 0; %d s do not count, %d s measured",
        asteriskVersion, Runtime.getRuntime().availableProcessors(), Runtime.version().feature(), scale.agents(), scale.waiting(),
        scale.talkMs(), scale.discardS(), scale.measureS());
  }

  void end(List<Round> rounds) {
    print("%nround  queue         calls  waiting  refused  unserved  left  free to ring ms: p50      p99      max"
        + "  CPU ms/call  of it Asterisk");
    for (Round round : rounds) {
      Phase.Result result = round.result();
      print("%5d  %-11s  %6d  %7d  %7d  %8d  %4d  %21.1f  %7.1f  %7.1f  %11.2f  %14.2f", round.number(), round.queue(),
          result.rings().completed(), result.waiting(), result.refused(), result.rings().unserved(),
          result.left(), result.rings().ms(50), result.rings().ms(99), result.rings().ms(100), result.cpuPerCall(),
          result.asteriskCpuPerCall());
    }
    print("%n%s", json(rounds));
  }

  /** The worst of each figure for us: our highest, their lowest, and each ratio within its round. */
  private static String json(List<Round> rounds) {
    StringJoiner fields = new StringJoiner(",", "{", "}");
    number(fields, "ours_p50_ms", of(rounds, OURS, result -> result.rings().ms(50)).max());
    number(fields, "ours_p99_ms", of(rounds, OURS, result -> result.rings().ms(99)).max());
    number(fields, "app_queue_p50_ms", of(rounds, THEIRS, result -> result.rings().ms(50)).min());
    number(fields, "ratio_p50", ratios(rounds, result -> result.rings().ms(50)).map(ratio -> 1 / ratio).min());
    number(fields, "cpu_ms_per_call_ours", of(rounds, OURS, Phase.Result::cpuPerCall).max());
    number(fields, "cpu_ms_per_call_app_queue", of(rounds, THEIRS, Phase.Result::cpuPerCall).min());
    number(fields, "cpu_ratio", ratios(rounds, Phase.Result::cpuPerCall).max());
    return fields.toString();
  }

  private static void number(StringJoiner fields, String name, OptionalDouble value) {
    fields.add("\"" + name + "\":" + (value.isPresent() ? String.format(Locale.ROOT, "%.2f", value.getAsDouble()) : "null"));
  }

  private static DoubleStream of(List<Round> rounds, String queue, ToDoubleFunction<Phase.Result> figure) {
    return rounds.stream().filter(round -> round.queue().equals(queue)).mapToDouble(round -> figure.applyAsDouble(round.result()));
  }

  /** Ours by theirs, in each round. */
  private static DoubleStream ratios(List<Round> rounds, ToDoubleFunction<Phase.Result> figure) {
    return rounds.stream()
        .filter(ours -> ours.queue().equals(OURS))
        .flatMapToDouble(ours -> of(rounds.stream().filter(each -> each.number() == ours.number()).toList(), THEIRS, figure)
            .map(theirs -> figure.applyAsDouble(ours.result()) / theirs));
  }

  private static void print(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
