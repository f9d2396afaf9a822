package io.switchboard.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StaffingCommandTest {
  /** What the command said on each of its ways out, and its exit code. */
  private record Said(int code, String out, String err) {
    JsonNode json() throws Exception {
      assertEquals(0, code, err);
      assertEquals(1, out.lines().count(), out);
      return new JsonMapper().readTree(out);
    }
  }

  private static Said staffing(String... options) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Main.commands().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true))
        .execute(Stream.concat(Stream.of("staffing"), Stream.of(options)).toArray(String[]::new));
    return new Said(code, out.toString(), err.toString());
  }

  private static Said staffing(String options) {
    return staffing(options.split(" "));
  }

  private static void near(double expected, JsonNode actual) {
    assertTrue(actual.isNumber(), "a number and not " + actual);
    assertEquals(expected, actual.asDouble(), 1e-12 * expected);
  }

  @Test
  void withoutPatienceItIsErlangC() throws Exception {
    JsonNode told = staffing("--calls 360 --interval 30m --aht 240s --agents 55 --target 15s").json();
    assertEquals(
        List.of("agents", "p_wait", "asa_s", "asa_answered_s", "service_level", "p_abandon", "occupancy"), names(told));
    near(0.23870093637800922, told.get("p_wait"));
    near(8.1840321043888875, told.get("asa_s"));
    near(0.84588309217058034, told.get("service_level"));
    near(0.87272727272727273, told.get("occupancy"));
    assertEquals(0, told.get("p_abandon").asDouble());
    assertEquals(55, told.get("agents").asInt());
  }

  @Test
  void withPatienceItIsErlangA() throws Exception {
    JsonNode told = staffing("--calls 48 --interval 1m --aht 60s --agents 50 --target 15s --patience 2m").json();
    near(0.46777406855379039, told.get("p_wait"));
    near(3.7094698994631861, told.get("asa_s"));
    near(3.6159002395531144, told.get("asa_answered_s"));
    near(0.90562541138610349, told.get("service_level"));
    near(0.030912249162193218, told.get("p_abandon"));
    near(0.93032424080429451, told.get("occupancy"));
  }

  @Test
  void aTimeIsTheSameInEachUnit() {
    Said seconds = staffing("--calls 720 --interval 3600s --aht 240s --agents 55 --target 1.5s");
    assertEquals(seconds, staffing("--calls 720 --interval 1h --aht 4m --agents 55 --target 1500ms"));
    assertEquals(seconds, staffing("--calls=1080", "--interval=1.5h", "--aht=240000ms", "--agents=55", "--target=0.025m"));
  }

  @Test
  void withAGoalItTellsTheFewestAgentsAndTheirNumbers() throws Exception {
    String queue = "--calls 360 --interval 30m --aht 240s --target 20s --goal ";
    JsonNode told = staffing(queue + "80%").json();
    assertEquals(54, told.get("agents_needed").asInt());
    assertEquals(54, told.get("agents").asInt());
    assertTrue(told.get("service_level").asDouble() >= 0.8, told.toString());
    assertEquals(told, staffing(queue + "0.8").json());
    assertTrue(staffing(queue + "80% --agents 53").json().get("service_level").asDouble() < 0.8);
    assertEquals(54, staffing(queue + "80% --agents 53").json().get("agents_needed").asInt());
    assertEquals(53, staffing(queue + "80% --agents 53").json().get("agents").asInt());
    assertTrue(staffing(queue + "80% --patience 2m").json().get("agents_needed").asInt() < 54, "who hangs up leaves room for others");
  }

  @Test
  void whenTheQueueGrowsForEver_thenItsWaitIsNullAndNobodyIsAnsweredInTime() throws Exception {
    JsonNode told = staffing("--calls 360 --interval 30m --aht 240s --agents 48 --target 15s").json();
    assertTrue(told.get("asa_s").isNull() && told.get("asa_answered_s").isNull(), told.toString());
    assertEquals(1, told.get("p_wait").asDouble());
    assertEquals(0, told.get("service_level").asDouble());
    assertEquals(1, told.get("occupancy").asDouble());
  }

  @Test
  void whenNoNumberOfAgentsIsEnough_thenItFailsWithOneLine() {
    Said said = staffing("--calls 9000000 --interval 30m --aht 240s --target 20s --goal 80%");
    assertEquals(1, said.code());
    assertEquals("", said.out());
    assertEquals(
        "100,000 agents, the most that are computed with, do not reach the goal at a load of 1200000.0 erlangs; lower the goal or the load\n",
        said.err());
  }

  @Test
  void whenAnArgumentIsWrong_thenOneLineNamesItAndWhatWouldBeRight() {
    String good = "--calls 360 --interval 30m --aht 240s --agents 55 --target 15s";
    Map<String, String> wrong = Map.ofEntries(
        Map.entry("--calls 0", "--calls is above 0, not 0"),
        Map.entry("--calls -5", "--calls is above 0, not -5"),
        Map.entry("--calls NaN", "--calls is above 0, not NaN"),
        Map.entry("--calls 1e30", "--calls / --interval is from 1.0E-9 to 1000000 calls a second, not "),
        Map.entry("--calls many", "'--calls': 'many' is not a double"),
        Map.entry("--interval 0s", "--interval is from 0.001 to 1000000 s, not 0"),
        Map.entry("--interval 30", "'--interval': '30' is no time; write it with its unit, like 1500ms, 240s, 30m or 1h"),
        Map.entry("--aht 0s", "--aht is from 0.01 to 1000000 s, not 0"),
        Map.entry("--aht -240s", "'--aht': '-240s' is no time; write it with its unit"),
        Map.entry("--aht 4min", "'--aht': '4min' is no time; write it with its unit"),
        Map.entry("--agents 0", "--agents is from 1 to 100000, not 0"),
        Map.entry("--agents 1000000", "--agents is from 1 to 100000, not 1000000"),
        Map.entry("--agents 5.5", "'--agents': '5.5' is not an int"),
        Map.entry("--target 999h", "--target is from 0 to 1000000 s, not 3596400"),
        Map.entry("--patience 0s", "--patience is from 0.01 to 1000000 s, not 0"),
        Map.entry("--goal 80", "'--goal': '80' is no share above 0 % and below 100 %; write it like 80% or 0.8"),
        Map.entry("--goal 100%", "'--goal': '100%' is no share above 0 % and below 100 %"),
        Map.entry("--goal 0%", "'--goal': '0%' is no share above 0 % and below 100 %"),
        Map.entry("--goal 1.5", "'--goal': '1.5' is no share above 0 % and below 100 %"),
        Map.entry("--erlangs 48", "'--erlangs', '48'"));
    wrong.forEach((option, message) -> refused(withOption(good, option), message));
    refused("--calls 360 --interval 30m --aht 240s --target 15s", "neither --agents nor --goal is given; give the number of agents");
    refused("--calls 360 --interval 30m --target 15s --agents 55", "Missing required option: '--aht=TIME'");
  }

  private static String withOption(String good, String option) {
    String name = option.split(" ")[0];
    return good.replaceAll(name + " \\S+ ?", "").strip() + " " + option;
  }

  private static void refused(String options, String message) {
    Said said = staffing(options);
    assertEquals(2, said.code(), options + ": " + said);
    assertEquals("", said.out(), options);
    assertEquals(1, said.err().lines().count(), said.err());
    assertTrue(said.err().contains(message), said.err());
    assertTrue(said.err().contains("'switchboard staffing --help'"), said.err());
  }

  @Test
  void theHelpTellsEveryOptionAndEveryFieldOfTheJson() {
    Said help = staffing("--help");
    assertEquals(0, help.code());
    for (String named : List.of("--calls", "--interval", "--aht", "--target", "--agents", "--goal", "--patience", "p_wait", "asa_s",
        "asa_answered_s", "service_level", "p_abandon", "occupancy", "agents_needed", "Erlang A", "--patience 2m --goal 80%")) {
      assertTrue(help.out().contains(named), named + " is missing: " + help.out());
    }
    assertTrue(help.out().lines().allMatch(line -> line.length() <= 80), help.out());
    assertFalse(help.out().contains("%%") || help.out().contains("%n"), help.out());
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
