package io.switchboard.ivr.prompt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.core.line.Sound;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class PromptsTest {
  /** Speaks at once; a value of a caller stands in brackets. */
  private static final class Noted implements Speech {
    final List<String> said = new ArrayList<>();
    boolean recordingsBroken;

    @Override
    public CompletionStage<Sound> say(String language, String text) {
      return note(language + " " + text);
    }

    @Override
    public CompletionStage<Sound> passing(String language, String text) {
      return note(language + " [" + text + "]");
    }

    @Override
    public CompletionStage<Sound> recording(Path file) {
      return recordingsBroken ? CompletableFuture.failedStage(new IllegalStateException("broken")) : note("recording " + file);
    }

    private CompletionStage<Sound> note(String what) {
      said.add(what);
      return CompletableFuture.completedStage(new Sound(what));
    }
  }

  private final Noted speech = new Noted();

  private Prompts prompts(Prompt... all) {
    Map<String, Map<String, Prompt>> byLanguage = new java.util.HashMap<>();
    for (Prompt prompt : all) {
      byLanguage.computeIfAbsent(prompt.language(), language -> new java.util.HashMap<>()).put(prompt.id(), prompt);
    }
    return new Prompts(new PromptBook(byLanguage), speech, Map.of("position", List.of("1", "2"), "to", List.of("5")));
  }

  private static Prompt prompt(String language, String text) {
    return new Prompt(language, "p", text, Optional.empty());
  }

  private List<String> heard(String language, String text, Map<String, String> arguments) {
    return prompts().spoken(language, text, arguments).toCompletableFuture().join().stream().map(Sound::file).toList();
  }

  @Test
  void aNumberIsSaidDigitByDigit_betweenWhatIsSaidToEverybody() {
    assertEquals(List.of("en We call", "en 4", "en 9", "en 1", "en Press 1."),
        heard("en", "We call {number:digits}. Press 1.", Map.of("number", "+491")));
  }

  @Test
  void whereThereIsNoNumberTheRestIsSaid_andMereSignsAreNot() {
    assertEquals(List.of("en We call"), heard("en", "We call {number:digits}.", Map.of("number", "")));
  }

  @Test
  void aValueOfACallerIsOnePhraseThatIsNotKept() {
    Map<String, String> arguments = Map.of("sum", "1234.5", "currency", "cny", "day", "2026-11-23");
    assertEquals(List.of("en Your balance on", "en [Monday, the twenty-third of November]", "en is", "en [one thousand two hundred and thirty-four yuan and fifty fen]"),
        heard("en", "Your balance on {day:day} is {sum:money:currency}.", arguments));
    assertEquals(List.of("zh 您的余额为", "zh [一千二百三十四元五角]", "zh 谢谢。"), heard("zh", "您的余额为 {sum:money:currency}。谢谢。", arguments));
  }

  @Test
  void whenAValueCannotBeRead_thenItIsReadAsItStands() {
    assertEquals(List.of("en You have", "en [none at all]"), heard("en", "You have {sum:money:EUR}.", Map.of("sum", "none at all")));
    assertEquals(List.of("en You have", "en [5]"), heard("en", "You have {sum:money:currency}.", Map.of("sum", "5", "currency", "shells")));
  }

  @Test
  void whenAValueIsEndless_thenItsBeginningIsSaid() {
    assertEquals(1 + 300 + 4, heard("en", "{note}", Map.of("note", "a".repeat(5000))).getFirst().length());
  }

  @Test
  void aUsualValueMakesOneSentenceThatIsKept_andAnotherDoesNot() {
    String text = "You are number {position:number} of {to:count}.";
    assertEquals(List.of("en You are number two of five."), heard("en", text, Map.of("position", "2", "to", "5")));
    assertEquals(List.of("en You are number", "en [thirty]", "en of", "en [five]"), heard("en", text, Map.of("position", "30", "to", "5")));
  }

  @Test
  void whenAnArgumentIsMissing_thenItIsNamed() {
    CompletionException failure = assertThrows(CompletionException.class, () -> heard("en", "{a:money:cur}", Map.of("a", "1")));
    assertTrue(failure.getMessage().contains("needs {cur}"), failure.getMessage());
  }

  @Test
  void whatIsKnownBeforehandIsMadeAhead_andNoValueOfACaller() {
    Prompts prompts = prompts(
        prompt("en", "Hello."), new Prompt("en", "q", "You are number {position:number}.", Optional.empty()),
        new Prompt("en", "r", "{to} of {position}", Optional.empty()), new Prompt("zh", "n", "回拨 {number:digits}，金额 {sum:money:EUR}。", Optional.empty()));
    List<String> progress = new ArrayList<>();
    int failed = prompts.prepare(List.of(new Prompt("en", "flow/step", "Dear {name}, welcome.", Optional.empty())),
        (done, total, prompt, failure) -> progress.add(done + "/" + total + failure)).toCompletableFuture().join();
    assertEquals(0, failed);
    assertEquals(List.of("1/5", "2/5", "3/5", "4/5", "5/5"), progress);
    assertEquals(
        Set.of("en Hello.", "en You are number one.", "en You are number two.", "zh 回拨", "zh 金额", "zh 零", "zh 幺", "zh 二", "zh 三", "zh 四",
            "zh 五", "zh 六", "zh 七", "zh 八", "zh 九", "en Dear", "en welcome."),
        Set.copyOf(speech.said));
    assertFalse(speech.said.stream().anyMatch(said -> said.contains("[")));
  }

  @Test
  void whenARecordingCannotBePlayed_thenItsTextIsSpoken() {
    Prompts prompts = prompts(new Prompt("en", "p", "Hello.", Optional.of(Path.of("hello.wav"))));
    assertEquals("recording hello.wav", prompts.sounds("en", "p", Map.of()).toCompletableFuture().join().getFirst().file());
    speech.recordingsBroken = true;
    assertEquals("en Hello.", prompts.sounds("en", "p", Map.of()).toCompletableFuture().join().getFirst().file());
  }

  @Test
  void aPromptTellsWhatItNeeds() {
    Prompt prompt = prompt("en", "{number:digits} {sum:money:currency}");
    assertEquals(Set.of("currency", "number", "sum"), prompt.placeholders());
    assertEquals("[number:digits, sum:money:currency]", prompt.slots().toString());
    assertEquals(prompt.slots(), Prompts.slots(prompt.text()));
  }
}
