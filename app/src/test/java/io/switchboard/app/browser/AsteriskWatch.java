package io.switchboard.app.browser;

import io.switchboard.servers.asterisk.AsteriskServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.io.OutputStreamWriter;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** All that Asterisk tells of one phone, and when: more than the platform asks to be told. */
public final class AsteriskWatch implements AutoCloseable {
  private static final String LOGIN = "Action: Login\r\nUsername: watch\r\nSecret: watching\r\n\r\n";

  private final Socket socket;
  private final String endpoint;
  private final List<Seen> seen = new CopyOnWriteArrayList<>();

  /**
   * An event of AMI.
   *
   * @param atNs by {@link System#nanoTime}
   */
  public record Seen(long atNs, String event, Map<String, String> fields) {
    public String field(String name) {
      return fields.getOrDefault(name, "");
    }
  }

  private AsteriskWatch(Socket socket, String endpoint) {
    this.socket = socket;
    this.endpoint = endpoint;
  }

  /** Begins to watch over a manager user of its own. */
  public static AsteriskWatch of(AsteriskServer asterisk, int amiPort, String endpoint) throws IOException {
    Path file = asterisk.directory().resolve("manager.conf");
    String text = Files.readString(file).replaceAll("(?m)^disabledevents.*$", "");
    if (!text.contains("[watch]")) {
      text += "\n[watch]\nsecret = watching\nread = system,call,user,dtmf,agi,reporting\nwritetimeout = 5000\n";
    }
    Files.writeString(file, text);
    asterisk.console("manager reload");
    Socket socket = new Socket("127.0.0.1", amiPort);
    Writer out = new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.UTF_8);
    out.write(LOGIN);
    out.flush();
    AsteriskWatch watch = new AsteriskWatch(socket, endpoint);
    Thread.ofPlatform().daemon().name("watch").start(watch::read);
    return watch;
  }

  private void read() {
    try (BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
      Map<String, String> fields = new LinkedHashMap<>();
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        int colon = line.indexOf(": ");
        if (colon > 0) {
          fields.put(line.substring(0, colon), line.substring(colon + 2));
        } else if (line.isEmpty()) {
          take(fields);
          fields = new LinkedHashMap<>();
        }
      }
    } catch (IOException closed) {
      // no more is told
    }
  }

  private void take(Map<String, String> fields) {
    if (fields.containsKey("Event") && fields.values().stream().anyMatch(value -> value.contains(endpoint))) {
      seen.add(new Seen(System.nanoTime(), fields.get("Event"), fields));
    }
  }

  /** From this moment on, in order. */
  public List<Seen> since(long ns) {
    List<Seen> after = new ArrayList<>(seen);
    after.removeIf(each -> each.atNs() < ns);
    return after;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
