package io.switchboard.ivr.adapter.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.switchboard.ivr.flow.Problem;
import io.switchboard.ivr.prompt.PromptBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PromptFilesTest {
  @TempDir
  Path directory;

  private final List<Problem> problems = new ArrayList<>();

  private PromptBook read(String en, String zh) throws IOException {
    Files.createDirectories(directory.resolve("prompts"));
    Files.writeString(directory.resolve("prompts/en.yaml"), en);
    Files.writeString(directory.resolve("prompts/zh.yaml"), zh);
    return PromptFiles.read(directory.resolve("prompts"), problems);
  }

  private List<String> said() {
    return problems.stream().sorted().map(Problem::toString).toList();
  }

  @Test
  void readingsAreTaken_inAnyOrder() throws IOException {
    PromptBook book = read("a: You owe {sum:money:EUR} since {day:day}.\n", "a: 自 {day:day} 起您欠 {sum:money:EUR}。\n");
    assertEquals(List.of(), said());
    assertEquals("[sum:money:EUR, day:day]", book.find("en", "a").orElseThrow().slots().toString());
  }

  @Test
  void whenAReadingIsWrong_thenItIsNamedWithItsLine() throws IOException {
    read("b: Hello\na: You owe {sum:monney:EUR}.\n", "b: 您好\na: 您欠 {sum:money:eur}{day}，{。\n");
    assertEquals(List.of(
        "prompts/en.yaml:2 /a: {sum:monney:EUR} cannot be read as 'monney'. Right would be: one of text, digits, number, count, ordinal, money,"
            + " date, day, time, date-time, duration behind the colon",
        "prompts/zh.yaml:2 /a: a brace stands alone. Right would be: { and } only around a name, e.g. {name}",
        "prompts/zh.yaml:2 /a: prompt 'a' has [day, sum:money:eur] but in language 'en' []. Right would be: the same {...} in every language"),
        said());
  }

  @Test
  void whenAValueIsReadOtherwiseInAnotherLanguage_thenItIsSaid() throws IOException {
    read("a: You owe {sum:money:EUR}.\n", "a: 您欠 {sum:number}。\n");
    assertEquals(List.of("prompts/zh.yaml:1 /a: prompt 'a' has [sum:number] but in language 'en' [sum:money:EUR]."
        + " Right would be: the same {...} in every language"), said());
  }
}
