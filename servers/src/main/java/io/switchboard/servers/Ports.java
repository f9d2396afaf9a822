package io.switchboard.servers;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Free ports on the loopback address. Each is handed out again only after all others of its kind, so that it is long in use or free by
 * then; another process may still take it before it is used, which the server's start then reports. Ports are drawn below 32768, where the
 * kernel takes no ports for outgoing connections.
 */
public final class Ports {
  /** Single ports, a few for one caller's media, and hundreds for a server's: apart, since among small ones no long gap would be left. */
  private static final Region SINGLE = new Region(10_000, 15_000);

  private static final Region FEW = new Region(15_000, 20_000);
  private static final Region MANY = new Region(20_000, 32_000);
  private static final int MOST_OF_FEW = 32;

  private Ports() {}

  /** A port free for TCP and UDP. */
  public static int free() {
    return SINGLE.take(1);
  }

  /** The first of {@code count} neighbouring ports, all free for TCP and UDP; RTP wants an even first port and gets one. */
  public static int freeRange(int count) {
    return (count <= MOST_OF_FEW ? FEW : MANY).take(count);
  }

  /** Ports that are taken in turn, from a random one on: two processes at once are then unlikely to want the same. */
  private static final class Region {
    private final int first;
    private final int last;
    private int next;

    Region(int first, int last) {
      this.first = first;
      this.last = last;
      this.next = ThreadLocalRandom.current().nextInt(first, last) & ~1;
    }

    /** Looks at every port once, and a little more for a range across the seam. */
    synchronized int take(int count) {
      int left = count > last - first ? 0 : last - first + count;
      while (left > 0) {
        int from = next + count > last ? first : next;
        int taken = firstTaken(from, count);
        int after = taken < 0 ? from + count : taken + 1;
        left -= Math.max(2, after - from);
        next = after + (after & 1);
        if (taken < 0) {
          return from;
        }
      }
      throw new ServerException("no " + count + " neighbouring free ports between " + first + " and " + last + " on 127.0.0.1");
    }

    /** -1: none. */
    private static int firstTaken(int from, int count) {
      for (int port = from; port < from + count; port++) {
        if (!isFree(port)) {
          return port;
        }
      }
      return -1;
    }
  }

  /**
   * Whether somebody has this UDP port. It is read from the kernel's table, for whoever waits for a program to take its port: to try the port by
   * taking it ({@link #isFree}) would take it from that program in the very moment.
   *
   * @throws ServerException where the table cannot be read
   */
  public static boolean isTakenUdp(int port) {
    String bound = String.format(":%04X ", port);
    try {
      return Files.readAllLines(Path.of("/proc/net/udp")).stream().anyMatch(line -> line.contains(bound));
    } catch (IOException e) {
      throw new ServerException("cannot read which ports are taken: " + e, e);
    }
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
