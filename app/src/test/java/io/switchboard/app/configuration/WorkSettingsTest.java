package io.switchboard.app.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.acd.agent.BreakPlan;
import io.switchboard.acd.agent.NotReadyReason;
import io.switchboard.acd.queue.Work;
import io.switchboard.acd.queue.WrapUp;
import io.switchboard.core.ending.OfferEnding;
import io.switchboard.core.recording.RecordingPlan;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How agents work: wrap-up, strikes, reasons for being not ready, breaks, auto-answer. */
class WorkSettingsTest {
  private static final String REASONS = "languages: [en, zh]\n  not_ready: { lunch: { limit_s: 2400 }, stretch: { limit_s: 120, then: ready }, training: {} }";

  @TempDir
  private Path path;

  private Directory directory;

  @BeforeEach
  void rightDirectory() {
    directory = new Directory(path);
  }

  private Work work(String queueSetting) throws ConfigurationException {
    return directory.change("queues.yaml", "ring_s: 15", queueSetting).load().queues().getFirst().work();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      ring_s: 15                                              | 20000 | 0     | 0
      wrap_up_s: 7                                            | 7000  | 0     | 0
      'wrap_up: { seconds: 10 }'                              | 10000 | 0     | 0
      'wrap_up: { seconds: 10, extend_s: 30 }'                | 10000 | 30000 | 1
      'wrap_up: { seconds: 10, extend_s: 30, extensions: 2 }' | 10000 | 30000 | 2
      wrap_up: endless                                        | -1    | 0     | 0
      """)
  void wrapUpIsFixedExtendableOrEndless(String setting, long ms, long extendMs, int extensions) throws Exception {
    assertEquals(new WrapUp(ms, extendMs, extensions), work(setting).wrapUp());
  }

  @Test
  void aQueueSaysWhatCountsAsAStrike_elseItsTenant_elseAllDo() throws Exception {
    assertEquals(Work.ALL_STRIKES, directory.load().queues().getFirst().work().strikes());
    directory.change("tenants.yaml", "languages: [en, zh]", "languages: [en, zh]\n  strikes_for: [unanswered, busy]");
    assertEquals(Set.of(OfferEnding.UNANSWERED, OfferEnding.BUSY), directory.load().queues().getFirst().work().strikes());
    assertEquals(Set.of(), work("strikes_for: []").strikes());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      ring_s: 15                                                                              | OFF       | true  | true  | talk-recorded | 90
      'recording: { mode: off }'                                                              | OFF       | true  | true  | talk-recorded | 90
      'recording: { mode: always }'                                                           | ALWAYS    | true  | true  | talk-recorded | 90
      'recording: { mode: on_demand, agent_may: [start], announcement: told, keep_days: 0 }' | ON_DEMAND | true  | false | told          | 0
      'recording: { mode: always, agent_may: [], announcement: "" }'                          | ALWAYS    | false | false | ''            | 90
      """)
  void aQueueSaysWhatIsRecorded(String setting, RecordingPlan.Mode mode, boolean start, boolean pause, String announcement, long days) throws Exception {
    Configuration read = directory.change("queues.yaml", "ring_s: 15", setting).load();
    assertEquals(new RecordingPlan(mode, start, pause, announcement, days * 86_400_000), read.desk(read.queues().getFirst().id()).recording());
  }

  @Test
  void autoAnswerIsAnAgentsOrAQueues() throws Exception {
    assertTrue(work("auto_answer: true").autoAnswer());
    directory.change("agents.yaml", "queues: [sales]", "queues: [sales]\n    auto_answer: true");
    assertTrue(directory.load().agents().getFirst().settings().autoAnswer());
  }

  @Test
  void reasonsHaveLimits_andBreaksAreOfTheTenantsClock() throws Exception {
    directory.change("tenants.yaml", "languages: [en, zh]", REASONS);
    directory.change("agents.yaml", "queues: [sales]",
        "queues: [sales]\n    breaks: [{ reason: lunch, at: \"12:00\", minutes: 30, flexible_s: 600 }]");
    Configuration loaded = directory.load();
    assertEquals(
        Map.of("lunch", new NotReadyReason(2_400_000, false), "stretch", new NotReadyReason(120_000, true), "training", NotReadyReason.FREE),
        loaded.floor().reasons(loaded.tenants().getFirst().id()));
    assertEquals(
        List.of(new BreakPlan("lunch", LocalTime.NOON, ZoneId.of("Europe/Berlin"), 1_800_000, 600_000)),
        loaded.agents().getFirst().settings().breaks());
  }

  @ParameterizedTest(name = "{3}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      queues.yaml | ring_s: 15 | wrap_up: forever | queues.yaml:6: demo.sales.wrap_up: 'forever' is not allowed; give after-call work: endless (until the agent ends it), or { seconds, extend_s, extensions }
      queues.yaml | ring_s: 15 | wrap_up: { extend_s: 3 } | queues.yaml:6: demo.sales.wrap_up.seconds: is missing; give seconds from 0 (none) to 3600
      queues.yaml | ring_s: 15 | wrap_up: { seconds: 3, extensions: 21 } | queues.yaml:6: demo.sales.wrap_up.extensions: 21 is not allowed; give how often he may, 0 to 20 times
      queues.yaml | ring_s: 15 | `wrap_up: endless⏎    wrap_up_s: 3` | queues.yaml:7: demo.sales.wrap_up_s: says the same as wrap_up; give one of the two
      queues.yaml | ring_s: 15 | strikes_for: [lost] | queues.yaml:6: demo.sales.strikes_for[1]: 'lost' is not allowed; allowed are unanswered, busy, declined
      tenants.yaml | `languages: [en, zh]` | `languages: [en, zh]⏎  not_ready: { busy: {} }` | tenants.yaml:5: demo.not_ready.busy: is a reason that the platform gives itself; choose another name than busy, declined, no_answer, signed_in
      tenants.yaml | `languages: [en, zh]` | `languages: [en, zh]⏎  not_ready: { lunch: { then: ready } }` | tenants.yaml:5: demo.not_ready.lunch.then: follows nothing; give limit_s too, after which he is ready
      agents.yaml | queues: [sales] | `queues: [sales]⏎    breaks: [{ reason: lunch, at: noon, minutes: 30 }]` | agents.yaml:7: demo.anna.breaks[1].at: 'noon' is not allowed; give a time of the tenant's clock in quotes, such as "12:00"; from then on he is offered no further call
      agents.yaml | queues: [sales] | `queues: [sales]⏎    breaks: [{ reason: busy, at: "12:00", minutes: 30 }]` | agents.yaml:7: demo.anna.breaks[1].reason: 'busy' is a reason that the platform gives itself; choose another
      """)
  void whenASettingIsWrong_thenItsPlaceAndRemedyAreNamed(String file, String from, String to, String line) {
    directory.change(file, from, to.replace("⏎", "\n"));
    assertEquals(List.of(line), directory.wrongs());
  }

  @Test
  void whenABreaksReasonIsNotTheTenants_thenThoseThatAreNamed() {
    directory.change("tenants.yaml", "languages: [en, zh]", REASONS);
    directory.change("agents.yaml", "queues: [sales]", "queues: [sales]\n    breaks: [{ reason: lunhc, at: \"12:00\", minutes: 30 }]");
    assertEquals(List.of("agents.yaml:7: demo.anna.breaks[1].reason: 'lunhc' is unknown; did you mean 'lunch'?"), directory.wrongs());
  }
}
