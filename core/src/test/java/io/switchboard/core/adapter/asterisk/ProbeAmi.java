package io.switchboard.core.adapter.asterisk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** A second, plain client of the manager interface: what a test must see or do behind the line's back. */
final class ProbeAmi implements AutoCloseable {
  private final Socket socket;
  private final BufferedReader in;

  ProbeAmi(int port) throws IOException {
    socket = new Socket("127.0.0.1", port);
    socket.setSoTimeout(10_000);
    in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    in.readLine();
    send("Login", "Username", "switchboard", "Secret", "s;cret");
    until("Response");
  }

  void send(String action, String... headers) throws IOException {
    StringBuilder text = new StringBuilder("Action: " + action + "\r\n");
    for (int i = 0; i < headers.length; i += 2) {
      text.append(headers[i]).append(": ").append(headers[i + 1]).append("\r\n");
    }
    socket.getOutputStream().write((text + "\r\n").getBytes(StandardCharsets.UTF_8));
  }

  /** The next message that has this header. Headers of one name are joined by a blank. */
  Map<String, String> until(String header) throws IOException {
    while (true) {
      Map<String, String> message = next();
      if (message.containsKey(header)) {
        return message;
      }
    }
  }

  /** Every channel now. */
  List<Map<String, String>> channels() throws IOException {
    send("CoreShowChannels");
    List<Map<String, String>> channels = new ArrayList<>();
    while (true) {
      Map<String, String> message = next();
      if ("CoreShowChannel".equals(message.get("Event"))) {
        channels.add(message);
      } else if ("CoreShowChannelsComplete".equals(message.get("Event"))) {
        return channels;
      }
    }
  }

  /** The names of all events up to the first that ends it. */
  List<String> eventsUntil(Predicate<String> last) throws IOException {
    List<String> names = new ArrayList<>();
    while (names.isEmpty() || !last.test(names.get(names.size() - 1))) {
      names.add(until("Event").get("Event"));
    }
    return names;
  }

  Map<String, String> next() throws IOException {
    Map<String, String> message = new LinkedHashMap<>();
    for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
      int colon = line.indexOf(':');
      message.merge(line.substring(0, colon), line.substring(colon + 1).strip(), (a, b) -> a + " " + b);
    }
    return message;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
