package io.switchboard.ivr.lookup;

import io.switchboard.ivr.lookup.Source.Question;
import io.switchboard.ivr.value.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/** All sources behind the port. What can be asked may change at any time; the sources stay. */
public final class Sources implements Lookups, AutoCloseable {
  private final Map<String, Gate> gates;
  private volatile Map<String, Question> questions = Map.of();

  /** Takes the sources over and closes them in the end. */
  public Sources(Collection<? extends Source> sources) {
    this(sources, System::nanoTime);
  }

  Sources(Collection<? extends Source> sources, LongSupplier nanos) {
    gates = sources.stream().collect(Collectors.toUnmodifiableMap(Source::name, source -> new Gate(source, nanos)));
  }

  /**
   * From now on these are asked, under the names of their lookups; those on their way end as they began.
   *
   * @throws IllegalArgumentException for a question to a source that there is not
   */
  public void publish(Collection<? extends Question> all) {
    for (Question question : all) {
      if (!gates.containsKey(question.source())) {
        throw new IllegalArgumentException("no source " + question.source() + " for " + question.lookup().name());
      }
    }
    questions = all.stream().collect(Collectors.toUnmodifiableMap(each -> each.lookup().name(), Function.identity()));
  }

  @Override
  public CompletionStage<Found> look(String name, Asked asked) {
    Question question = questions.get(name);
    if (question == null) {
      return failed("there is no lookup " + name);
    }
    Gate gate = gates.get(question.source());
    Optional<String> misfit = misfit(question.lookup(), asked);
    return gate == null || misfit.isPresent() ? failed(misfit.orElse("there is no source")) : gate.ask(question, asked);
  }

  private static CompletionStage<Found> failed(String why) {
    return CompletableFuture.completedStage(new Found.Failed(why));
  }

  /** In what the asked does not fit the lookup: names and types only, no values. */
  private static Optional<String> misfit(Lookup lookup, Asked asked) {
    List<String> misfits = new ArrayList<>();
    lookup.takes().forEach((parameter, type) -> {
      boolean secret = lookup.secrets().contains(parameter);
      Value value = asked.values().get(parameter);
      if (secret ? !asked.secrets().containsKey(parameter) : value == null) {
        misfits.add(parameter + " is missing" + (secret ? " as a secret" : ""));
      } else if (value != null && !secret && value.type() != type) {
        misfits.add(parameter + " is " + value.type().word() + ", not " + type.word());
      }
    });
    asked.values().keySet().stream().filter(each -> !lookup.takes().containsKey(each) || lookup.secrets().contains(each))
        .forEach(each -> misfits.add(each + " is not taken as a value"));
    asked.secrets().keySet().stream().filter(each -> !lookup.secrets().contains(each))
        .forEach(each -> misfits.add(each + " is not taken as a secret"));
    return misfits.isEmpty() ? Optional.empty() : Optional.of(lookup.name() + ": " + String.join("; ", misfits));
  }

  /** Questions that hold or wait for a turn, over all sources. */
  public int underWay() {
    return gates.values().stream().mapToInt(Gate::inside).sum();
  }

  @Override
  public void close() {
    gates.values().forEach(Gate::close);
  }
}
