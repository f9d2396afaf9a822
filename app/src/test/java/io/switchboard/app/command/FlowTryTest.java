package io.switchboard.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person types in {@code flow try}, and what he reads. */
class FlowTryTest {
  private static final String CONFIG = "../config";
  private static final String NONE = "that is none of it";
  @TempDir
  private Path directory;

  /** Each line that is read; what was typed does not stand in it. */
  private static List<String> tried(String file, String... typed) {
    StringWriter out = new StringWriter();
    InputStream terminal = System.in;
    System.setIn(new ByteArrayInputStream((String.join("\n", typed) + "\n").getBytes(Charset.defaultCharset())));
    try {
      assertEquals(0, Main.commands().setOut(new PrintWriter(out)).execute("flow", "try", file, "--config", CONFIG, "--at", "2026-11-23T10:00:00+01:00"));
    } finally {
      System.setIn(terminal);
    }
    return out.toString().lines().toList();
  }

  private static List<String> heard(List<String> read) {
    return read.stream().filter(line -> line.contains("» ")).map(line -> line.substring(line.indexOf("» ") + 2)).toList();
  }

  private static void ends(String expected, List<String> read) {
    assertTrue(read.getLast().endsWith(expected), read.toString());
  }

  private List<String> drafted(String steps, String... typed) throws IOException {
    return tried(Files.writeString(directory.resolve("draft.yaml"), "first: one\nsteps:\n" + steps + "  end: {hangup: {reason: closed}}\n").toString(), typed);
  }

  @Test
  void aCallerIsIdentified_hearsHisBalance_talksAndRatesIt() {
    List<String> read = tried(CONFIG + "/flows/self-service.yaml",
        "11", "account=10000017", "9876", "correct=true", "balance=12034.5 currency=EUR", "0", "a", "over", "5");
    List<String> heard = heard(read);
    assertTrue(heard.stream().anyMatch(words -> words.startsWith("Please enter your four digit PIN")), read.toString());
    assertTrue(heard.stream().anyMatch(words -> words.contains("twelve thousand and thirty-four euros and fifty cents")), read.toString());
    assertTrue(heard.contains("Thank you for your answer."), read.toString());
    assertTrue(read.stream().anyMatch(line -> line.contains("lookup verify-pin with {account=10000017, pin=***}")), read.toString());
    ends("[self-service/end] the call is over: FLOW_ENDED", read);
    assertFalse(read.stream().anyMatch(line -> line.endsWith(NONE)) || read.toString().contains("9876"), read.toString());
  }

  @Test
  void hangingUpIsTheEndToo_andSoIsTheEndOfWhatIsTyped() {
    ends("[main/choose-language] the call is over: CALLER_HUNG_UP_IN_FLOW", tried(CONFIG + "/flows/main.yaml", "h"));
    ends("[main/department] keys, nothing for silence, or h to hang up: ", tried(CONFIG + "/flows/main.yaml", "1"));
  }

  @Test
  void anAgentGoesThroughAScript() {
    List<String> read = tried(CONFIG + "/scripts/router.yaml", "10000017", "", "green", "no-light", "b", "no-light", "", "works", "The plug was loose.");
    assertTrue(read.toString().contains("» Thank you. I will help you with your router now. (account 10000017)"), read.toString());
    assertEquals(1, read.stream().filter(line -> line.contains("that is none: ")).count(), read.toString());
    ends("outcome: Solved (solved)", read);
  }

  @Test
  void aTypoIsAskedAgain() throws IOException {
    String steps = "  one: {wait: {queue: sales, when: [{if: queue_waiting > 2 && queue_expected_s == 120, then: end}], otherwise: one-more}}\n"
        + "  one-more: {play: {prompts: [goodbye], next: end}}\n";
    List<String> read = drafted(steps, "3 2 0 -", "3 2 0 99999999999", "3 2 0", "3 2 0 1-2", "3 2 0 120");
    assertEquals(4, read.stream().filter(line -> line.endsWith(NONE)).count(), read.toString());
    ends("[draft/end] the call is over: CLOSED", read);
    assertEquals(List.of(), heard(read));
    assertEquals(List.of("Thank you for calling. Goodbye."), heard(drafted(steps, "3 2 0 -1")));
  }

  @Test
  void withAQueueWhatItsStepKnowsIsOffered_andNothingElse() throws IOException {
    String steps = "  one: {enqueue: {queue: sales, closed: end, emergency: end, no_agents: end, full: end, keys: {0: zero, '#': hash}}}\n"
        + "  zero: {play: {prompts: [goodbye], next: end}}\n  hash: {transfer: {agent: anna, queue: sales, failed: end, busy: zero}}\n";
    List<String> read = drafted(steps, "agent_busy", "no_answer", "9", "#", "max_wait", "agent_busy");
    assertTrue(read.getFirst().startsWith(
        "[draft/one] with queue sales: a, closed, emergency, no_agents, full, max_wait, #, 0, or h (a: the agent answers): " + NONE), read.toString());
    assertEquals(4, read.stream().filter(line -> line.endsWith(NONE)).count(), read.toString());
    assertTrue(read.toString().contains("[draft/hash] with agent anna: a, agent_busy, emergency, no_answer, or h (a: the agent answers): "), read.toString());
    assertEquals(List.of("Thank you for calling. Goodbye."), heard(read));
    assertEquals(List.of("Thank you for calling. Goodbye."), heard(drafted(steps, "0")));
  }
}
