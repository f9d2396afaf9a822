package io.switchboard.app.command;

import io.switchboard.ivr.flow.Problem;
import java.io.PrintWriter;
import java.util.List;

/** How the commands of flows tell what is wrong in a file. */
final class Mistakes {
  private Mistakes() {}

  static void say(List<Problem> problems, PrintWriter out) {
    problems.forEach(problem -> out.println(line(problem)));
  }

  /** FILE:LINE:COLUMN: what is wrong; what would be right. */
  static String line(Problem problem) {
    String line = problem.line() == 0 ? "" : ":" + problem.line();
    String column = problem.column() == 0 ? "" : ":" + problem.column();
    String pointer = problem.pointer().isEmpty() ? "" : " (" + problem.pointer() + ")";
    return problem.file() + line + column + ": " + problem.wrong() + pointer + "; right would be: " + problem.right();
  }
}
