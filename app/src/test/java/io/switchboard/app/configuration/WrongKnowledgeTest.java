package io.switchboard.app.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.app.rehearsal.Checkout;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An article that cannot be one is refused with the file, the line and what would be right. */
class WrongKnowledgeTest {
  @TempDir Path directory;

  private List<String> wrong() {
    Findings findings = new Findings();
    new KnowledgeCheck(findings).check(directory);
    return findings.sorted().stream().map(Wrong::toString).toList();
  }

  private void article(String name, byte[] text) throws IOException {
    Files.write(Files.createDirectories(directory.resolve("knowledge")).resolve(name), text);
  }

  /** name | text, ⏎ ends a line and ␇ is a control character | what is said. */
  @ParameterizedTest(name = "{2}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      Returns.md | # Returns⏎Within 14 days. | knowledge/Returns.md: is not named as an article; name it NAME.en.md or NAME.zh.md, NAME of 1 to 64 of a-z 0-9 _ - from a letter or digit on, or remove it
      returns.fr.md | # Retours⏎14 jours. | knowledge/returns.fr.md: is not named as an article; name it NAME.en.md or NAME.zh.md, NAME of 1 to 64 of a-z 0-9 _ - from a letter or digit on, or remove it
      a.en.md | `` | knowledge/a.en.md:1: is empty; begin with a line '# ' and the title, and write the text below it; or remove it
      a.en.md | ` ⏎⏎` | knowledge/a.en.md:1: is empty; begin with a line '# ' and the title, and write the text below it; or remove it
      a.en.md | ⏎⏎Goods come back.⏎ | knowledge/a.en.md:3: 'Goods come back.' is no title; begin with a line '# ' and the title
      a.en.md | #⏎Goods come back. | knowledge/a.en.md:1: '#' is no title; begin with a line '# ' and the title
      a.en.md | ⏎# Returns⏎⏎ | knowledge/a.en.md:2: has a title and no text; write the text below it, or remove the file
      a.en.md | # Returns⏎⏎Within ␇14 days. | knowledge/a.en.md:3: contains a control character; remove it
      """)
  void itIsSaidWhereAndWhatWouldBeRight(String name, String text, String said) throws Exception {
    article(name, text.replace("⏎", "\n").replace('␇', (char) 7).getBytes(StandardCharsets.UTF_8));
    assertEquals(List.of(said), wrong());
  }

  @Test
  void whatIsNoTextOfUtf8IsNamedByItsLine() throws Exception {
    article("a.zh.md", "# Returns\nfirst\nMüller".getBytes(StandardCharsets.ISO_8859_1));
    assertEquals(List.of("knowledge/a.zh.md:3: is not UTF-8 text; save it as UTF-8"), wrong());
  }

  @Test
  void whatIsTooLargeIsNotRead_andATitleTooLongIsNamed() throws Exception {
    article("a.en.md", new byte[256 * 1024 + 1]);
    article("b.en.md", ("# " + "x".repeat(199) + "\ntext").getBytes(StandardCharsets.UTF_8));
    assertEquals(List.of(
        "knowledge/a.en.md: is larger than 256 KB; make several articles of it",
        "knowledge/b.en.md:1: the title has 201 characters; shorten it to 200"), wrong());
  }

  @Test
  void anArticleIsRight_withAMarkAtItsBeginningAndEmptyLines_andWhatEditorsLeaveIsNone() throws Exception {
    article("router-lights.en.md", "\uFEFF\r\n# Lights\r\n\r\nGreen\tis good.\r\n".getBytes(StandardCharsets.UTF_8));
    article(".DS_Store", new byte[] {0, 1, 2});
    assertEquals(List.of(), wrong());
    assertEquals(List.of(), new KnowledgeFolder(Checkout.home().resolve("config")).wrong(), "those that come with the program");
  }

  private record KnowledgeFolder(Path configuration) {
    List<String> wrong() {
      Findings findings = new Findings();
      new KnowledgeCheck(findings).check(configuration);
      return findings.sorted().stream().map(Wrong::toString).toList();
    }
  }

  @Test
  void theConfigurationIsNotTakenWithIt() throws Exception {
    Directory right = new Directory(directory);
    right.load();
    article("a.en.md", "no title\n".getBytes(StandardCharsets.UTF_8));
    ConfigurationException refused = assertThrows(ConfigurationException.class, right::load);
    assertTrue(refused.getMessage().contains("knowledge/a.en.md:1: 'no title' is no title"), refused::getMessage);
  }
}
