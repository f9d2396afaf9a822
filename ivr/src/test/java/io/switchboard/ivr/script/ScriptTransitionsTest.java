package io.switchboard.ivr.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

class ScriptTransitionsTest {
  private static final Path DIAGRAM = Path.of("../docs/states/script-run.md");

  @Test
  void everyStateIsReachedAndOnlyTheEndsAreFinal() {
    assertEquals(EnumSet.allOf(ScriptState.class), ScriptTable.TABLE.reachable());
    assertEquals(EnumSet.of(ScriptState.DONE, ScriptState.BROKEN), ScriptTable.TABLE.terminal());
  }

  @Test
  void theDiagramShowsTheTable() throws IOException {
    String now = """
        # An agent in a script

        Drawn from the transition table by `ScriptTransitionsTest`, which fails when it is out of date and with `-Ddocs.write=true` renews it.
        `STEPPING` lasts no time: a decision enters as many steps as lead on at once.

        ```mermaid
        %s```
        """.formatted(ScriptTable.TABLE.mermaid());
    if (Boolean.getBoolean("docs.write")) {
      Files.createDirectories(DIAGRAM.getParent());
      Files.writeString(DIAGRAM, now);
    }
    assertTrue(Files.exists(DIAGRAM), "docs/states/script-run.md is missing; run this test with -Ddocs.write=true");
    assertEquals(now, Files.readString(DIAGRAM), "docs/states/script-run.md is out of date; run this test with -Ddocs.write=true");
  }
}
