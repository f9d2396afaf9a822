package io.switchboard.servers.asterisk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.servers.process.Account;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AsteriskServerIT {
  @TempDir Path directory;

  @Test
  void startsAndEndsAndStartsAgainAfterAViolentDeath() throws Exception {
    TinyAsterisk first = TinyAsterisk.start(directory, "exten => _X.,1,Answer()\n", "");
    assertTrue(first.server().alive());
    first.server().kill();
    long since = System.nanoTime();
    try (TinyAsterisk second = TinyAsterisk.start(directory, "exten => _X.,1,Answer()\n", "")) {
      System.out.println("Asterisk started in " + (System.nanoTime() - since) / 1_000_000 + " ms");
      assertTrue(second.server().alive());
      assertNotEquals(first.server().pid(), second.server().pid());
    }
    assertFalse(ProcessHandle.of(first.server().pid()).isPresent());
  }

  @Test
  void neverRunsAsRoot() throws Exception {
    try (TinyAsterisk asterisk = TinyAsterisk.start(directory, "exten => _X.,1,Answer()\n", "")) {
      int uid = (int) Files.getAttribute(Path.of("/proc/" + asterisk.server().pid()), "unix:uid");
      assertNotEquals(0, uid);
      assertEquals(Account.isRoot(), uid != (int) Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    }
  }
}
