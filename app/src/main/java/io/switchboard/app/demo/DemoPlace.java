package io.switchboard.app.demo;

import io.switchboard.servers.Ports;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the demo lies and which ports it takes: its own directory, and ports that nobody uses now, so that it gets on with whatever runs on
 * this machine. The configuration reads them as environment variables.
 */
public record DemoPlace(Path data, int phonesPort, int customersPort, Map<String, String> variables) {
  private static final int HTTP_PORT = 8080;
  private static final int SIP_PORT = 5060;
  private static final int RTP_PORTS = 600;

  public static DemoPlace in(Path data) {
    int phones = Ports.free();
    int customers = Ports.free();
    Map<String, String> variables = new HashMap<>();
    variables.put("SWITCHBOARD_DATA", data.toString());
    variables.put("SWITCHBOARD_SIP_HOST", "127.0.0.1");
    variables.put("SWITCHBOARD_SIP_PORT", Integer.toString(wished("SWITCHBOARD_SIP_PORT", SIP_PORT)));
    variables.put("SWITCHBOARD_HTTP_PORT", Integer.toString(wished("SWITCHBOARD_HTTP_PORT", HTTP_PORT)));
    int rtp = Ports.freeRange(RTP_PORTS);
    variables.put("SWITCHBOARD_RTP_FIRST_PORT", Integer.toString(rtp));
    variables.put("SWITCHBOARD_RTP_LAST_PORT", Integer.toString(rtp + RTP_PORTS - 1));
    variables.put("SWITCHBOARD_DEMO_PHONES_PORT", Integer.toString(phones));
    variables.put("SWITCHBOARD_DEMO_CALLERS_PORT", Integer.toString(customers));
    return new DemoPlace(data, phones, customers, Map.copyOf(variables));
  }

  private static int wished(String variable, int usual) {
    int port = Integer.parseInt(System.getenv().getOrDefault(variable, Integer.toString(usual)));
    return Ports.isFree(port) ? port : Ports.free();
  }

  /** The environment with the demo's own values on top. */
  public @Nullable String variable(String name) {
    String own = variables.get(name);
    return own != null ? own : System.getenv(name);
  }
}
