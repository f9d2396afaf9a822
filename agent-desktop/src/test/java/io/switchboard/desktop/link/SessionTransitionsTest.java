package io.switchboard.desktop.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

class SessionTransitionsTest {
  private static final Path DIAGRAM = Path.of("../docs/states/desktop-session.md");

  @Test
  void everyStateIsReachedAndOnlyTheEndIsFinal() {
    assertEquals(EnumSet.allOf(SessionState.class), SessionTable.TABLE.reachable());
    assertEquals(EnumSet.of(SessionState.OVER), SessionTable.TABLE.terminal());
  }

  @Test
  void theDiagramShowsTheTable() throws IOException {
    String now = """
        # A desktop session

        Drawn from the transition table by `SessionTransitionsTest`, which fails when it is out of date and with `-Ddocs.write=true` renews it.
        One window of one user on the socket of the desk. `AWAY` lasts two minutes at most.

        ```mermaid
        %s```
        """.formatted(SessionTable.TABLE.mermaid());
    if (Boolean.getBoolean("docs.write")) {
      Files.createDirectories(DIAGRAM.getParent());
      Files.writeString(DIAGRAM, now);
    }
    assertTrue(Files.exists(DIAGRAM), "docs/states/desktop-session.md is missing; run this test with -Ddocs.write=true");
    assertEquals(now, Files.readString(DIAGRAM), "docs/states/desktop-session.md is out of date; run this test with -Ddocs.write=true");
  }
}
