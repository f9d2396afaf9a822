package io.switchboard.app.browser;

import io.switchboard.servers.process.Executables;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assumptions;

/**
 * A network of its own for a browser: a namespace with one interface, whose other end is this machine's. So the interface can really be down, and
 * up again with another address. Only root makes one, by {@code ip} of iproute2.
 */
public final class BrowserNetwork implements AutoCloseable {
  private static final AtomicInteger OPENED = new AtomicInteger();
  private static final String NAMES = "switchboard-";
  private static final String INTERFACE = "net0";
  private static final int HERE = 1;
  private static final int TRIES = 100;

  private final Path ip;
  private final String name;
  private final String end;
  private final String prefix;

  private BrowserNetwork(Path ip, String number, String prefix) {
    this.ip = ip;
    this.name = NAMES + number;
    this.end = "sb" + number;
    this.prefix = prefix;
  }

  /** Its interface is up and has the address {@code n}. Where this machine cannot make one the test is skipped, and says why. */
  public static BrowserNetwork open(int n) throws IOException {
    Path ip = Executables.onPath("ip").orElse(null);
    if (ip == null) {
      throw skipped("there is no `ip` on the PATH (iproute2)");
    }
    BrowserNetwork network = new BrowserNetwork(ip, ProcessHandle.current().pid() + "-" + OPENED.incrementAndGet(), unused());
    try {
      removeLeft(ip);
      network.lay(n);
      return network;
    } catch (IllegalStateException refused) {
      network.close();
      throw skipped(refused.getMessage());
    }
  }

  private static RuntimeException skipped(String why) {
    String message = "SKIPPED, a browser's network cannot be taken away on this machine: " + why;
    System.err.println(message);
    return Assumptions.abort(message);
  }

  /** What a killed run left. */
  private static void removeLeft(Path ip) {
    for (String line : said(ip, "netns", "list").lines().toList()) {
      String[] of = line.split(" ")[0].split("-");
      if (line.startsWith(NAMES) && of.length == 3 && of[1].matches("[0-9]+") && ProcessHandle.of(Long.parseLong(of[1])).isEmpty()) {
        new BrowserNetwork(ip, of[1] + "-" + of[2], "").close();
      }
    }
  }

  /** Of 198.18.0.0/15, the addresses for tests between networks (RFC 2544). */
  private static String unused() throws IOException {
    for (int tries = 0; tries < TRIES; tries++) {
      String prefix = "198." + ThreadLocalRandom.current().nextInt(18, 20) + "." + ThreadLocalRandom.current().nextInt(256) + ".";
      boolean taken = NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses)
          .map(InetAddress::getHostAddress).anyMatch(address -> address.startsWith(prefix));
      if (!taken) {
        return prefix;
      }
    }
    throw new IllegalStateException("no addresses are left in 198.18.0.0/15");
  }

  private void lay(int n) {
    said(ip, "netns", "add", name);
    said(ip, "link", "add", end, "type", "veth", "peer", "name", INTERFACE, "netns", name);
    said(ip, "link", "set", end, "addrgenmode", "none");
    said(ip, "address", "add", prefix + HERE + "/24", "dev", end);
    said(ip, "link", "set", end, "up");
    said(ip, "-n", name, "link", "set", "lo", "up");
    said(ip, "-n", name, "link", "set", INTERFACE, "addrgenmode", "none");
    plugIn(n);
  }

  /** This machine, as the browser reaches it. */
  public String here() {
    return prefix + HERE;
  }

  /** A command of the machine that runs another one inside. */
  String inside() {
    return ip + " netns exec " + name;
  }

  /** The interface goes down. */
  public void unplug() {
    said(ip, "-n", name, "link", "set", INTERFACE, "down");
  }

  /** Gives the interface the address {@code n}, from 2 to 254, instead of the one that it had, and puts it up where it is down. */
  public void plugIn(int n) {
    said(ip, "-n", name, "address", "flush", "dev", INTERFACE);
    said(ip, "-n", name, "address", "add", prefix + n + "/24", "dev", INTERFACE);
    said(ip, "-n", name, "link", "set", INTERFACE, "up");
  }

  private static String said(Path ip, String... arguments) {
    List<String> command = new ArrayList<>(List.of(ip.toString()));
    command.addAll(List.of(arguments));
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      if (process.waitFor() != 0) {
        throw new IllegalStateException(String.join(" ", command) + ": " + said);
      }
      return said;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** With one end of it both are gone. */
  @Override
  public void close() {
    for (List<String> remove : List.of(List.of("link", "delete", end), List.of("netns", "delete", name))) {
      try {
        said(ip, remove.toArray(String[]::new));
      } catch (IllegalStateException gone) {
        // it was never there
      }
    }
  }
}
