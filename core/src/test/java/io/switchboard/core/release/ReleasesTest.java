package io.switchboard.core.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.switchboard.core.release.Release.Change;
import io.switchboard.core.release.Release.How;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReleasesTest {
  private static final Map<String, String> ONE = Map.of("flows/main.yaml", "first: a\nlast: b\n", "flows/old.yaml", "gone\n", "prompts/en.yaml", "a: A\n");
  private static final Map<String, String> TWO = Map.of("flows/main.yaml", "first: a\nlast: c\n", "flows/new.yaml", "fresh\n", "prompts/en.yaml", "a: A\n");

  private final MemoryReleases releases = new MemoryReleases();

  @Test
  void eachChangeIsTheNextNumber_andTheSameTextsAreNoNewRelease() {
    Release first = releases.keep(ONE, 1_000, Release.START, 0);
    assertEquals(1, first.number());
    assertEquals(first, releases.keep(ONE, 2_000, "demo/ada", 0));
    Release second = releases.keep(TWO, 3_000, "demo/ada", 0);
    assertEquals(List.of(second, first), releases.list(Integer.MAX_VALUE, 10));
    assertEquals(List.of(first), releases.list(2, 10));
    assertEquals(TWO, releases.content(2).orElseThrow().texts());
    assertEquals(Optional.empty(), releases.content(3));
  }

  @Test
  void whatIsBroughtBackIsANewRelease_ofTheOldDigest() {
    Release first = releases.keep(ONE, 1_000, Release.START, 0);
    Release second = releases.keep(TWO, 2_000, "demo/ada", 0);
    Release back = releases.keep(ONE, 3_000, "demo/sam", 1);
    assertEquals(new Release(3, 3_000, "demo/sam", 1, first.files()), back);
    assertEquals(first.digest(), back.digest());
    assertNotEquals(first.digest(), second.digest());
  }

  @Test
  void changesAreTold_byFile() {
    Release first = releases.keep(ONE, 1_000, Release.START, 0);
    Release second = releases.keep(TWO, 2_000, "demo/ada", 0);
    assertEquals(
        List.of(new Change("flows/main.yaml", How.CHANGED), new Change("flows/new.yaml", How.ADDED), new Change("flows/old.yaml", How.REMOVED)),
        second.changesSince(Optional.of(first)));
    assertEquals(List.of(), second.changesSince(Optional.of(second)));
    assertEquals(3, first.changesSince(Optional.empty()).stream().filter(change -> change.how() == How.ADDED).count());
  }

  @Test
  void theDifferenceIsAUnifiedOne() {
    releases.keep(ONE, 1_000, Release.START, 0);
    releases.keep(TWO, 2_000, "demo/ada", 0);
    List<Difference.OfFile> files = Difference.between(releases.content(1), releases.content(2).orElseThrow());
    assertEquals(List.of(
        new Difference.OfFile("flows/main.yaml", How.CHANGED,
            "--- flows/main.yaml\n+++ flows/main.yaml\n@@ -1,2 +1,2 @@\n first: a\n-last: b\n+last: c\n"),
        new Difference.OfFile("flows/new.yaml", How.ADDED, "--- /dev/null\n+++ flows/new.yaml\n@@ -0,0 +1,1 @@\n+fresh\n"),
        new Difference.OfFile("flows/old.yaml", How.REMOVED, "--- flows/old.yaml\n+++ /dev/null\n@@ -1,1 +0,0 @@\n-gone\n")), files);
  }
}
