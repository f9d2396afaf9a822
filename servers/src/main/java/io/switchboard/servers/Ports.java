package io.switchboard.servers;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Free ports on the loopback address. A port is never handed out twice by this process; another process may still take it before it is
 * used, which the server's start then reports. Ports are drawn below 32768, where the kernel takes no ports for outgoing connections.
 */
public final class Ports {
  private static final int FIRST = 10_000;
  /** Ranges lie from here on: among single ports no long gap would be left. */
  private static final int FIRST_OF_RANGES = 20_000;
  private static final int LAST = 32_000;
  private static final int TRIES = 2_000;
  private static final Set<Integer> GIVEN = new HashSet<>();

  private Ports() {}

  /** A port free for TCP and UDP. */
  public static int free() {
    return freeRange(1);
  }

  /** The first of {@code count} neighbouring ports, all free for TCP and UDP; RTP wants an even first port and gets one. */
  public static synchronized int freeRange(int count) {
    for (int tried = 0; tried < TRIES; tried++) {
      int first = (count == 1
          ? ThreadLocalRandom.current().nextInt(FIRST, FIRST_OF_RANGES)
          : ThreadLocalRandom.current().nextInt(FIRST_OF_RANGES, LAST - count)) & ~1;
      if (allFree(first, count)) {
        for (int port = first; port < first + count; port++) {
          GIVEN.add(port);
        }
        return first;
      }
    }
    throw new ServerException("no " + count + " neighbouring free ports between " + FIRST + " and " + LAST + " on 127.0.0.1");
  }

  private static boolean allFree(int first, int count) {
    for (int port = first; port < first + count; port++) {
      if (GIVEN.contains(port) || !isFree(port)) {
        return false;
      }
    }
    return true;
  }

  /** Whether nobody listens on the port, over TCP or UDP. */
  public static boolean isFree(int port) {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (ServerSocket tcp = new ServerSocket();
        DatagramSocket udp = new DatagramSocket(null)) {
      tcp.bind(new InetSocketAddress(loopback, port));
      udp.bind(new InetSocketAddress(loopback, port));
      return true;
    } catch (IOException taken) {
      return false;
    }
  }
}
