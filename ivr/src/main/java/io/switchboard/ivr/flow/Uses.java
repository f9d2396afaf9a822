package io.switchboard.ivr.flow;

import io.switchboard.ivr.value.Expression;
import io.switchboard.ivr.verb.Ask;
import io.switchboard.ivr.verb.Assign;
import io.switchboard.ivr.verb.Callback;
import io.switchboard.ivr.verb.Choose;
import io.switchboard.ivr.verb.Collect;
import io.switchboard.ivr.verb.Decide;
import io.switchboard.ivr.verb.Enqueue;
import io.switchboard.ivr.verb.LookUp;
import io.switchboard.ivr.verb.Recording;
import io.switchboard.ivr.verb.Step;
import io.switchboard.ivr.verb.SubFlow;
import io.switchboard.ivr.verb.WaitCondition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a step does with variables, beside saying them.
 *
 * @param reads place below the step, as a JSON pointer → the variables that a formula there needs, or the secret that is given there
 * @param into those that it fills
 * @param where the ways out on which they are filled, by the beginning of {@link Step.Branch#at}
 * @param readsBack those of {@code into} that it may say itself
 * @param forgetsSecrets secrets are empty afterwards
 */
record Uses(Map<String, Set<String>> reads, Set<String> into, String where, Set<String> readsBack, boolean forgetsSecrets) {
  private static final Uses NONE = reading(new TreeMap<>());

  /** Those that are filled on this way out. */
  Set<String> fills(Step.Branch branch) {
    return branch.at().startsWith(where) ? into : Set.of();
  }

  static Uses of(Step step) {
    return switch (step) {
      case Collect collect when collect.confirm().isEmpty() -> NONE.filling("/collect/next", Set.of(collect.into()));
      case Collect collect -> new Uses(Map.of(), Set.of(collect.into()), "/collect/", Set.of(collect.into()), false);
      case Recording recording -> NONE.filling("/record/next", Set.of(recording.into()));
      case Ask ask -> NONE.filling("/ask/", ask.into().isEmpty() ? Set.of() : Set.of(ask.into()));
      case Choose choose -> NONE.filling("/choose/", choose.into().isEmpty() ? Set.of() : Set.of(choose.into()));
      case Assign assign -> reading(formulas("/set/values/", assign.values())).filling("/set/", assign.values().keySet());
      case LookUp lookup -> looking(lookup);
      case SubFlow sub -> reading(formulas("/flow/with/", sub.with())).filling("/flow/", sub.into().keySet());
      case Decide decide -> reading(conditions("/branch/when/", decide.cases()));
      case WaitCondition wait -> reading(conditions("/wait/when/", wait.cases()));
      case Callback callback -> reading(formula("/callback/number", callback.number()));
      case Enqueue enqueue -> reading(formula("/enqueue/priority", enqueue.priority()));
      default -> NONE;
    };
  }

  private static Uses reading(Map<String, Set<String>> reads) {
    return new Uses(reads, Set.of(), "/", Set.of(), false);
  }

  private Uses filling(String on, Set<String> variables) {
    return new Uses(reads, variables, on, Set.of(), forgetsSecrets);
  }

  private static Uses looking(LookUp lookup) {
    Map<String, Set<String>> reads = formulas("/lookup/with/", lookup.with());
    lookup.secrets().forEach((parameter, secret) -> reads.put("/lookup/with/" + parameter, Set.of(secret)));
    return new Uses(reads, lookup.into().keySet(), "/lookup/found", Set.of(), !lookup.secrets().isEmpty());
  }

  private static Map<String, Set<String>> formulas(String at, Map<String, Expression> all) {
    Map<String, Set<String>> reads = new TreeMap<>();
    all.forEach((name, expression) -> reads.put(at + name, expression.reads()));
    return reads;
  }

  private static Map<String, Set<String>> formula(String at, Optional<Expression> only) {
    Map<String, Set<String>> reads = new TreeMap<>();
    only.ifPresent(expression -> reads.put(at, expression.reads()));
    return reads;
  }

  private static Map<String, Set<String>> conditions(String at, List<Decide.Case> cases) {
    Map<String, Set<String>> reads = new TreeMap<>();
    for (int i = 0; i < cases.size(); i++) {
      reads.put(at + i + "/if", cases.get(i).condition().reads());
    }
    return reads;
  }
}
