package io.switchboard.ivr.script;

import io.switchboard.ivr.flow.Script;
import io.switchboard.ivr.flow.Scripts;
import io.switchboard.ivr.run.Frame;
import io.switchboard.ivr.value.Value;
import io.switchboard.ivr.verb.Page;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One agent, or one after the other, in one script for one call. It stays on the version of all scripts that it began with.
 *
 * @param id of the call, a hyphen, and a number within the call
 * @param scripts those of its version
 * @param name of the script that was begun
 * @param pages those that were answered, then the one at hand while it is {@code SHOWING}
 * @param frames where it is
 * @param shown number of the page shown last
 * @param asked number of the last question to a data source
 * @param by who did something last, a user of the tenant
 * @param end of what is over
 */
public record ScriptRun(
    String id, Contact contact, Scripts scripts, String name, ScriptState state, List<Shown> pages, List<Frame> frames, int shown, int asked,
    String by, Optional<End> end) {
  /** More pages than any talk has. */
  public static final int MOST_PAGES = 500;

  public ScriptRun {
    pages = List.copyOf(pages);
    frames = List.copyOf(frames);
  }

  /**
   * A page that was shown.
   *
   * @param frames where the script was
   * @param answer as facts write it; empty: none yet
   */
  public record Shown(int number, List<Frame> frames, Optional<String> answer) {
    public Shown {
      frames = List.copyOf(frames);
    }

    Shown answered(String how) {
      return new Shown(number, frames, Optional.of(how));
    }

    public Frame frame() {
      return frames.getLast();
    }

    /** Empty where a changed script no longer has it. */
    public Optional<Page> page() {
      return Optional.ofNullable(frame().flow().steps().get(frame().step())).filter(Page.class::isInstance).map(Page.class::cast);
    }
  }

  /** How it ended. */
  public sealed interface End {
    /** {@code code}: one of the outcomes of {@code script}. */
    record Reached(String script, String code) implements End {}

    /** Without an outcome; {@code why} is for the administrator. */
    record Broken(String why) implements End {}
  }

  /** A run before its first step. What the script takes as parameters and the call's flows remember is known in it. */
  public static ScriptRun fresh(String id, Contact contact, Scripts scripts, Script script) {
    Map<String, Value> given = new HashMap<>();
    script.flow().variables().parameters().forEach(name -> Optional.ofNullable(script.flow().variables().types().get(name))
        .flatMap(type -> Optional.ofNullable(contact.learned().get(name)).flatMap(type::read)).ifPresent(value -> given.put(name, value)));
    return new ScriptRun(
        id, contact, scripts, script.name(), ScriptState.NEW, List.of(), List.of(Frame.begin(script.flow(), given)), 0, 0, "", Optional.empty());
  }

  public boolean over() {
    return end.isPresent();
  }

  /** The page at hand. */
  public Optional<Shown> now() {
    return state == ScriptState.SHOWING ? Optional.of(pages.getLast()) : Optional.empty();
  }

  /** Those that were answered, in their order. */
  public List<Shown> path() {
    return pages.stream().filter(page -> page.answer().isPresent()).toList();
  }
}
