package io.switchboard.ivr.adapter.yaml;

import io.switchboard.ivr.flow.Kind;
import io.switchboard.ivr.flow.Problem;
import java.util.List;
import java.util.Set;

/** The schemas of flows and scripts, and which verbs belong to the one and not to the other. */
final class FlowSchemas {
  private static final SchemaCheck FLOWS = SchemaCheck.of("flow.schema.json");
  private static final SchemaCheck SCRIPTS = SchemaCheck.of("script.schema.json");
  private static final String VERBS = "/$defs/step/properties";

  private FlowSchemas() {}

  static List<Problem> check(Kind kind, YamlText yaml) {
    return of(kind).check(yaml).stream().map(problem -> clearer(kind, problem)).toList();
  }

  private static SchemaCheck of(Kind kind) {
    return switch (kind) {
      case FLOW -> FLOWS;
      case SCRIPT -> SCRIPTS;
    };
  }

  /** A verb of the other kind is said to be one. */
  private static Problem clearer(Kind kind, Problem problem) {
    String[] parts = problem.pointer().split("/", -1);
    boolean verb = parts.length == 4 && parts[1].equals("steps");
    Set<String> others = (kind == Kind.FLOW ? SCRIPTS : FLOWS).keys(VERBS);
    if (!verb || of(kind).keys(VERBS).contains(parts[3]) || !others.contains(parts[3])) {
      return problem;
    }
    String wrong = kind == Kind.FLOW
        ? "'" + parts[3] + "' shows something to an agent: it is a verb of scripts, and a caller on the telephone sees nothing"
        : "'" + parts[3] + "' is for a caller on the telephone: it is a verb of flows, and a script is shown to an agent";
    return new Problem(problem.file(), problem.line(), problem.column(), problem.pointer(), wrong, problem.right());
  }
}
