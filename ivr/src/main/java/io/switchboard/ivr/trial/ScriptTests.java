package io.switchboard.ivr.trial;

import io.switchboard.core.signal.ScriptRequest;
import io.switchboard.ivr.flow.Scripts;
import io.switchboard.ivr.lookup.Found;
import io.switchboard.ivr.script.Decided;
import io.switchboard.ivr.trial.FlowTests.Failure;
import io.switchboard.ivr.trial.ScriptTest.Act;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Runs tests of scripts. */
public final class ScriptTests {
  /** Lookups without a page between them; more of them are a circle. */
  private static final int MOST_AT_ONCE = 1_000;

  private final Scripts scripts;
  private final Set<String> steps = new LinkedHashSet<>();

  public ScriptTests(Scripts scripts) {
    this.scripts = scripts;
  }

  /** Every step that an agent came to in the tests so far, as {@code script/step}. */
  public Set<String> steps() {
    return Set.copyOf(steps);
  }

  /** Empty: all came as it must. The script must be there. */
  public Optional<Failure> run(ScriptTest test) {
    ScriptTest.World world = test.world();
    ScriptTrial trial = new ScriptTrial(scripts, scripts.named(test.script()).orElseThrow(), world.contact(), world.reads(), world.atMs());
    Map<String, Integer> looked = new HashMap<>();
    try {
      for (ScriptTest.Placed each : test.acts()) {
        Optional<Wrong> wrong = settle(trial, world, looked).or(() -> act(trial, each.act()));
        if (wrong.isPresent()) {
          return wrong.map(what -> new Failure(each.line(), what.expected(), what.was()));
        }
      }
      return Optional.empty();
    } finally {
      steps.addAll(trial.steps());
    }
  }

  private record Wrong(String expected, String was) {}

  private static Optional<Wrong> settle(ScriptTrial trial, ScriptTest.World world, Map<String, Integer> looked) {
    for (int i = 0; i < MOST_AT_ONCE && trial.look().isPresent(); i++) {
      Decided.Look look = trial.look().get();
      List<Found> answers = world.lookups().getOrDefault(look.lookup(), List.of());
      if (answers.isEmpty()) {
        return Optional.of(new Wrong("the test says what lookup '" + look.lookup() + "' gives", "it was asked at " + trial.at()));
      }
      trial.found(answers.get(Math.min(looked.merge(look.lookup(), 1, Integer::sum), answers.size()) - 1));
    }
    return Optional.empty();
  }

  private static Optional<Wrong> act(ScriptTrial trial, Act act) {
    ScriptRequest.Run view = trial.view();
    return switch (act) {
      case Act.Shows shows ->
          expect("the page shows \"" + shows.words() + "\"", view.page() != null && view.page().text().contains(shows.words()), trial);
      case Act.Answers answers -> trial.answer(answers.answer())
          .map(why -> new Wrong("'" + answers.answer() + "' is an answer", "it was refused at " + trial.at() + ": " + why));
      case Act.Refuses refuses -> expect("'" + refuses.answer() + "' is no answer", trial.answer(refuses.answer()).isPresent(), trial);
      case Act.Back back -> trial.back().map(why -> new Wrong("there is a page to go back to", why));
      case Act.Outcome outcome ->
          expect("the outcome is " + outcome.code(), view.outcome() != null && view.outcome().code().equals(outcome.code()), trial);
      case Act.At at -> expect("he is at " + at.step(), trial.at().equals(at.step()), trial);
      case Act.Knows knows -> knows.values().entrySet().stream()
          .filter(each -> !trial.known().getOrDefault(each.getKey(), "").equals(each.getValue())).findFirst()
          .map(each -> new Wrong(
              each.getKey() + " is '" + each.getValue() + "'", "it is '" + trial.known().getOrDefault(each.getKey(), "") + "'"));
    };
  }

  private static Optional<Wrong> expect(String expected, boolean so, ScriptTrial trial) {
    return so ? Optional.empty() : Optional.of(new Wrong(expected, now(trial)));
  }

  private static String now(ScriptTrial trial) {
    ScriptRequest.Run view = trial.view();
    if (view.page() != null) {
      return "at " + trial.at() + " the page shows \"" + view.page().text() + "\"";
    }
    return view.outcome() != null ? "the outcome is " + view.outcome().code() : "at " + trial.at() + " it is " + view.state() + " " + view.why();
  }
}
