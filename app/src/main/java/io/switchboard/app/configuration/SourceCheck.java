package io.switchboard.app.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.core.id.Names;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a schema cannot say of data sources: names, what belongs together, and that no secret stands in the file. */
final class SourceCheck {
  static final String EMBEDDED = "embedded";
  private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}");
  private static final Pattern PASSWORD_IN_URL = Pattern.compile("(?i)[?&](user|password|sslpassword)=");
  /** The client writes these itself. */
  private static final Set<String> OWN = Set.of("connection", "content-length", "expect", "host", "upgrade", "transfer-encoding");

  private final Document document;
  private final Findings findings;

  SourceCheck(Document document, Findings findings) {
    this.document = document;
    this.findings = findings;
  }

  void check() {
    for (String name : document.names(KeyPath.of("sources"))) {
      KeyPath source = KeyPath.of("sources", name);
      name(source);
      if (document.at(source).has("sql")) {
        sql(source.then("sql"));
      }
      document.names(source.then("http").then("headers")).forEach(header -> header(source.then("http").then("headers").then(header)));
    }
  }

  private void name(KeyPath at) {
    if (!Names.valid(at.key())) {
      findings.add(document, at, "is no name for a source", "use 1 to 64 of a-z 0-9 _ . - from a letter or digit on");
    }
  }

  private void sql(KeyPath at) {
    JsonNode sql = document.at(at);
    boolean embedded = sql.path("url").asText().equals(EMBEDDED);
    if (embedded && (sql.has("user") || sql.has("password"))) {
      findings.add(document, at, "has a user, but embedded has its own", "leave user and password out");
    }
    if (!embedded && sql.path("url").isTextual() && !sql.has("user")) {
      findings.add(document, at.then("user"), "is missing", "give a user of the database who may do no more than the lookups need");
    }
    if (PASSWORD_IN_URL.matcher(sql.path("url").asText()).find()) {
      findings.add(document, at.then("url"), "has a user or a password in it", "write user and password: ${env:NAME} beside it");
    }
    secret(at.then("password"));
  }

  private void header(KeyPath at) {
    String name = at.steps().getLast().toString();
    if (!HEADER.matcher(name).matches() || OWN.contains(name.toLowerCase(Locale.ROOT))) {
      findings.add(document, at, "is no header that can be set", "leave it out, or correct its name");
    }
    if (SecretSettings.at(document.file(), at.toString())) {
      secret(at);
    }
  }

  private void secret(KeyPath at) {
    if (document.at(at).isValueNode() && !document.at(at).asText().isEmpty()
        && SecretSettings.inPlain(document.file(), at.toString(), document.written(at))) {
      findings.add(document, at, "has a secret in plain", "write ${env:NAME}, and set NAME before the start, or file:path");
    }
  }
}
