package io.switchboard.servers.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.servers.ServerException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LifeIT {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir Path directory;

  @Test
  void whenTheStarterIsKilled_thenAChildBoundToItEndsWithIt() throws Exception {
    ProcessHandle child = childOfAKilledStarter(Life.WITH_US);
    child.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }

  @Test
  void whenTheStarterIsKilled_thenAChildOfItsOwnLifeGoesOnAndTheNextClaimEndsIt() throws Exception {
    ProcessHandle child = childOfAKilledStarter(Life.OF_ITS_OWN);
    assertTrue(child.isAlive());
    try (Claim claim = Claim.on(directory)) {
      claim.endLeftBehind(Signal.TERM, PATIENCE);
      assertFalse(child.isAlive());
    }
  }

  @Test
  void whileTheStarterLives_thenNobodyElseMayClaimItsDirectory() throws Exception {
    Process starter = starter(Life.WITH_US);
    try {
      assertThrows(ServerException.class, () -> Claim.on(directory));
    } finally {
      starter.destroyForcibly().waitFor();
    }
  }

  @Test
  void aProcessThatMerelyInheritedTheIdIsNotTouched() throws Exception {
    Process bystander = new ProcessBuilder("sleep", "600").start();
    try (Claim claim = Claim.on(directory)) {
      Files.writeString(directory.resolve("server.pid"), bystander.pid() + "\n1\n");
      claim.endLeftBehind(Signal.KILL, PATIENCE);
      assertTrue(bystander.isAlive());
    } finally {
      bystander.destroyForcibly();
    }
  }

  private ProcessHandle childOfAKilledStarter(Life life) throws Exception {
    Process starter = starter(life);
    long pid = Long.parseLong(Files.readAllLines(directory.resolve("server.pid")).getFirst());
    ProcessHandle child = ProcessHandle.of(pid).orElseThrow();
    starter.destroyForcibly().waitFor();
    return child;
  }

  private Process starter(Life life) throws IOException {
    Process starter = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", System.getProperty("java.class.path"),
            Starter.class.getName(), directory.toString(), life.name())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
    String said = new BufferedReader(new InputStreamReader(starter.getInputStream(), StandardCharsets.UTF_8)).readLine();
    assertEquals("started", said);
    return starter;
  }
}
