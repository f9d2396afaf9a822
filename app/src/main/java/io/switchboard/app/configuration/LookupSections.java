package io.switchboard.app.configuration;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.switchboard.ivr.adapter.http.Address;
import io.switchboard.ivr.adapter.http.Body;
import io.switchboard.ivr.adapter.http.HttpLookup;
import io.switchboard.ivr.adapter.http.HttpSettings;
import io.switchboard.ivr.adapter.http.Template;
import io.switchboard.ivr.adapter.sql.NamedSql;
import io.switchboard.ivr.adapter.sql.SqlLookup;
import io.switchboard.ivr.adapter.sql.SqlSettings;
import io.switchboard.ivr.lookup.Lookup;
import io.switchboard.ivr.value.Type;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes the records of a {@code lookups.yaml} that was checked. */
final class LookupSections {
  private static final int CONNECTIONS = 8;
  private static final long LIMIT_MS = 2_000;

  private final Document document;

  LookupSections(Document document) {
    this.document = document;
  }

  List<SourcePlan> sources() {
    return document.names(KeyPath.of("sources")).stream().map(name -> source(name, document.at(KeyPath.of("sources", name)))).toList();
  }

  private static SourcePlan source(String name, JsonNode source) {
    JsonNode sql = source.path("sql");
    JsonNode http = source.path("http");
    if (http.isObject()) {
      Map<String, String> headers = new HashMap<>();
      http.path("headers").properties().forEach(each -> headers.put(each.getKey(), each.getValue().asText()));
      return new SourcePlan.Http(
          name, new HttpSettings(http.path("url").asText().replaceAll("/+$", ""), headers), http.path("connections").asInt(CONNECTIONS));
    }
    int connections = sql.path("connections").asInt(CONNECTIONS);
    return sql.path("url").asText().equals(SourceCheck.EMBEDDED)
        ? new SourcePlan.Embedded(name, connections)
        : new SourcePlan.Sql(
            name, new SqlSettings(sql.path("url").asText(), sql.path("user").asText(), sql.path("password").asText()), connections);
  }

  List<LookupPlan> lookups() {
    return document.names(KeyPath.of("lookups")).stream().map(this::plan).toList();
  }

  private LookupPlan plan(String name) {
    KeyPath at = KeyPath.of("lookups", name);
    JsonNode node = document.at(at);
    Lookup lookup = lookup(name, node);
    LookupPlan.Asking asking = node.has("sql")
        ? new LookupPlan.Asking.Sql(new SqlLookup(lookup, statement(node.path("sql").asText())))
        : new LookupPlan.Asking.Http(http(lookup, node));
    return new LookupPlan(node.path("source").asText(), asking, lines(at));
  }

  private static Lookup lookup(String name, JsonNode node) {
    Map<String, Type> takes = new HashMap<>();
    Set<String> secrets = new HashSet<>();
    node.path("takes").properties().forEach(each -> {
      takes.put(each.getKey(), Type.named(each.getValue().asText()).orElse(Type.TEXT));
      if (each.getValue().asText().equals("secret")) {
        secrets.add(each.getKey());
      }
    });
    Map<String, Type> gives = new HashMap<>();
    node.path("gives").properties().forEach(each -> gives.put(each.getKey(), type(each.getValue())));
    return new Lookup(name, takes, secrets, gives, node.path("limit_ms").asLong(LIMIT_MS));
  }

  private static Type type(JsonNode given) {
    return Type.named(given.isObject() ? given.path("type").asText() : given.asText()).orElse(Type.TEXT);
  }

  private static NamedSql statement(String written) {
    if (NamedSql.parse(written) instanceof NamedSql.Result.Good good) {
      return good.sql();
    }
    throw new IllegalStateException("the check let pass a statement that cannot be read");
  }

  private static HttpLookup http(Lookup lookup, JsonNode node) {
    Map<String, HttpLookup.Place> places = new HashMap<>();
    node.path("gives").properties().forEach(each -> places.put(each.getKey(), new HttpLookup.Place(
        JsonPointer.compile(each.getValue().path("at").asText()), each.getValue().path("optional").asBoolean(false))));
    Optional<Body> body = node.has("post") ? Optional.of(new Body(body(node))) : Optional.empty();
    return new HttpLookup(lookup, new Address(new Template(node.path(node.has("post") ? "post" : "get").asText())), body, places);
  }

  private static JsonNode body(JsonNode node) {
    return node.has("body") ? node.path("body") : JsonNodeFactory.instance.objectNode();
  }

  private Map<String, Integer> lines(KeyPath lookup) {
    Map<String, Integer> lines = new HashMap<>();
    document.names(lookup).forEach(key -> lines.put(key, document.line(lookup.then(key))));
    document.names(lookup.then("gives")).forEach(key -> lines.put("gives." + key, document.line(lookup.then("gives").then(key))));
    return lines;
  }
}
