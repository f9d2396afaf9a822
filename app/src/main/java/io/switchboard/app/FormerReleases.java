package io.switchboard.app;

import io.switchboard.app.configuration.Configuration;
import io.switchboard.core.id.CallId;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.release.Releases;
import io.switchboard.ivr.Edition;
import io.switchboard.ivr.flow.Problem;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The releases gone by on which callers were when the platform died.
 *
 * @param inForce what is in force now
 */
record FormerReleases(Releases releases, Configuration configuration, Sayings inForce) {
  private static final Logger LOG = LoggerFactory.getLogger(FormerReleases.class);

  /** By number; those that cannot be read any more are not among them, and named in the log. {@code live}: the facts of what was live. */
  Map<Integer, Edition> of(List<Fact> live) {
    Map<CallId, Integer> last = new HashMap<>();
    for (Fact fact : live) {
      if (fact instanceof Fact.StepEntered entered) {
        last.put(entered.call(), entered.release());
      }
    }
    Map<Integer, Edition> former = new HashMap<>();
    for (int number : new TreeSet<>(last.values())) {
      if (number != 0 && number != inForce.release()) {
        read(number).ifPresent(edition -> former.put(number, edition));
      }
    }
    return former;
  }

  private Optional<Edition> read(int number) {
    List<Problem> problems = new ArrayList<>();
    Optional<Edition> edition = Optional.empty();
    String why = "there is no such release";
    try {
      Optional<Releases.Content> content = releases.content(number);
      edition = content.flatMap(found -> inForce.former(number, found.texts(), configuration, problems));
      why = content.isEmpty() ? why : "it cannot be read any more: " + problems;
    } catch (UncheckedIOException away) {
      why = String.valueOf(away.getMessage());
    }
    if (edition.isEmpty()) {
      LOG.warn("calls on release {} go on by release {}: {}", number, inForce.release(), why);
    } else if (!problems.isEmpty()) {
      LOG.warn("calls go on on release {}, some of which does not fit the configuration any more: {}", number, problems);
    }
    return edition;
  }
}
