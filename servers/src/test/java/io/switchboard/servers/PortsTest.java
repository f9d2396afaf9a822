package io.switchboard.servers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PortsTest {
  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

  @Test
  void aPortIsNotHandedOutAgainSoon() {
    Set<Integer> given = new HashSet<>();
    for (int i = 0; i < 500; i++) {
      assertTrue(given.add(Ports.free()));
    }
  }

  @Test
  void rangesBeginEvenAndDoNotOverlap() {
    Set<Integer> given = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      int first = Ports.freeRange(4);
      assertEquals(0, first % 2);
      for (int port = first; port < first + 4; port++) {
        assertTrue(given.add(port));
      }
    }
  }

  /** As many servers as a long run of tests starts, one after the other, among many callers. */
  @Test
  void hundredsOfNeighboursAreFoundAgainAndAgain() {
    for (int i = 0; i < 60; i++) {
      int first = Ports.freeRange(600);
      assertEquals(0, first % 2);
      assertTrue(first >= 20_000 && first + 600 <= 32_000, "from " + first);
      Ports.freeRange(4);
    }
  }

  @Test
  void whatSomebodyHoldsIsPassedOver_overTcpAndUdp() throws IOException {
    int overTcp = Ports.freeRange(40);
    int overUdp = Ports.freeRange(40);
    try (ServerSocket tcp = new ServerSocket(overTcp, 1, LOOPBACK); DatagramSocket udp = new DatagramSocket(overUdp, LOOPBACK)) {
      for (int i = 0; i < 25; i++) {
        int from = Ports.freeRange(600);
        assertNotEquals(overTcp, Math.clamp(overTcp, from, from + 599));
        assertNotEquals(overUdp, Math.clamp(overUdp, from, from + 599));
      }
    }
  }

  @Test
  void moreThanThereAreIsRefused() {
    ServerException e = assertThrows(ServerException.class, () -> Ports.freeRange(20_000));
    assertEquals("no 20000 neighbouring free ports between 20000 and 32000 on 127.0.0.1", e.getMessage());
  }
}
