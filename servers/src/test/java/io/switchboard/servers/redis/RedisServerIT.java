package io.switchboard.servers.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.switchboard.servers.Progress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedisServerIT {
  @TempDir Path directory;

  @Test
  void servesWithItsPasswordOnlyAndKeepsWhatWasWrittenOverAnOrderlyEnd() throws Exception {
    try (RedisServer server = RedisServer.start(directory, Progress.SILENT)) {
      assertEquals("-NOAUTH Authentication required.", reply(server, "SET who me"));
      assertEquals("+OK", replies(server, "SET who me"));
    }
    try (RedisServer server = RedisServer.start(directory, Progress.SILENT)) {
      assertEquals("$2", replies(server, "GET who"));
    }
  }

  @Test
  void startsAgainAfterAViolentDeath() throws Exception {
    RedisServer first = RedisServer.start(directory, Progress.SILENT);
    first.kill();
    try (RedisServer second = RedisServer.start(directory, Progress.SILENT)) {
      assertEquals("+OK", replies(second, "SET who me"));
    }
  }

  private static String replies(RedisServer server, String command) throws IOException {
    try (Socket socket = new Socket(server.host(), server.port())) {
      BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      socket.getOutputStream().write(("AUTH " + server.password() + "\r\n" + command + "\r\n").getBytes(StandardCharsets.US_ASCII));
      assertEquals("+OK", in.readLine());
      return in.readLine();
    }
  }

  private static String reply(RedisServer server, String command) throws IOException {
    try (Socket socket = new Socket(server.host(), server.port())) {
      socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
      return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII)).readLine();
    }
  }
}
