package io.switchboard.ivr.verb;

import io.switchboard.ivr.value.Expression;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code branch}: goes where the first condition that holds leads. One that has no value, e.g. by a division by zero, does not hold.
 *
 * @param cases in the order in which they are looked at, at least one
 */
public record Decide(List<Case> cases, String otherwise) implements Step {
  public static final String VERB = "branch";

  /** {@code condition} is a flag. */
  public record Case(Expression condition, String then) {}

  @Override
  public String verb() {
    return VERB;
  }

  @Override
  public List<Branch> branches() {
    return branches("/branch", cases, otherwise);
  }

  static List<Branch> branches(String at, List<Case> cases, String otherwise) {
    List<Branch> all = new ArrayList<>();
    for (int i = 0; i < cases.size(); i++) {
      all.add(Branch.on(at + "/when/" + i + "/then", cases.get(i).then()));
    }
    all.add(Branch.on(at + "/otherwise", otherwise));
    return all;
  }

  @Override
  public List<Spoken> says() {
    return List.of();
  }

  @Override
  public void enter(Turn turn) {
    turn.go(cases.stream().filter(each -> turn.holds(each.condition())).findFirst().map(Case::then).orElse(otherwise));
  }
}
