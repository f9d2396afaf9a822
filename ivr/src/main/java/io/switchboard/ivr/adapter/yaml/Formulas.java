package io.switchboard.ivr.adapter.yaml;

import io.switchboard.ivr.flow.Problem;
import io.switchboard.ivr.value.Expression;
import io.switchboard.ivr.value.Expressions;
import io.switchboard.ivr.value.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The formulas of one file. What is none becomes a problem. */
final class Formulas {
  private final Expressions expressions;
  private final YamlText yaml;
  private final List<Problem> problems;

  Formulas(Expressions expressions, YamlText yaml, List<Problem> problems) {
    this.expressions = expressions;
    this.yaml = yaml;
    this.problems = problems;
  }

  /** See {@link Expressions#read}; {@code pointer}: where the formula stands. */
  Optional<Expression> read(String pointer, String text, Map<String, Type> variables, Optional<Type> wanted) {
    return switch (expressions.read(text, variables, wanted)) {
      case Expressions.Read.Good good -> Optional.of(good.expression());
      case Expressions.Read.Bad bad -> {
        problems.add(yaml.problem(
            pointer, "'" + text + "', character " + bad.column() + ": " + bad.wrong(),
            "a formula over " + String.join(", ", new TreeSet<>(variables.keySet()))
                + wanted.map(type -> " that gives a " + type.word()).orElse("")));
        yield Optional.empty();
      }
    };
  }
}
