package io.switchboard.app.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.core.metric.Definitions;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes the {@link Installation} of a {@code switchboard.yaml} that was checked. */
final class InstallationSection {
  static final int RTP_FIRST_PORT = 10000;
  static final int RTP_LAST_PORT = 19999;
  private static final int AMI_PORT = 5038;
  private static final int WEB_PORT = 8088;
  private static final Pattern AMI = Pattern.compile("ami://([^:@/]+):([^@/]+)@([^:@/]+)(?::([0-9]+))?");
  private static final String EMBEDDED = "embedded";

  private final JsonNode root;

  InstallationSection(JsonNode root) {
    this.root = root;
  }

  Installation installation() {
    JsonNode limits = root.path("limits");
    return new Installation(
        asterisk(root.path("asterisk").asText(EMBEDDED), root.path("asterisk_web_port").asInt(WEB_PORT)),
        server(root.path("postgres").asText(EMBEDDED), root.path("postgres_user").asText(), root.path("postgres_password").asText()),
        server(root.path("redis").asText(EMBEDDED), "", ""),
        http(root.path("http")),
        sip(root.path("sip")),
        Path.of(root.path("data").asText("var")),
        limits.path("calls").asInt(500),
        limits.path("spill_mb").asLong(512) * 1024 * 1024,
        definitions(root.path("service_level")),
        routing(root.path("routing")));
  }

  private static AsteriskServer asterisk(String text, int webPort) {
    Matcher ami = AMI.matcher(text);
    if (!ami.matches()) {
      return new AsteriskServer.Embedded();
    }
    int port = ami.group(4) == null ? AMI_PORT : Integer.parseInt(ami.group(4));
    return new AsteriskServer.Ami(ami.group(3), port, ami.group(1), ami.group(2), webPort);
  }

  private static DataServer server(String url, String user, String password) {
    return url.equals(EMBEDDED) ? new DataServer.Embedded() : new DataServer.External(url, user, password);
  }

  private static Installation.Http http(JsonNode http) {
    return new Installation.Http(
        http.path("host").asText("127.0.0.1"),
        http.path("port").asInt(8080),
        text(http.path("token_secret")),
        text(http.path("metrics_token")),
        http.path("trusted_proxies").valueStream().map(JsonNode::asText).collect(Collectors.toUnmodifiableSet()));
  }

  private static Installation.Sip sip(JsonNode sip) {
    return new Installation.Sip(
        sip.path("host").asText("0.0.0.0"),
        sip.path("port").asInt(5060),
        sip.path("rtp_first_port").asInt(RTP_FIRST_PORT),
        sip.path("rtp_last_port").asInt(RTP_LAST_PORT));
  }

  private static Definitions definitions(JsonNode level) {
    Definitions standard = Definitions.standard();
    return new Definitions(
        Definitions.ServiceLevel.valueOf(level.path("form").asText(standard.serviceLevel().name()).toUpperCase(Locale.ROOT)),
        level.path("target_s").asLong(standard.withinMs() / 1000) * 1000,
        level.path("short_abandon_s").asLong(standard.shortAbandonMs() / 1000) * 1000);
  }

  private static Installation.Routing routing(JsonNode routing) {
    return new Installation.Routing(
        routing.path("point_worth_s").asLong(60) * 1000, routing.path("phone_retry_s").asLong(30) * 1000);
  }

  private static Optional<String> text(JsonNode node) {
    return node.isMissingNode() ? Optional.empty() : Optional.of(node.asText());
  }
}
