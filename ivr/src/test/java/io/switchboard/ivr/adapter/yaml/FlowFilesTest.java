package io.switchboard.ivr.adapter.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.switchboard.core.id.TenantId;
import io.switchboard.core.time.Hours;
import io.switchboard.ivr.flow.Problem;
import io.switchboard.ivr.flow.TestFlows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlowFilesTest {
  private static final String END = "first: end\nsteps: {end: {hangup: {reason: closed}}}\n";

  @TempDir
  Path config;

  private void write(String file, String text) throws IOException {
    Path path = config.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private List<String> problems() {
    FlowFiles.Result result = FlowFiles.read(
        config, Map.of(new TenantId("demo"), Map.of("office", Hours.always())), TestFlows.around(Set.of("sales"), List.of()));
    return assertInstanceOf(FlowFiles.Result.Bad.class, result).problems().stream().map(Problem::toString).toList();
  }

  @Test
  void theVersionIsTheDigestOfTheText() {
    assertEquals(TestFlows.flow(END).version(), TestFlows.flow(END).version());
    assertNotEquals(TestFlows.flow(END).version(), TestFlows.flow(END + "# another text\n").version());
  }

  @Test
  void whenAPromptIsMissingInALanguage_thenItIsNamedOnce() throws IOException {
    write("prompts/en.yaml", "a: Hello\nposition: Number {position}\n");
    write("prompts/zh.yaml", "position: 第 {place} 位\n");
    write("flows/main.yaml", END);
    assertEquals(List.of(
        "prompts/zh.yaml:1: prompt 'a' of language 'en' is missing. Right would be: a text for 'a'",
        "prompts/zh.yaml:1 /position: prompt 'position' has [place] but in language 'en' [position]."
            + " Right would be: the same {...} in every language"), problems());
  }

  @Test
  void whenARecordingStandsForAPromptWithArguments_thenItIsRefused() throws IOException {
    write("prompts/en.yaml", "a: Hello\nposition: Number {position}\n");
    write("prompts/en/a.wav", "RIFF");
    write("prompts/en/position.wav", "RIFF");
    write("flows/main.yaml", END);
    assertEquals(List.of("prompts/en.yaml:2 /position: the recording en/position.wav cannot say [position]."
        + " Right would be: no recording for a prompt with {...}"), problems());
  }

  @Test
  void whenSeveralFilesAreWrong_thenAllOfItIsSaid() throws IOException {
    write("prompts/en.yaml", "a: [1]\n");
    write("flows/first.yaml", "first: x\n");
    write("flows/Bad Name.yaml", END);
    assertEquals(List.of(
        "flows/Bad Name.yaml: a flow cannot be named 'Bad Name'. Right would be: a file named by 1 to 64 of a-z 0-9 _ . -",
        "flows/first.yaml:1: 'steps' is missing. Right would be: a value for 'steps'",
        "prompts/en.yaml:1 /a: [1] is of the wrong type. Right would be: a value of type string"), problems());
  }

  private static final String NAMES = """
      variables: {balance: number}
      first: hours
      steps:
        hours: {hours: {hours: office, open: look, closed: end}}
        look: {lookup: {lookup: account, with: {number: "'7'"}, into: {balance: balance}, found: wait, nothing: wait, failed: wait}}
        wait: {enqueue: {queue: sales, skills: {english: 5}, closed: end, emergency: end, no_agents: end, full: end}}
        end: {hangup: {reason: closed}}
      """;

  private Optional<FlowFiles.Former> former(Map<String, String> texts, List<Problem> problems) {
    return FlowFiles.former(texts, config, Map.of(), TestFlows.around(Set.of(), List.of()), problems);
  }

  @Test
  void theTextsThatWereReadAreGiven() throws IOException {
    write("prompts/en.yaml", "a: Hello\n");
    write("flows/main.yaml", END);
    FlowFiles.Result result = FlowFiles.read(config, Map.of(), TestFlows.around(Set.of(), List.of()));
    assertEquals(Map.of("prompts/en.yaml", "a: Hello\n", "flows/main.yaml", END), ((FlowFiles.Result.Good) result).texts());
  }

  @Test
  void whenAQueueASkillALookupAndHoursAreGone_thenAFormerReleaseIsReadAllTheSame() {
    List<Problem> problems = new ArrayList<>();
    FlowFiles.Former former = former(Map.of("flows/main.yaml", NAMES, "flows/other.yaml", END, "prompts/en.yaml", "a: Hello\n"), problems).orElseThrow();
    assertEquals(Set.of("hours", "look", "wait", "end"), former.flows().named("main").steps().keySet());
    assertEquals("Hello", former.prompts().find("en", "a").orElseThrow().text());
    assertEquals(TestFlows.flow(END).version(), former.flows().named("other").version());
    assertEquals(3, problems.stream().filter(problem -> problem.wrong().matches("no (queue|skill|lookup) is named .*")).count(), problems.toString());
  }

  @Test
  void whenAStepOfAFormerReleaseIsNoneAnyMore_thenItIsNotRead() {
    assertEquals(Optional.empty(), former(Map.of("flows/main.yaml", END.replace("hangup: {reason: closed}", "hang_up: {}"), "prompts/en.yaml", "a: A\n"), new ArrayList<>()));
    assertEquals(Optional.empty(), former(Map.of("flows/main.yaml", "]", "prompts/en.yaml", "a: A\n"), new ArrayList<>()));
  }

  @Test
  void whenTheDirectoriesAreMissing_thenTheyAreNamed() {
    assertEquals(2, problems().stream().filter(problem -> problem.contains("the directory cannot be read")).count());
  }
}
