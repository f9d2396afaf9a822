package io.switchboard.core.adapter.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.switchboard.core.id.TenantId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Takes a person out of the facts of the journal. In those of his own calls the fields that tell of the caller, and what was written, entered or
 * looked up, are emptied; in all facts of the tenant his numbers go, wherever they stand. Times, queues, agents, outcomes and scores stay, so that
 * every count does.
 */
final class Redaction {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int FETCHED = 1_000;
  private static final String GONE = "";
  /** Kind → its fields that are emptied in calls of his; {@code *}: of every kind. */
  private static final Map<String, Set<String>> EMPTIED = Map.of(
      "*", Set.of("caller", "callerName", "note", "text"),
      "CallbackBooked", Set.of("number"),
      "ConsultBegun", Set.of("number"),
      "HandedOn", Set.of("number"),
      "DialBegun", Set.of("number"),
      "DialEnded", Set.of("number"),
      "TaskMade", Set.of("number"),
      "PageAnswered", Set.of("answer"));
  /** Objects whose texts are emptied, at any depth. */
  private static final String VALUES = "values";

  private final Pattern names;
  /** The same, but not within a longer word of letters; Chinese is written without blanks. */
  private final Pattern words;
  private final Pattern numbers;
  private final String anyNumber;
  private final Set<String> calls;

  /**
   * @param names of his
   * @param numbers E.164; nobody else's
   * @param calls his
   */
  Redaction(Set<String> names, Set<String> numbers, Set<String> calls) {
    this.names = Pattern.compile(either(names), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    this.words = Pattern.compile(
        "(?<![\\p{L}&&[^\\p{IsHan}]])(?:" + either(names) + ")(?![\\p{L}&&[^\\p{IsHan}]])", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    this.anyNumber = numbers.isEmpty() ? "" : numbers.stream().map(number -> number.substring(1)).collect(Collectors.joining("|", "(?<![0-9])(", ")(?![0-9])"));
    this.numbers = numbers.isEmpty() ? Pattern.compile("(?!)") : Pattern.compile("\\+?" + anyNumber);
    this.calls = calls;
  }

  private static String either(Set<String> words) {
    return words.isEmpty() ? "(?!)" : words.stream().map(Pattern::quote).collect(Collectors.joining("|"));
  }

  /** @return how many facts it changed */
  int journal(Connection connection, TenantId tenant) throws SQLException {
    List<Fact> changed = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(
        "select seq, call, kind, body from journal where tenant = ? and (call = any(?::text[]) or ? <> '' and body::text ~ ?)")) {
      statement.setFetchSize(FETCHED);
      Sql.bind(connection, statement, tenant.value(), calls, anyNumber, anyNumber);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          take(row, changed);
        }
      }
    }
    for (Fact fact : changed) {
      Sql.update(connection, "update journal set body = ?::jsonb where seq = ?", fact.body(), fact.seq());
    }
    return changed.size();
  }

  /** What supervisors wrote to agents: his names, as words of their own, and numbers go. */
  void messages(Connection connection, TenantId tenant) throws SQLException {
    List<Message> changed = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement("select id, text from staff_message where tenant = ?")) {
      statement.setFetchSize(FETCHED);
      Sql.bind(connection, statement, tenant.value());
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          String text = row.getString(2);
          String without = words.matcher(numbers.matcher(text).replaceAll(GONE)).replaceAll(GONE);
          if (!without.equals(text)) {
            changed.add(new Message(row.getLong(1), without));
          }
        }
      }
    }
    for (Message message : changed) {
      Sql.update(connection, "update staff_message set text = ? where id = ?", message.text(), message.id());
    }
  }

  private record Message(long id, String text) {}

  private record Fact(long seq, String body) {}

  private void take(ResultSet row, List<Fact> changed) throws SQLException {
    String call = row.getString(2);
    try {
      JsonNode body = JSON.readTree(row.getString(4));
      JsonNode without = without(body, row.getString(3), call != null && calls.contains(call), false);
      if (!without.equals(body)) {
        changed.add(new Fact(row.getLong(1), JSON.writeValueAsString(without)));
      }
    } catch (JsonProcessingException e) {
      throw new SQLException("fact " + row.getLong(1) + " is no JSON", e);
    }
  }

  /** {@code emptied}: every text in it goes. */
  JsonNode without(JsonNode node, String kind, boolean his, boolean emptied) {
    if (node.isTextual()) {
      String text = emptied ? GONE : numbers.matcher(node.asText()).replaceAll(GONE);
      return TextNode.valueOf(his ? names.matcher(text).replaceAll(GONE) : text);
    }
    if (node.isArray()) {
      ArrayNode array = JSON.createArrayNode();
      node.forEach(each -> array.add(without(each, kind, his, emptied)));
      return array;
    }
    if (node.isObject()) {
      ObjectNode object = JSON.createObjectNode();
      node.properties().forEach(field -> object.set(field.getKey(), without(
          field.getValue(), kind, his, emptied || his && (field.getKey().equals(VALUES) || emptied(kind, field.getKey())))));
      return object;
    }
    return node;
  }

  private static boolean emptied(String kind, String field) {
    return EMPTIED.getOrDefault("*", Set.of()).contains(field) || EMPTIED.getOrDefault(kind, Set.of()).contains(field);
  }
}
