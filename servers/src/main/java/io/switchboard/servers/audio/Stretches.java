package io.switchboard.servers.audio;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What was heard in steps of 10 ms: by which sound each is explained, and which are silent. */
final class Stretches {
  private static final int STEP = Following.STEP;
  private static final double STEP_S = (double) STEP / Recording.RATE;
  /** Shorter ones are no silence and no sound to tell of. */
  private static final int LEAST_STEPS = 10;
  private static final int MOST_MISSES = 5;
  private static final String PROMPT = "";

  private final Recording recording;
  private final short[] heard;
  private final boolean[] quiet;
  /** The sound's name; the empty one for a prompt; null where nothing explains it. */
  private final @Nullable String[] explained;

  Stretches(Recording recording, List<Following> prompts) {
    this.recording = recording;
    heard = recording.pcm();
    int steps = heard.length / STEP;
    quiet = new boolean[steps];
    explained = new String[steps];
    for (int step = 0; step < steps; step++) {
      quiet[step] = Level.dbfs(heard, step * STEP, (step + 1) * STEP) < Following.QUIET_DBFS;
    }
    for (Following prompt : prompts) {
      for (int step = Math.max(0, prompt.from() / STEP); step < Math.min(steps, (prompt.to() + STEP - 1) / STEP); step++) {
        explained[step] = PROMPT;
      }
    }
  }

  /** Finds the loop wherever something is heard that nothing explains yet. */
  void explain(MusicLoop loop) {
    int step = 0;
    while (step * STEP + Correlator.TEMPLATE <= heard.length) {
      if (quiet[step] || explained[step] != null) {
        step++;
        continue;
      }
      int at = loop.find(heard, step * STEP);
      if (at >= 0) {
        follow(loop, step, at, -1);
        step = Math.max(step + 1, follow(loop, step, at, 1));
      } else {
        step += Correlator.TEMPLATE / STEP; // what begins within it is followed back from its next quarter of a second
      }
    }
  }

  /** Marks what agrees, from a step on in one direction; gives the step where that ends. */
  private int follow(MusicLoop loop, int from, int at, int direction) {
    int last = from;
    int misses = 0;
    for (int step = from; step >= 0 && step < explained.length && misses <= MOST_MISSES && !PROMPT.equals(explained[step]); step += direction) {
      if (loop.agrees(heard, step * STEP, from * STEP, at)) {
        misses = 0;
        for (int between = last; between != step + direction; between += direction) {
          explained[between] = loop.name();
        }
        last = step;
      } else {
        misses++;
      }
    }
    return last + 1;
  }

  List<Heard.Span> music() {
    List<Heard.Span> spans = new ArrayList<>();
    int step = 0;
    while (step < explained.length) {
      String name = explained[step];
      int end = step + 1;
      while (end < explained.length && Objects.equals(name, explained[end])) {
        end++;
      }
      if (name != null && !name.equals(PROMPT) && end - step >= LEAST_STEPS) {
        spans.add(new Heard.Span(name, at(step), at(end)));
      }
      step = end;
    }
    return spans;
  }

  /** Where what came is quiet, and where nothing came. */
  List<Heard.Silence> silences() {
    List<Heard.Silence> silences = new ArrayList<>();
    int from = 0;
    for (int step = 0; step <= quiet.length; step++) {
      if (step == quiet.length || !quiet[step]) {
        double fromS = from == 0 ? 0 : at(from - 1) + STEP_S;
        double toS = step == quiet.length ? fromS + (step - from) * STEP_S : at(step);
        if (toS - fromS >= LEAST_STEPS * STEP_S) {
          int samples = (int) ((toS - fromS) * Recording.RATE);
          silences.add(new Heard.Silence(fromS, toS, Level.dbfs(Level.energy(heard, from * STEP, step * STEP), samples)));
        }
        from = step + 1;
      }
    }
    return silences;
  }

  /** Pauses within it belong to it. */
  List<Heard.Span> unknown() {
    return runs(step -> !quiet[step] && explained[step] == null, MOST_MISSES).stream()
        .map(run -> new Heard.Span("", at(run[0]), at(run[1]))).toList();
  }

  private interface OfStep {
    boolean is(int step);
  }

  /** First and after the last step of each run that is long enough. */
  private List<int[]> runs(OfStep what, int mostBetween) {
    List<int[]> runs = new ArrayList<>();
    int from = -1;
    int last = -1;
    for (int step = 0; step <= explained.length + mostBetween; step++) {
      boolean is = step < explained.length && what.is(step);
      if (is) {
        from = from < 0 ? step : from;
        last = step;
      } else if (from >= 0 && step - last > mostBetween) {
        if (last + 1 - from >= LEAST_STEPS) {
          runs.add(new int[] {from, last + 1});
        }
        from = -1;
      }
    }
    return runs;
  }

  private double at(int step) {
    return recording.heardS(step * STEP);
  }
}
