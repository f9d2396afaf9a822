package io.switchboard.ivr.flow;

import io.switchboard.ivr.verb.Menu;
import io.switchboard.ivr.verb.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a caller goes through: named steps, one of them the first.
 *
 * @param name as entry points name it, and its file without the extension
 * @param version digest of its text: two flows of the same version are the same
 * @param steps in the order of the file
 */
public record Flow(String name, String version, String first, Map<String, Step> steps) {
  public Flow {
    steps = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(steps));
  }

  /**
   * @throws IllegalStateException for a step that the checker would have refused
   */
  public Step step(String name) {
    Step step = steps.get(name);
    if (step == null) {
      throw new IllegalStateException("flow " + this.name + " has no step '" + name + "'");
    }
    return step;
  }

  /** Whether a caller at this step may still come to a menu; if not, keys that he pressed ahead answer nothing. */
  public boolean asksAfter(String from) {
    Set<String> seen = new HashSet<>();
    List<String> open = new ArrayList<>(List.of(from));
    while (!open.isEmpty()) {
      for (Step.Branch branch : step(open.removeLast()).branches()) {
        if (step(branch.to()) instanceof Menu) {
          return true;
        }
        if (seen.add(branch.to())) {
          open.add(branch.to());
        }
      }
    }
    return false;
  }
}
