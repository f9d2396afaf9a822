package io.switchboard.ivr.trial;

import io.switchboard.core.ending.QueueExit;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.TenantId;
import io.switchboard.ivr.flow.Flows;
import io.switchboard.ivr.flow.Variables;
import io.switchboard.ivr.lookup.Found;
import io.switchboard.ivr.prompt.PromptBook;
import io.switchboard.ivr.run.Caller;
import io.switchboard.ivr.run.Outward;
import io.switchboard.ivr.run.RunEffect;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Runs tests of flows. */
public final class FlowTests {
  /** What is heard, asked and looked up without anybody doing anything in between; more of it is a circle. */
  private static final int MOST_AT_ONCE = 1_000;

  private final Flows flows;
  private final Outward outward;
  private final TenantId tenant;
  private final Transcript transcript;
  private final Set<String> steps = new LinkedHashSet<>();

  /** {@code tenant}: whose calls they are. */
  public FlowTests(Flows flows, PromptBook book, Outward outward, TenantId tenant) {
    this.flows = flows;
    this.outward = outward;
    this.tenant = tenant;
    this.transcript = new Transcript(book);
  }

  /** What went wrong, and where. */
  public record Failure(int line, String expected, String was) {}

  /** Every step that a caller came to in the tests so far, as {@code flow/step}. */
  public Set<String> steps() {
    return Set.copyOf(steps);
  }

  /** Empty: all came as it must. */
  public Optional<Failure> run(FlowTest test) {
    Playing playing = new Playing(test);
    try {
      for (FlowTest.Placed each : test.acts()) {
        Optional<Failure> failure = playing.act(each.act()).map(wrong -> new Failure(each.line(), wrong.expected(), wrong.was()));
        if (failure.isPresent()) {
          return failure;
        }
      }
      return Optional.empty();
    } finally {
      steps.addAll(playing.trial.steps());
    }
  }

  private record Wrong(String expected, String was) {}

  /** One caller, and what he heard since something happened last. */
  private final class Playing {
    private final FlowTest.World world;
    private final Trial trial;
    private final List<Transcript.Heard> heard = new ArrayList<>();
    private final Map<String, Integer> looked = new HashMap<>();

    Playing(FlowTest test) {
      world = test.world();
      Caller caller = new Caller(tenant, new CallId("test"), world.number(), "", world.called());
      trial = new Trial(flows, test.flow(), outward, caller, world.language(), world.atMs());
    }

    private Optional<Wrong> act(FlowTest.Act act) {
      Optional<Wrong> unanswered = settle();
      if (unanswered.isPresent()) {
        return unanswered;
      }
      return switch (act) {
        case FlowTest.Act.Hears hears -> hears(hears);
        case FlowTest.Act.InQueue in -> expect("he is with the queue " + in.queue(),
            trial.awaits() instanceof Trial.Await.Queue queue && queue.queue().name().equals(in.queue()));
        case FlowTest.Act.Transferred to -> expect(to.number() + " is dialled for him",
            trial.awaits() instanceof Trial.Await.Transferred transferred && transferred.number().equals(to.number()));
        case FlowTest.Act.Ends ends -> expect("the call is over: " + ends.ending(),
            trial.awaits() instanceof Trial.Await.Over over && over.ending() == ends.ending());
        case FlowTest.Act.At at -> expect("he is at " + at.step(), trial.at().equals(at.step()));
        case FlowTest.Act.Knows knows -> knows(knows);
        case FlowTest.Act.Presses presses -> keys(presses.keys());
        case FlowTest.Act.Silent silent -> doing(trial.awaits() instanceof Trial.Await.Keys, "a key may be pressed", trial::keepSilent);
        case FlowTest.Act.HangsUp hangsUp -> doing(true, "", trial::hangUp);
        case FlowTest.Act.Talks talks -> doing(trial.awaits() instanceof Trial.Await.Queue, "he is with a queue", trial::connected);
        case FlowTest.Act.AgentHangsUp hangsUp ->
            doing(trial.awaits() instanceof Trial.Await.Talk, "he talks with an agent", trial::agentHangsUp);
        case FlowTest.Act.SpeaksMessage speaks ->
            doing(trial.awaits() instanceof Trial.Await.Message, "he may speak", () -> trial.speaks(speaks.enough()));
        case FlowTest.Act.Refused refused ->
            doing(trial.awaits() instanceof Trial.Await.Queue, "he is with a queue", () -> trial.refused(refused.reason()));
        case FlowTest.Act.Leaves leaves -> leaves(leaves);
        case FlowTest.Act.TransferEnds ends ->
            doing(trial.awaits() instanceof Trial.Await.Transferred, "a number is dialled", () -> trial.transferEnds(ends.ending()));
        case FlowTest.Act.Callback callback ->
            doing(trial.awaits() instanceof Trial.Await.Callback, "a callback is promised", () -> trial.callback(callback.booked()));
      };
    }

    private Optional<Wrong> leaves(FlowTest.Act.Leaves by) {
      if (by.exit() == QueueExit.KEY && trial.awaits() instanceof Trial.Await.Queue queue && !queue.step().keys().containsKey(by.key().charAt(0))) {
        return Optional.of(new Wrong("key " + by.key() + " leads out of the queue", "at " + trial.at() + " " + queue.step().keys().keySet() + " do"));
      }
      return doing(trial.awaits() instanceof Trial.Await.Queue, "he is with a queue", () -> trial.left(by.exit(), by.key(), by.rule()));
    }

