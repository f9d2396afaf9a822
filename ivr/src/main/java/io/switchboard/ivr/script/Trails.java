package io.switchboard.ivr.script;

import io.switchboard.core.id.CallId;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.journal.Fact.Scripted;
import io.switchboard.ivr.flow.Flow;
import io.switchboard.ivr.flow.Scripts;
import io.switchboard.ivr.run.Frame;
import io.switchboard.ivr.script.ScriptRun.End;
import io.switchboard.ivr.script.ScriptRun.Shown;
import io.switchboard.ivr.verb.SubFlow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Where every run stood when the platform died: a fold of the facts of the open interactions, in their order. */
public final class Trails {
  private record Seen(int number, List<Fact.Place> places, Optional<String> answer) {
    Seen answered(String how) {
      return new Seen(number, places, Optional.of(how));
    }
  }

  /** One run, as facts tell of it. */
  private static final class Trail {
    final Scripted.ScriptBegun begun;
    final List<Seen> pages = new ArrayList<>();
    List<Fact.Place> places = List.of();
    boolean looks;
    int shown;
    int asked;
    String by;
    Optional<End> end = Optional.empty();

    Trail(Scripted.ScriptBegun begun) {
      this.begun = begun;
      this.by = begun.by();
    }
  }

  private final Map<String, Trail> trails = new LinkedHashMap<>();

  public void replay(Fact fact) {
    switch (fact) {
      case Scripted.ScriptBegun begun -> trails.put(begun.run(), new Trail(begun));
      case Scripted scripted -> Optional.ofNullable(trails.get(scripted.run())).ifPresent(trail -> replay(trail, scripted));
      case Fact.InteractionClosed closed -> trails.values().removeIf(trail -> trail.begun.call().equals(closed.call()));
      default -> {} // nothing else moves a script
    }
  }

  private static void replay(Trail trail, Scripted fact) {
    switch (fact) {
      case Scripted.ScriptBegun begun -> {}
      case Scripted.PageShown page -> {
        trail.pages.add(new Seen(page.page(), page.places(), Optional.empty()));
        trail.places = page.places();
        trail.shown = page.page();
        trail.looks = false;
      }
      case Scripted.PageAnswered answered -> {
        answer(trail, answered.answer());
        trail.by = answered.by();
      }
      case Scripted.NoteWritten note -> answer(trail, note.text());
      case Scripted.AnswersTakenBack back -> {
        trail.pages.removeIf(page -> page.number() >= back.page());
        trail.by = back.by();
      }
      case Scripted.ScriptAsked asked -> {
        trail.places = asked.places();
        trail.asked = asked.number();
        trail.looks = true;
      }
      case Scripted.ScriptTold told -> {} // what follows is in the same commit
      case Scripted.OutcomeReached reached -> trail.end = Optional.of(new End.Reached(reached.script(), reached.code()));
      case Scripted.ScriptBroken broken -> trail.end = Optional.of(new End.Broken(broken.why()));
    }
  }

  private static void answer(Trail trail, String how) {
    if (!trail.pages.isEmpty()) {
      trail.pages.add(trail.pages.removeLast().answered(how));
    }
  }

  /**
   * The runs, on today's scripts; each is to be told that it is {@link ScriptEvent.Resumed}.
   *
   * @param contacts what is known of each call
   */
  public List<ScriptRun> runs(Scripts scripts, Function<CallId, Optional<Contact>> contacts) {
    return trails.values().stream()
        .flatMap(trail -> contacts.apply(trail.begun.call()).map(contact -> run(trail, scripts, contact)).stream()).toList();
  }

  private static ScriptRun run(Trail trail, Scripts scripts, Contact contact) {
    ScriptState state = trail.end.map(end -> end instanceof End.Reached ? ScriptState.DONE : ScriptState.BROKEN)
        .orElse(trail.looks ? ScriptState.LOOKING_UP : ScriptState.SHOWING);
    List<Shown> pages = trail.pages.stream().map(seen -> new Shown(seen.number(), frames(seen.places(), scripts), seen.answer())).toList();
    return new ScriptRun(
        trail.begun.run(), contact, scripts, trail.begun.script(), state, pages, frames(trail.places, scripts), trail.shown, trail.asked, trail.by,
        trail.end);
  }

  /** Where a step is gone, because scripts have changed, its script begins anew, and what that had called is over. */
  private static List<Frame> frames(List<Fact.Place> places, Scripts scripts) {
    List<Frame> frames = new ArrayList<>();
    for (Fact.Place place : places) {
      Flow flow = scripts.flows().named(place.script());
      Frame frame = Frame.again(flow, place.step(), place.values(), place.visits());
      frames.add(frame);
      if (!(flow.steps().get(frame.step()) instanceof SubFlow)) {
        break;
      }
    }
    return frames;
  }
}
