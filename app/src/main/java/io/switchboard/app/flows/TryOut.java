package io.switchboard.app.flows;

import io.switchboard.core.ending.QueueExit;
import io.switchboard.core.ending.QueueRefusal;
import io.switchboard.core.ending.TransferEnding;
import io.switchboard.ivr.flow.Variables;
import io.switchboard.ivr.lookup.Found;
import io.switchboard.ivr.lookup.Lookup;
import io.switchboard.ivr.run.RunEffect;
import io.switchboard.ivr.trial.Transcript;
import io.switchboard.ivr.trial.Trial;
import io.switchboard.ivr.verb.Enqueue;
import io.switchboard.ivr.verb.ToAgent;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A flow in the terminal. */
public final class TryOut {
  private static final String KEYS = "[0-9*#A-D]+";
  private static final String STANDING = "(\\d{1,6}\\s+){3}(-1|\\d{1,6})";

  private final Trial trial;
  private final Transcript transcript;
  private final Map<String, Lookup> lookups;
  private final BufferedReader in;
  private final PrintWriter out;

  public TryOut(Trial trial, Transcript transcript, Map<String, Lookup> lookups, BufferedReader in, PrintWriter out) {
    this.trial = trial;
    this.transcript = transcript;
    this.lookups = lookups;
    this.in = in;
    this.out = out;
  }

  /** Until the call is over, or nothing more is typed. */
  public void play() throws IOException {
    boolean goesOn = true;
    while (goesOn) {
      hear();
      goesOn = switch (trial.awaits()) {
        case Trial.Await.Over over -> over(over);
        case Trial.Await.Keys keys -> ask("keys, nothing for silence, or h to hang up", this::keys);
        case Trial.Await.Lookup lookup -> look(lookup);
        case Trial.Await.Standing standing ->
            ask("how queue " + standing.queue().name() + " stands: WAITING AGENTS READY EXPECTED_S, e.g. 3 2 0 120", this::standing);
        case Trial.Await.Queue queue -> queue(queue);
        case Trial.Await.Callback callback -> ask("callback: booked or refused", this::callback);
        case Trial.Await.Transferred transferred ->
            ask("transferred to " + transferred.number() + ": over, busy, no_answer or failed", this::transferred);
        case Trial.Await.Message message -> ask("he speaks after the beep; Enter when it is over, short if he says nothing", this::spoken);
        case Trial.Await.Talk talk -> ask("he talks with an agent: over (the agent hangs up), or h", this::talk);
      };
    }
    out.flush();
  }

  private boolean talk(String line) {
    boolean over = line.equals("over");
    if (over) {
      trial.agentHangsUp();
    }
    return over;
  }

  @FunctionalInterface
  private interface Answer {
    /** False: it is none of what may be answered. */
    boolean by(String line);
  }

  private void hear() {
    for (RunEffect.Play play : trial.heard()) {
      Map<String, String> given =
          Map.of(Variables.NUMBER, trial.caller().number(), Variables.CALLED, trial.caller().called(), Variables.LANGUAGE, play.language());
      transcript.of(play, given).forEach(heard -> out.println("» " + heard.words()));
    }
  }

  private boolean over(Trial.Await.Over over) {
    out.println("[" + trial.at() + "] the call is over: " + over.ending());
    return false;
  }

  /** Asks until the answer is one; false when nothing more is typed. */
  private boolean ask(String what, Answer answer) throws IOException {
    while (true) {
      out.print("[" + trial.at() + "] " + what + ": ");
      out.flush();
      String line = in.readLine();
      if (line == null) {
        out.println();
        return false;
      }
      if (line.strip().equals("h")) {
        trial.hangUp();
        return true;
      }
      if (answer.by(line.strip())) {
        return true;
      }
      out.println("that is none of it");
    }
  }

  private boolean keys(String line) {
    if (line.isEmpty()) {
      trial.keepSilent();
      return true;
    }
    boolean keys = line.matches(KEYS);
    if (keys) {
      line.chars().forEach(key -> trial.press((char) key));
    }
    return keys;
  }

  private boolean standing(String line) {
    if (!line.matches(STANDING)) {
      return false;
    }
    int[] numbers = Stream.of(line.split("\\s+")).mapToInt(Integer::parseInt).toArray();
    trial.stands(numbers[0], numbers[1], numbers[2], numbers[3] < 0 ? -1 : numbers[3] * 1_000L);
    return true;
  }

  private boolean queue(Trial.Await.Queue queue) throws IOException {
    Map<String, Runnable> ways = new LinkedHashMap<>(Map.of("a", trial::connected));
    String who = switch (queue.step()) {
      case Enqueue enqueue -> {
        refusals(ways, QueueRefusal.CLOSED, QueueRefusal.EMERGENCY, QueueRefusal.NO_AGENTS, QueueRefusal.FULL);
        ways.put("max_wait", () -> trial.left(QueueExit.MAX_WAIT, "", ""));
        enqueue.overflows().keySet().stream().sorted().forEach(rule -> ways.put("overflow " + rule, () -> trial.left(QueueExit.OVERFLOW, "", rule)));
        enqueue.keys().keySet().stream().sorted().map(String::valueOf).forEach(key -> ways.put(key, () -> trial.left(QueueExit.KEY, key, "")));
        yield "queue " + enqueue.queue();
      }
      case ToAgent transfer -> {
        refusals(ways, QueueRefusal.AGENT_BUSY, QueueRefusal.EMERGENCY);
        ways.put("no_answer", () -> trial.left(QueueExit.NO_ANSWER, "", ""));
        yield "agent " + transfer.agent();
      }
    };
    return ask("with " + who + ": " + String.join(", ", ways.keySet()) + ", or h (a: the agent answers)", line -> {
      Runnable way = ways.getOrDefault(line, () -> {});
      way.run();
      return ways.containsKey(line);
    });
  }

  private void refusals(Map<String, Runnable> ways, QueueRefusal... reasons) {
    for (QueueRefusal reason : reasons) {
      ways.put(reason.name().toLowerCase(Locale.ROOT), () -> trial.refused(reason));
    }
  }

  private boolean callback(String line) {
    boolean known = line.equals("booked") || line.equals("refused");
    if (known) {
      trial.callback(line.equals("booked"));
    }
    return known;
  }

  private boolean spoken(String line) {
    boolean known = line.isEmpty() || line.equals("short");
    if (known) {
      trial.speaks(line.isEmpty());
    }
    return known;
  }

  private boolean transferred(String line) {
    switch (line) {
      case "over" -> trial.transferEnds(TransferEnding.CALLED_PARTY_HUNG_UP);
      case "busy", "no_answer", "failed" -> trial.transferEnds(TransferEnding.valueOf(line.toUpperCase(Locale.ROOT)));
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean look(Trial.Await.Lookup lookup) throws IOException {
    TypedFinding finding = new TypedFinding(Optional.ofNullable(lookups.get(lookup.name())).map(Lookup::gives).orElse(Map.of()));
    return ask("lookup " + lookup.name() + " with " + lookup.values() + ": " + finding.wanted(), line -> {
      Optional<Found> found = finding.read(line);
      found.ifPresent(trial::answer);
      return found.isPresent();
    });
  }
}
