package io.switchboard.core.state;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Keeps the diagrams of docs/states equal to the tables. Run the tests with -Dstates.write=true to draw them anew. */
public final class StateDiagram {
  private StateDiagram() {}

  /** @param name of the file, e.g. {@code call} */
  public static void assertDrawn(String name, String title, TransitionTable<?, ?> table) throws IOException {
    String drawn = "# " + title + "\n\nDrawn from the transition table by its test; do not edit.\n\n```mermaid\n" + table.mermaid() + "```\n";
    Path file = root().resolve("docs/states/" + name + ".md");
    if (Boolean.getBoolean("states.write")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, drawn);
    }
    assertEquals(drawn, Files.exists(file) ? Files.readString(file) : "", file + " is out of date: run with -Dstates.write=true");
  }

  private static Path root() {
    Path here = Path.of("").toAbsolutePath();
    return Files.exists(here.resolve("LICENSE")) ? here : here.getParent();
  }
}
