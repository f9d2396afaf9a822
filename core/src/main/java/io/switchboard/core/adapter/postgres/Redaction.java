package io.switchboard.core.adapter.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.switchboard.core.agent.StaffMessages.Message;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.line.WrittenNumber;
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
  private static final String NONE = "(?!)";
  /** Kind → its fields that are emptied in calls of his; {@code *}: of every kind. */
  private static final Map<String, Set<String>> EMPTIED = Map.ofEntries(
      Map.entry("*", Set.of("caller", "callerName", "note", "text")),
      Map.entry("CallbackBooked", Set.of("number")),
      Map.entry("ConsultBegun", Set.of("number")),
      Map.entry("HandedOn", Set.of("number")),
      Map.entry("DialBegun", Set.of("number")),
      Map.entry("DialEnded", Set.of("number")),
      Map.entry("TransferStarted", Set.of("number", "shown")),
      Map.entry("TransferConnected", Set.of("number")),
      Map.entry("TransferEnded", Set.of("number")),
      Map.entry("LookedUp", Set.of("why")),
      Map.entry("TaskMade", Set.of("number")),
      Map.entry("PageAnswered", Set.of("answer")),
      Map.entry("ScriptTold", Set.of("why")),
      Map.entry("ScriptBroken", Set.of("why")));
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
    this.anyNumber = numbers.isEmpty() ? "" : WrittenNumber.pattern(numbers);
    this.numbers = Pattern.compile(numbers.isEmpty() ? NONE : anyNumber);
    this.calls = calls;
  }

  private static String either(Set<String> words) {
    return words.isEmpty() ? NONE : words.stream().map(Pattern::quote).collect(Collectors.joining("|"));
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

  /** What supervisors wrote to agents: his names, as words of their own, and numbers go. @return those that were changed and nobody has seen */
  List<Message> messages(Connection connection, TenantId tenant) throws SQLException {
    List<Message> changed = new ArrayList<>();
    List<Message> unseen = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(
        "select id, text, agent, from_user, at_ms, seen_at_ms from staff_message where tenant = ?")) {
      statement.setFetchSize(FETCHED);
      Sql.bind(connection, statement, tenant.value());
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          String text = row.getString(2);
          String without = words.matcher(numbers.matcher(text).replaceAll(GONE)).replaceAll(GONE);
          if (!without.equals(text)) {
            Message message = new Message(
                Long.toString(row.getLong(1)), new AgentId(tenant, row.getString(3)), row.getString(4), without, row.getLong(5));
            changed.add(message);
            if (row.getObject(6) == null) {
              unseen.add(message);
            }
          }
        }
      }
    }
    for (Message message : changed) {
      Sql.update(connection, "update staff_message set text = ? where id = ?", message.text(), Long.parseLong(message.id()));
    }
    return unseen;
  }

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
