package io.switchboard.desktop.adapter.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.switchboard.core.customer.TimelineKind;
import io.switchboard.core.customer.TimelineWhat;
import io.switchboard.core.interaction.AttachedData;
import io.switchboard.core.interaction.CallbackAhead;
import io.switchboard.core.interaction.Interaction;
import io.switchboard.core.metric.Definitions;
import io.switchboard.core.metric.Snapshot;
import io.switchboard.core.metric.Waits;
import io.switchboard.desktop.api.Endpoint;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DescriptionTest {
  private static final List<String> METHODS = List.of("get", "post", "put", "delete", "patch");

  /** What an operation is in both: "POST /api/login" → "LOGIN []". */
  @Test
  void theOpenApiDescriptionHasTheEndpointsThatThereAre_withTheirRoles() throws Exception {
    JsonNode description;
    try (ApiOnTheWire api = ApiOnTheWire.started()) {
      description = new YAMLMapper().readTree(api.send("GET", "/api/openapi.yaml", "", "").body());
    }
    Map<String, String> described = new TreeMap<>();
    description.path("paths").properties().forEach(path -> path.getValue().properties().stream()
        .filter(operation -> METHODS.contains(operation.getKey()))
        .forEach(operation -> described.put(
            operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), described(operation.getValue()))));

    Map<String, String> there = new TreeMap<>();
    Arrays.stream(Endpoint.values()).forEach(endpoint -> there.put(endpoint.method() + " " + endpoint.path(),
        endpoint + " " + endpoint.roles().stream().map(role -> role.name().toLowerCase(Locale.ROOT)).sorted().toList()));
    assertEquals(there, described);
  }

  @Test
  void theOpenApiDescriptionNamesEveryNumberThatThereIs() throws Exception {
    JsonNode schemas = new YAMLMapper().readTree(DescriptionTest.class.getResource("/openapi.yaml")).path("components").path("schemas");
    Map<String, Class<?>> shown = Map.of(
        "Queue", Snapshot.Queue.class, "Arrivals", Snapshot.Arrivals.class, "Call", Snapshot.LiveCall.class,
        "Definitions", Definitions.class, "Waits", Waits.class, "Interaction", Interaction.class,
        "Callback", CallbackAhead.class, "AtHand", Snapshot.AtHand.class, "AttachedData", AttachedData.class);
    shown.forEach((name, type) -> {
      List<String> there = Arrays.stream(type.getRecordComponents())
          .map(component -> component.getName().replaceAll("(?=[A-Z])", "_").toLowerCase(Locale.ROOT)).toList();
      JsonNode schema = schemas.path(name);
      assertEquals(there, schema.path("properties").propertyStream().map(Map.Entry::getKey).toList(), name);
      assertEquals(there, schema.path("required").valueStream().map(JsonNode::asText).toList(), name);
    });
  }

  @Test
  void theOpenApiDescriptionNamesAllThatATimelineTells() throws Exception {
    JsonNode schemas = new YAMLMapper().readTree(DescriptionTest.class.getResource("/openapi.yaml")).path("components").path("schemas");
    assertEquals(words(TimelineWhat.values()), named(schemas.path("TimelineWhat")));
    assertEquals(words(TimelineKind.values()), named(schemas.at("/TimelineEntry/properties/kind")));
  }

  private static List<String> words(Enum<?>[] all) {
    return Arrays.stream(all).map(each -> each.name().toLowerCase(Locale.ROOT)).toList();
  }

  private static List<String> named(JsonNode schema) {
    return schema.path("enum").valueStream().map(JsonNode::asText).toList();
  }

  private static String described(JsonNode operation) {
    return operation.path("operationId").asText() + " "
        + operation.path("x-roles").valueStream().map(JsonNode::asText).sorted().toList();
  }
}