    /** Gives all answers that the test has, until the flow waits for something that the caller does. */
    private Optional<Wrong> settle() {
      for (int i = 0; i < MOST_AT_ONCE; i++) {
        collect();
        switch (trial.awaits()) {
          case Trial.Await.Standing standing -> {
            FlowTest.Standing now = world.queues().getOrDefault(standing.queue().name(), FlowTest.Standing.FREE);
            trial.stands(now.waiting(), now.agents(), now.ready(), now.expectedS() < 0 ? -1 : now.expectedS() * 1_000L);
          }
          case Trial.Await.Lookup lookup -> {
            List<Found> answers = world.lookups().getOrDefault(lookup.name(), List.of());
            if (answers.isEmpty()) {
              return Optional.of(new Wrong(
                  "the test says what lookup '" + lookup.name() + "' gives", "it was asked with " + lookup.values() + " at " + trial.at()));
            }
            int asked = looked.merge(lookup.name(), 1, Integer::sum);
            trial.answer(answers.get(Math.min(asked, answers.size()) - 1));
          }
          case Trial.Await.Keys keys -> {
            return Optional.empty();
          }
          case Trial.Await.Queue queue -> {
            return Optional.empty();
          }
          case Trial.Await.Callback callback -> {
            return Optional.empty();
          }
          case Trial.Await.Transferred transferred -> {
            return Optional.empty();
          }
          case Trial.Await.Message message -> {
            return Optional.empty();
          }
          case Trial.Await.Talk talk -> {
            return Optional.empty();
          }
          case Trial.Await.Over over -> {
            return Optional.empty();
          }
        }
      }
      return Optional.of(new Wrong("the flow waits for the caller", "it goes round at " + trial.at()));
    }

    private void collect() {
      Map<String, String> given =
          Map.of(Variables.NUMBER, world.number(), Variables.CALLED, world.called(), Variables.LANGUAGE, world.language());
      for (RunEffect.Play play : trial.heard()) {
        heard.addAll(transcript.of(play, given));
      }
    }

    private Optional<Wrong> doing(boolean possible, String condition, Runnable deed) {
      if (!possible) {
        return Optional.of(new Wrong(condition, now()));
      }
      heard.clear();
      deed.run();
      return settle();
    }

    /** One key after the other; what was said between two of them was cut. */
    private Optional<Wrong> keys(String keys) {
      for (char key : keys.toCharArray()) {
        Optional<Wrong> wrong = doing(!(trial.awaits() instanceof Trial.Await.Over), "the call goes on", () -> trial.press(key));
        if (wrong.isPresent()) {
          return wrong;
        }
      }
      return Optional.empty();
    }

    private Optional<Wrong> hears(FlowTest.Act.Hears hears) {
      boolean same = hears.said().size() == heard.size();
      for (int i = 0; same && i < heard.size(); i++) {
        FlowTest.Words words = hears.said().get(i);
        same = words.prompt().isEmpty() ? heard.get(i).words().contains(words.text()) : heard.get(i).prompt().equals(words.prompt());
      }
      return same ? Optional.empty() : Optional.of(new Wrong("he hears " + shown(hears.said()), "he heard " + heard()));
    }

    private static String shown(List<FlowTest.Words> said) {
      return said.stream().map(words -> words.prompt().isEmpty() ? "\"" + words.text() + "\"" : words.prompt()).toList().toString();
    }

    private String heard() {
      return heard.stream().map(each -> each.prompt().isEmpty() ? "\"" + each.words() + "\"" : each.prompt()).toList().toString();
    }

    private Optional<Wrong> knows(FlowTest.Act.Knows knows) {
      for (Map.Entry<String, String> each : knows.values().entrySet()) {
        String value = trial.known().getOrDefault(each.getKey(), "");
        if (!value.equals(each.getValue())) {
          return Optional.of(new Wrong(each.getKey() + " is '" + each.getValue() + "'", "it is '" + value + "'"));
        }
      }
      return Optional.empty();
    }

    private Optional<Wrong> expect(String expected, boolean so) {
      return so ? Optional.empty() : Optional.of(new Wrong(expected, now()));
    }

    private String now() {
      String doing = switch (trial.awaits()) {
        case Trial.Await.Keys keys -> "waits for keys";
        case Trial.Await.Lookup lookup -> "asks lookup " + lookup.name();
        case Trial.Await.Standing standing -> "asks how queue " + standing.queue().name() + " stands";
        case Trial.Await.Queue queue -> "is with queue " + queue.queue().name();
        case Trial.Await.Callback callback -> "is promised a callback of queue " + callback.queue().name();
        case Trial.Await.Transferred transferred -> "is transferred to " + transferred.number();
        case Trial.Await.Message message -> "speaks a message";
        case Trial.Await.Talk talk -> "talks with an agent";
        case Trial.Await.Over over -> "is over: " + over.ending();
      };
      return "at " + trial.at() + " the call " + doing;
    }
  }
}
