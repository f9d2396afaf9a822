package io.switchboard.ivr.adapter.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import io.switchboard.ivr.value.Expression;
import io.switchboard.ivr.value.Expressions;
import io.switchboard.ivr.value.Type;
import io.switchboard.ivr.value.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Formulas in CEL (github.com/google/cel-spec). Whole and decimal numbers may be compared with each other; macros, which go over lists, are
 * left out, for a flow has none: what is left takes a time that its length bounds.
 */
public final class CelExpressions implements Expressions {
  /** A flow decides; it does not compute. */
  private static final int MOST_CHARACTERS = 1_000;

  private static final CelOptions OPTIONS = CelOptions.current()
      .enableHeterogeneousNumericComparisons(true)
      .maxExpressionCodePointSize(MOST_CHARACTERS)
      .build();
  private static final CelRuntime RUNTIME = CelRuntimeFactory.standardCelRuntimeBuilder().setOptions(OPTIONS).build();

  @Override
  public Read read(String text, Map<String, Type> variables, Optional<Type> wanted) {
    CelCompilerBuilder compiler = CelCompilerFactory.standardCelCompilerBuilder().setOptions(OPTIONS).setStandardMacros(List.of());
    variables.forEach((name, type) -> compiler.addVar(name, cel(type)));
    try {
      CelAbstractSyntaxTree tree = compiler.build().compile(text).getAst();
      Optional<Type> type = type(tree.getResultType());
      if (type.isEmpty()) {
        return new Read.Bad("its value is a " + tree.getResultType().name() + ", which no variable holds", 1);
      }
      if (wanted.isPresent() && !fits(type.get(), wanted.get())) {
        return new Read.Bad("its value is of type " + type.get().word() + ", not " + wanted.get().word(), 1);
      }
      return new Read.Good(new Formula(text, wanted.orElse(type.get()), reads(tree, variables.keySet()), RUNTIME.createProgram(tree)));
    } catch (CelValidationException bad) {
      return bad(bad.getErrors());
    } catch (CelEvaluationException bad) {
      return new Read.Bad(String.valueOf(bad.getMessage()), 1);
    }
  }

  /** A whole number serves where a decimal one is wanted. */
  private static boolean fits(Type type, Type wanted) {
    return type == wanted || (type == Type.INTEGER && wanted == Type.NUMBER);
  }

  private static Read bad(List<CelIssue> issues) {
    String wrong = issues.stream().map(CelIssue::getMessage).distinct().collect(Collectors.joining("; "));
    int column = issues.isEmpty() ? 1 : Math.max(1, issues.getFirst().getSourceLocation().getColumn() + 1);
    return new Read.Bad(wrong, column);
  }

  private static Set<String> reads(CelAbstractSyntaxTree tree, Set<String> variables) {
    Set<String> named = new TreeSet<>();
    tree.getReferenceMap().values().forEach(reference -> {
      if (variables.contains(reference.name())) {
        named.add(reference.name());
      }
    });
    return named;
  }

  private static CelType cel(Type type) {
    return switch (type) {
      case TEXT -> SimpleType.STRING;
      case INTEGER -> SimpleType.INT;
      case NUMBER -> SimpleType.DOUBLE;
      case FLAG -> SimpleType.BOOL;
    };
  }

  private static Optional<Type> type(CelType type) {
    for (Type each : Type.values()) {
      if (cel(each).equals(type)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  private record Formula(String text, Type type, Set<String> reads, CelRuntime.Program program) implements Expression {
    @Override
    public Optional<Value> value(Map<String, Value> variables) {
      Map<String, Object> known = new HashMap<>();
      for (String name : reads) {
        Value value = variables.get(name);
        if (value == null) {
          return Optional.empty();
        }
        known.put(name, plain(value));
      }
      try {
        return value(program.eval(known));
      } catch (CelEvaluationException none) {
        return Optional.empty(); // division by zero, an overflow, a text that is no number: by CEL's definition an error, by ours no value
      }
    }

    private Optional<Value> value(Object plain) {
      return switch (plain) {
        case String words -> Optional.of(new Value.Text(words));
        case Long whole -> Optional.of(type == Type.NUMBER ? new Value.Decimal(whole) : new Value.Whole(whole));
        case Double decimal -> Double.isFinite(decimal) ? Optional.of(new Value.Decimal(decimal)) : Optional.empty();
        case Boolean flag -> Optional.of(new Value.Flag(flag));
        default -> throw new IllegalStateException(text + " gave a " + plain.getClass());
      };
    }

    private static Object plain(Value value) {
      return switch (value) {
        case Value.Text words -> words.text();
        case Value.Whole whole -> whole.number();
        case Value.Decimal decimal -> decimal.number();
        case Value.Flag flag -> flag.set();
      };
    }

    /** By its text: two formulas of the same text over the same types are the same. */
    @Override
    public boolean equals(@org.jspecify.annotations.Nullable Object other) {
      return other instanceof Formula formula && formula.text.equals(text) && formula.type == type && formula.reads.equals(reads);
    }

    @Override
    public int hashCode() {
      return text.hashCode();
    }
  }
}
