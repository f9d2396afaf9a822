package io.switchboard.app.configuration;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.core.adapter.crm.CrmSettings;
import io.switchboard.core.adapter.crm.CrmSettings.Field;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Makes the record of a tenant's {@code crm} that was checked. */
final class CrmSection {
  private CrmSection() {}

  static Optional<CrmSettings> of(JsonNode crm) {
    if (!crm.isObject()) {
      return Optional.empty();
    }
    Map<String, String> headers = new HashMap<>();
    crm.path("headers").properties().forEach(each -> headers.put(each.getKey(), each.getValue().asText()));
    Map<Field, JsonPointer> fields = new EnumMap<>(Field.class);
    crm.path("fields").properties().forEach(each ->
        fields.put(Field.valueOf(each.getKey().toUpperCase(Locale.ROOT)), JsonPointer.compile(each.getValue().asText())));
    return Optional.of(new CrmSettings(
        crm.path("url").asText(), headers, crm.path("limit_ms").asLong(CrmSettings.LIMIT_MS), JsonPointer.compile(crm.path("list").asText("")),
        fields));
  }
}
