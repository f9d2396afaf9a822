package io.switchboard.app.flows;

import io.switchboard.core.signal.ScriptRequest;
import io.switchboard.ivr.lookup.Found;
import io.switchboard.ivr.lookup.Lookup;
import io.switchboard.ivr.script.Decided;
import io.switchboard.ivr.trial.ScriptTrial;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A script in the terminal. */
public final class ScriptTryOut {
  private static final String BACK = "b";

  private final ScriptTrial trial;
  private final Map<String, Lookup> lookups;
  private final BufferedReader in;
  private final PrintWriter out;

  public ScriptTryOut(ScriptTrial trial, Map<String, Lookup> lookups, BufferedReader in, PrintWriter out) {
    this.trial = trial;
    this.lookups = lookups;
    this.in = in;
    this.out = out;
  }

  /** Until it is over, or nothing more is typed. */
  public void play() throws IOException {
    boolean goesOn = true;
    while (goesOn) {
      ScriptRequest.Run view = trial.view();
      if (trial.look().isPresent()) {
        goesOn = look(trial.look().get());
      } else if (view.page() != null) {
        goesOn = page(view.page());
      } else {
        out.println(view.outcome() == null ? "it broke off: " + view.why() : "outcome: " + view.outcome().label() + " (" + view.outcome().code() + ")");
        goesOn = false;
      }
    }
    out.flush();
  }

  private boolean page(ScriptRequest.Page page) throws IOException {
    out.println("» " + page.text());
    page.choices().forEach(choice -> out.println("  " + choice.choice() + ": " + choice.label()));
    if (!page.link().isEmpty()) {
      out.println("  " + page.link());
    }
    String line = ask(wanted(page));
    if (line == null) {
      return false;
    }
    Optional<String> refused = line.equals(BACK) ? trial.back() : trial.answer(line);
    refused.ifPresent(why -> out.println("that is none: " + why));
    return true;
  }

  private static String wanted(ScriptRequest.Page page) {
    return switch (page.kind()) {
      case "ask" -> page.type() + (page.least() == null ? "" : " " + page.least() + " to " + page.most()) + (page.optional() ? " or Enter" : "");
      case "choose" -> "one of these";
      case "note" -> "a note" + (page.optional() ? " or Enter" : "");
      default -> "Enter to go on";
    } + ", " + BACK + " to go back";
  }

  private boolean look(Decided.Look look) throws IOException {
    TypedFinding finding = new TypedFinding(Optional.ofNullable(lookups.get(look.lookup())).map(Lookup::gives).orElse(Map.of()));
    while (true) {
      String line = ask("lookup " + look.lookup() + ": " + finding.wanted());
      if (line == null) {
        return false;
      }
      Optional<Found> found = finding.read(line);
      if (found.isPresent()) {
        trial.found(found.get());
        return true;
      }
      out.println("that is none of it");
    }
  }

  /** Null when nothing more is typed. */
  private @Nullable String ask(String what) throws IOException {
    out.print("[" + trial.at() + "] " + what + ": ");
    out.flush();
    String line = in.readLine();
    if (line == null) {
      out.println();
      return null;
    }
    return line.strip();
  }
}
