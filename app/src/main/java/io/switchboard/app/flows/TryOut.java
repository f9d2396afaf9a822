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
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A flow in the terminal. */
public final class TryOut {
  private static final String KEYS = "[0-9*#A-D]+";

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
        case Trial.Await.Queue queue -> ask("with queue " + queue.queue().name()
            + ": a (an agent answers), closed, emergency, no_agents, full, agent_busy (refused), max_wait, no_answer (lets him go), or h", this::queue);
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
    String[] numbers = line.split("\\s+");
    if (numbers.length != 4 || !line.matches("[-0-9\\s]+")) {
      return false;
    }
    long expectedS = Long.parseLong(numbers[3]);
    trial.stands(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]), Integer.parseInt(numbers[2]), expectedS < 0 ? -1 : expectedS * 1_000);
    return true;
  }

  private boolean queue(String line) {
    switch (line) {
      case "a" -> trial.connected();
      case "closed", "emergency", "no_agents", "full", "agent_busy" -> trial.refused(QueueRefusal.valueOf(line.toUpperCase(Locale.ROOT)));
      case "max_wait", "no_answer" -> trial.left(QueueExit.valueOf(line.toUpperCase(Locale.ROOT)), "", "");
      default -> {
        return false;
      }
    }
    return true;
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
