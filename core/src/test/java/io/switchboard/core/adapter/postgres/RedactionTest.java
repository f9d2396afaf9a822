package io.switchboard.core.adapter.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.switchboard.core.journal.Fact;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every text of every fact is either a word of ours or tells of a person; which, somebody has to decide for a new one. */
class RedactionTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TOLD = "lives in London";
  private static final Redaction ROSALIND = new Redaction(Set.of("Rosalind Franklin"), Set.of("+447700900123"), Set.of("c1"));

  /** Names of things that are configured, users, codes and files, wherever they stand. */
  private static final Set<String> OURS = Set.of(
      "by", "called", "code", "entryPoint", "file", "flow", "key", "language", "lookup", "next", "outcome", "pending", "policy", "reason", "rule",
      "run", "script", "step", "survey", "task", "trigger", "trunk", "trunks", "valueClass", "variable", "version", "mode");

  /** The same words, of which only those of these kinds are ours. */
  private static final Map<String, Set<String>> OURS_OF = Map.of(
      "why", Set.of(
          "QueueEntered", "CallbackDue", "WrapUpEnded", "EntryRefused", "TalkRecordingPaused", "TalkRecordingResumed", "TalkRecordingRefused",
          "TalkRecordingRemoved"),
      "shown", Set.of("DialBegun"),
      "answer", Set.of("MenuAnswered"));

  @Test
  void inHisCallsEveryTextThatTellsOfHimGoes_andEveryWordOfOursStays() {
    Set<String> left = new TreeSet<>();
    Set<String> lost = new TreeSet<>();
    for (Class<?> kind : Fact.kinds()) {
      JsonNode without = ROSALIND.without(filled(kind, TOLD), kind.getSimpleName(), true, false);
      compare(kind.getSimpleName(), kind, without, left, lost);
    }
    assertEquals(Set.of(), left, "these tell of a person and stayed; or add them to the words of ours");
    assertEquals(Set.of(), lost, "these words of ours went");
  }

  @Test
  void everyTextThatStaysLosesHisNameAndNumberAtLeast() {
    for (Class<?> kind : Fact.kinds()) {
      String without = ROSALIND.without(filled(kind, "x rosalind franklin 07700 900123 y"), kind.getSimpleName(), true, false).toString();
      assertFalse(without.toLowerCase().contains("rosalind") || without.contains("900123"), without);
    }
  }

  @Test
  void inTheCallsOfOthersHisNumbersGo_howeverTheyAreWritten() throws Exception {
    JsonNode body = JSON.readTree("{\"note\":\"sister of Rosalind Franklin, +44 7700 900123\",\"number\":\"+447700900123\",\"atMs\":447700900123}");
    assertEquals(
        JSON.readTree("{\"note\":\"sister of Rosalind Franklin, \",\"number\":\"\",\"atMs\":447700900123}"),
        ROSALIND.without(body, "WrapUpCoded", false, false));
  }

  private static ObjectNode filled(Class<?> record, String text) {
    ObjectNode node = JSON.createObjectNode();
    for (RecordComponent part : record.getRecordComponents()) {
      if (part.getType() == String.class) {
        node.put(part.getName(), text);
      } else if (part.getType() == Map.class && part.getGenericType().getTypeName().endsWith("java.lang.String>")) {
        node.putObject(part.getName()).put("which", text);
      } else if (part.getType() == List.class && part.getGenericType().getTypeName().endsWith("java.lang.String>")) {
        node.putArray(part.getName()).add(text);
      } else if (part.getType() == List.class) {
        assertTrue(part.getGenericType().getTypeName().contains("Place"), () -> "a list of what? " + record + " " + part);
        node.putArray(part.getName()).add(filled(Fact.Place.class, text));
      } else if (part.getType().isRecord() && part.getType().getEnclosingClass() == Fact.class) {
        node.set(part.getName(), filled(part.getType(), text));
      }
    }
    return node;
  }

  private static void compare(String kind, Class<?> record, JsonNode without, Set<String> left, Set<String> lost) {
    for (RecordComponent part : record.getRecordComponents()) {
      String name = part.getName();
      JsonNode now = without.path(name).isArray() && without.path(name).path(0).isTextual() ? without.path(name).path(0) : without.path(name);
      if (now.isTextual()) {
        boolean ours = OURS.contains(name) || OURS_OF.getOrDefault(name, Set.of()).contains(kind);
        if (ours != now.asText().equals(TOLD)) {
          (ours ? lost : left).add(kind + "." + name);
        }
      } else if (now.isArray()) {
        compare(kind, Fact.Place.class, now.path(0), left, lost);
      } else if (part.getType() == Map.class) {
        if (now.toString().contains(TOLD)) {
          left.add(kind + "." + name);
        }
      } else if (now.isObject()) {
        compare(kind, part.getType(), now, left, lost);
      }
    }
  }
}
