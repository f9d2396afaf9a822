package io.switchboard.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnServersTest {
  @TempDir Path directory;

  @Test
  void whenAsterisksFilesAreWritten_thenNobodyElseReadsThePasswordsInThem() throws IOException {
    Path fromBefore = Files.writeString(directory.resolve("manager.conf"), "secret = old");
    Files.setPosixFilePermissions(fromBefore, PosixFilePermissions.fromString("rw-r--r--"));
    OwnServers.write(directory, Map.of("manager.conf", "secret = s", "switchboard_pjsip.conf", "password = p"));
    for (String name : List.of("manager.conf", "switchboard_pjsip.conf")) {
      assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve(name))), name);
    }
    assertEquals("secret = s", Files.readString(fromBefore));
  }
}
