package io.switchboard.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.switchboard.acd.queue.Comfort;
import io.switchboard.acd.queue.QueueSettings;
import io.switchboard.acd.queue.WaitPrompts;
import io.switchboard.acd.queue.Waiting;
import io.switchboard.app.configuration.QueueDesk;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.recording.RecordingPlan;
import io.switchboard.desktop.wall.Thresholds;
import io.switchboard.ivr.prompt.Prompt;
import io.switchboard.ivr.prompt.PromptBook;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QueuePromptsTest {
  private static final QueueSettings SALES = QueueSettings.of(QueueId.of("demo", "sales"));

  private final Map<String, Prompt> en = language("en");
  private final Map<String, Prompt> zh = language("zh");

  private static Map<String, Prompt> language(String language) {
    Map<String, Prompt> prompts = new HashMap<>();
    WaitPrompts.ARGUMENTS.forEach((id, arguments) -> prompts.put(id, prompt(language, id, "{" + String.join("} {", arguments) + "}")));
    prompts.put("thanks", prompt(language, "thanks", "Thanks."));
    return prompts;
  }

  private static Prompt prompt(String language, String id, String text) {
    return new Prompt(language, id, text, Optional.empty());
  }

  private List<String> wrongs(boolean expectedWait, String... comfort) {
    QueueSettings queue = SALES.withWaiting(new Waiting(30_000, true, "default", expectedWait, new Comfort(List.of(comfort), 30_000)));
    return QueuePrompts.wrongs(List.of(queue), new PromptBook(Map.of("en", en, "zh", zh))).stream().map(Object::toString).toList();
  }

  @Test
  void whenAllIsThere_thenNothingIsWrong() {
    assertEquals(List.of(), wrongs(true, "thanks"));
  }

  @Test
  void whenAComfortMessageIsMissingOrNeedsAnArgument_thenItIsSaid() {
    zh.remove("thanks");
    assertEquals(
        List.of(
            "queues.yaml: demo.sales.comfort.prompts: prompt 'thanks' is missing in language 'zh'; a text 'thanks' in prompts/zh.yaml",
            "queues.yaml: demo.sales.comfort.prompts: prompt 'queue-position' needs [position] in language 'en'; a prompt without {...}",
            "queues.yaml: demo.sales.comfort.prompts: prompt 'queue-position' needs [position] in language 'zh'; a prompt without {...}"),
        wrongs(false, "thanks", "queue-position"));
  }

  @Test
  void whenWhatTheRecordedHearIsMissing_thenItIsSaid_unlessNothingIsRecorded() {
    zh.remove("thanks");
    PromptBook book = new PromptBook(Map.of("en", en, "zh", zh));
    for (RecordingPlan.Mode mode : RecordingPlan.Mode.values()) {
      QueueDesk desk = new QueueDesk(Thresholds.NONE, List.of(), new RecordingPlan(mode, true, true, "thanks", 0));
      assertEquals(
          mode == RecordingPlan.Mode.OFF ? List.of()
              : List.of("queues.yaml: demo.sales.recording.announcement: prompt 'thanks' is missing in language 'zh'; a text 'thanks' in prompts/zh.yaml"),
          QueuePrompts.ofRecordings(Map.of(SALES.id(), desk), book).stream().map(Object::toString).toList());
    }
  }

  @Test
  void whenAPromptOfTheWaitIsMissing_thenItIsSaid_unlessNoWaitIsTold() {
    en.remove("queue-wait-about");
    zh.put("queue-wait-between", prompt("zh", "queue-wait-between", "{from} {until}"));
    assertEquals(
        List.of(
            "queues.yaml: demo.sales.announce_expected_wait: prompt 'queue-wait-about' is missing in language 'en'; a text 'queue-wait-about' in"
                + " prompts/en.yaml",
            "queues.yaml: demo.sales.announce_expected_wait: prompt 'queue-wait-between' needs [from, until] in language 'zh'; a prompt with no"
                + " other arguments than [from, to]"),
        wrongs(true));
    assertEquals(List.of(), wrongs(false));
  }
}
