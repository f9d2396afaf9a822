package io.switchboard.app.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.core.id.Closest;
import io.switchboard.core.id.Names;
import io.switchboard.ivr.adapter.http.Address;
import io.switchboard.ivr.adapter.http.Body;
import io.switchboard.ivr.adapter.http.Template;
import io.switchboard.ivr.adapter.sql.NamedSql;
import io.switchboard.ivr.adapter.sql.SqlLookup;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What a schema cannot say of lookups: that the source is there, that they are asked its way, that each parameter is known and used. */
final class LookupCheck {
  private static final List<String> WAYS = List.of("sql", "get", "post");
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,31}");
  private static final String SECRET = "secret";

  private final Document document;
  private final Findings findings;

  LookupCheck(Document document, Findings findings) {
    this.document = document;
    this.findings = findings;
  }

  void check() {
    for (String name : document.names(KeyPath.of("lookups"))) {
      KeyPath lookup = KeyPath.of("lookups", name);
      if (!Names.valid(name)) {
        findings.add(document, lookup, "is no name for a lookup", "use 1 to 64 of a-z 0-9 _ . - from a letter or digit on");
      }
      names(lookup.then("takes"), "parameter");
      names(lookup.then("gives"), "value");
      if (document.at(lookup.then("takes")).has(SqlLookup.REQUEST)) {
        findings.add(document, lookup.then("takes").then(SqlLookup.REQUEST), "is there by itself", "leave it out, or choose another name");
      }
      way(lookup);
    }
  }

  private void names(KeyPath section, String kind) {
    for (String name : document.names(section)) {
      if (!NAME.matcher(name).matches()) {
        findings.add(document, section.then(name), "is no name for a " + kind, "use 1 to 32 of a-z 0-9 _ from a letter on");
      }
    }
  }

  private void way(KeyPath lookup) {
    List<String> ways = WAYS.stream().filter(document.at(lookup)::has).toList();
    if (ways.size() != 1) {
      findings.add(document, lookup, ways.isEmpty() ? "says not how it is asked" : "is asked in more than one way", "give one of sql, get and post");
      return;
    }
    boolean sql = ways.getFirst().equals("sql");
    source(lookup, sql, ways.getFirst());
    gives(lookup.then("gives"), sql);
    if (sql) {
      statement(lookup);
    } else {
      request(lookup, ways.getFirst());
    }
  }

  private void source(KeyPath lookup, boolean sql, String way) {
    KeyPath at = lookup.then("source");
    String name = document.at(at).asText();
    List<String> sources = document.names(KeyPath.of("sources"));
    if (!document.at(at).isTextual()) {
      return;
    }
    if (!sources.contains(name)) {
      findings.add(document, at, "'" + name + "' is unknown", Closest.remedy(name, sources, "sources"));
    } else if (document.at(KeyPath.of("sources", name)).has("http") == sql) {
      findings.add(document, lookup.then(way), "does not fit '" + name + "', which is a source of " + (sql ? "http" : "sql"),
          "give " + (sql ? "get or post" : "sql") + ", or another source");
    }
  }

  private void gives(KeyPath gives, boolean sql) {
    for (String name : document.names(gives)) {
      JsonNode given = document.at(gives.then(name));
      if (sql && given.isObject()) {
        findings.add(document, gives.then(name), "has a place, but a row has columns", "give its type alone; its column has its name");
      } else if (!sql && given.isTextual()) {
        findings.add(document, gives.then(name), "has no place in the answer",
            "give {type: " + given.asText() + ", at: /place}, a JSON pointer");
      }
    }
  }

  private void statement(KeyPath lookup) {
    KeyPath at = lookup.then("sql");
    if (!document.at(at).isTextual()) {
      return;
    }
    switch (NamedSql.parse(document.at(at).asText())) {
      case NamedSql.Result.Bad bad -> findings.add(document, at, bad.wrong(), bad.right());
      case NamedSql.Result.Good good -> {
        known(lookup, at, good.sql().parameters());
        used(lookup, good.sql().parameters(), "the statement", "write :%s there, outside of quotes, or leave it out");
      }
    }
    if (document.at(lookup).has("body")) {
      findings.add(document, lookup.then("body"), "belongs to a post", "leave it out");
    }
  }

  private void request(KeyPath lookup, String way) {
    KeyPath at = lookup.then(way);
    String path = document.at(at).asText();
    if (document.at(at).isTextual() && !Address.fault(path).isEmpty()) {
      findings.add(document, at, document.shown(at) + " " + Address.fault(path), "give one that begins with one slash, e.g. /orders/{order}");
    }
    Set<String> inPath = new Template(path).parameters();
    known(lookup, at, inPath);
    for (String parameter : inPath) {
      if (document.at(lookup.then("takes").then(parameter)).asText().equals(SECRET)) {
        findings.add(document, at, "has the secret '" + parameter + "', and servers write paths into their logs", "send it in the body of a post");
      }
    }
    Set<String> all = new LinkedHashSet<>(inPath);
    JsonNode body = document.at(lookup.then("body"));
    if (body.isContainerNode()) {
      all.addAll(new Body(body).parameters());
      known(lookup, lookup.then("body"), new Body(body).parameters());
      if (way.equals("get")) {
        findings.add(document, lookup.then("body"), "belongs to a post", "leave it out, or write post instead of get");
      }
    }
    used(lookup, all, "path and body", "write {%s} there, or leave it out");
  }

  private void known(KeyPath lookup, KeyPath at, Collection<String> parameters) {
    List<String> takes = new ArrayList<>(document.names(lookup.then("takes")));
    takes.add(SqlLookup.REQUEST);
    for (String parameter : new LinkedHashSet<>(parameters)) {
      if (!takes.contains(parameter)) {
        findings.add(document, at, "names the parameter '" + parameter + "', which is unknown",
            Closest.remedy(parameter, takes, "those of takes and of all lookups") + " Or add it to takes");
      }
    }
  }

  private void used(KeyPath lookup, Collection<String> parameters, String where, String right) {
    for (String parameter : document.names(lookup.then("takes"))) {
      if (!parameters.contains(parameter) && !parameter.equals(SqlLookup.REQUEST)) {
        findings.add(document, lookup.then("takes").then(parameter), "is not used in " + where, right.formatted(parameter));
      }
    }
  }
}
