package io.switchboard.ivr.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.core.state.TransitionTable.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

class RunTransitionsTest {
  private static final Path DIAGRAM = Path.of("../docs/states/flow-run.md");

  @Test
  void everyStateIsReachedAndOnlyTheEndIsFinal() {
    assertEquals(EnumSet.allOf(RunState.class), RunTable.TABLE.reachable());
    assertEquals(EnumSet.of(RunState.ENDED), RunTable.TABLE.terminal());
  }

  @Test
  void everyPairLeadsSomewhereOrSaysWhyNot() {
    for (RunState state : RunState.values()) {
      for (RunTrigger trigger : RunTrigger.values()) {
        switch (RunTable.TABLE.row(state, trigger)) {
          case Row.To<RunState> to -> assertTrue(state != RunState.ENDED, "nothing leads out of the end");
          case Row.Ignore<RunState> ignore -> assertTrue(ignore.why().length() > 5, state + " " + trigger);
          case Row.Reject<RunState> reject -> assertTrue(reject.why().length() > 5, state + " " + trigger);
        }
      }
    }
  }

  @Test
  void nothingFromOutsideEverRejectsACallThatLives() {
    EnumSet<RunTrigger> outside = EnumSet.of(RunTrigger.STARTED, RunTrigger.RESUMED, RunTrigger.REFUSED, RunTrigger.LEFT_QUEUE,
        RunTrigger.TALKS, RunTrigger.TRANSFER_TALKS, RunTrigger.TRANSFER_OVER, RunTrigger.RECORDED, RunTrigger.CALLER_GONE, RunTrigger.STALE);
    for (RunState state : EnumSet.complementOf(EnumSet.of(RunState.STEPPING))) {
      for (RunTrigger trigger : outside) {
        assertTrue(!(RunTable.TABLE.row(state, trigger) instanceof Row.Reject<RunState>), state + " " + trigger);
      }
    }
  }

  @Test
  void theDiagramShowsTheTable() throws IOException {
    String now = """
        # A caller in a flow

        Drawn from the transition table by `RunTransitionsTest`, which fails when it is out of date and with `-Ddocs.write=true` renews it.
        `STEPPING` lasts no time: a decision enters as many steps as lead on at once.

        ```mermaid
        %s```
        """.formatted(RunTable.TABLE.mermaid());
    if (Boolean.getBoolean("docs.write")) {
      Files.createDirectories(DIAGRAM.getParent());
      Files.writeString(DIAGRAM, now);
    }
    assertTrue(Files.exists(DIAGRAM), "docs/states/flow-run.md is missing; run this test with -Ddocs.write=true");
    assertEquals(now, Files.readString(DIAGRAM), "docs/states/flow-run.md is out of date; run this test with -Ddocs.write=true");
  }
}
