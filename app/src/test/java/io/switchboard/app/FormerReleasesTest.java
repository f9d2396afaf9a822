package io.switchboard.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.app.configuration.Configuration;
import io.switchboard.app.configuration.ConfigurationFiles;
import io.switchboard.app.rehearsal.Checkout;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.release.MemoryReleases;
import io.switchboard.core.release.Release;
import io.switchboard.ivr.Edition;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On the flows that come with the program. */
class FormerReleasesTest {
  private static final TenantId DEMO = new TenantId("demo");

  @TempDir private Path sounds;
  private final MemoryReleases releases = new MemoryReleases();
  private Configuration configuration;
  private Sayings sayings;

  @BeforeEach
  void read() throws Exception {
    Path config = Checkout.home().resolve("config");
    configuration = ConfigurationFiles.load(config);
    sayings = Sayings.load(config, configuration, sounds);
  }

  private void published(String from, String to) {
    Map<String, String> texts = new TreeMap<>(sayings.texts());
    texts.compute("flows/direct-sales.yaml", (file, text) -> text.replace(from, to));
    releases.keep(texts, 1, "demo/ada", 0);
  }

  private Map<Integer, Edition> former(int... each) {
    List<Fact> live = java.util.stream.IntStream.range(0, each.length).mapToObj(i -> (Fact) new Fact.StepEntered(
        1, DEMO, new CallId("c" + i), "direct-sales", "v", "sales", 0, 1, each[i])).toList();
    Release now = releases.keep(sayings.texts(), 2, Release.START, 0);
    return new FormerReleases(releases, configuration, sayings.released(now.number())).of(live);
  }

  @Test
  void theReleasesOnWhichCallersAreAreRead_andNoOthers() {
    published("queue: sales", "queue: support");
    published("queue: sales", "queue: removed");
    Map<Integer, Edition> former = former(1, 1, 2, 3, 0);
    assertEquals(Set.of(1, 2), former.keySet(), "3 is in force, and 0 is none");
    assertEquals(1, former.get(1).flows().release());
    assertTrue(former.get(1).flows().named("direct-sales").steps().values().stream().anyMatch(step -> step.toString().contains("support")));
    assertTrue(former.get(2).flows().has("direct-sales"), "a queue that is gone throws nobody out");
    assertEquals(sayings.prompts().book(), former.get(1).prompts().book());
  }

  @Test
  void whatCannotBeReadAnyMoreIsLeftOut() {
    published("enqueue:", "in_queue:");
    assertEquals(Set.of(), former(1, 9).keySet());
  }

  @Test
  void aCallIsOnTheReleaseOfItsLastStep() {
    published("queue: sales", "queue: support");
    Release now = releases.keep(sayings.texts(), 2, Release.START, 0);
    CallId call = new CallId("c");
    assertEquals(Map.of(), new FormerReleases(releases, configuration, sayings.released(now.number())).of(List.of(
        new Fact.StepEntered(1, DEMO, call, "main", "v", "ask", 0, 1, 1), new Fact.StepEntered(2, DEMO, call, "main", "v", "ask", 0, 1, 2))));
  }
}
