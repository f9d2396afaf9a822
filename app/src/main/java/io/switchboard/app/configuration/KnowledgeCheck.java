package io.switchboard.app.configuration;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whether the files of {@code knowledge/} are articles: one that is not would be missing where an agent looks for it. */
final class KnowledgeCheck {
  private static final String FOLDER = "knowledge/";
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]{0,63}\\.(en|zh)\\.md");
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\t]]");
  private static final int MOST = 2_000;
  private static final long LARGEST_BYTES = 256 * 1024;
  private static final int LONGEST_TITLE = 200;

  private final Findings findings;

  KnowledgeCheck(Findings findings) {
    this.findings = findings;
  }

  /** {@code configuration}: the directory; without the folder there is nothing to know. */
  void check(Path configuration) {
    Path folder = configuration.resolve(FOLDER);
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> articles = files.filter(file -> !name(file).startsWith(".")).sorted().toList(); // what editors and file systems leave
      if (articles.size() > MOST) {
        findings.add(new Wrong(FOLDER, 0, "", "has " + articles.size() + " files", "keep at most " + MOST + " articles"));
      }
      articles.forEach(this::article);
    } catch (IOException unreadable) {
      findings.add(new Wrong(FOLDER, 0, "", "cannot be read: " + unreadable.getMessage(), "let the platform's user read it"));
    }
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  private void article(Path file) {
    String name = FOLDER + name(file);
    try {
      if (!NAME.matcher(name(file)).matches() || Files.isDirectory(file)) {
        wrong(name, 0, "is not named as an article", "name it NAME.en.md or NAME.zh.md, NAME of 1 to 64 of a-z 0-9 _ - from a letter or digit on, or remove it");
      } else if (Files.size(file) > LARGEST_BYTES) {
        wrong(name, 0, "is larger than 256 KB", "make several articles of it");
      } else {
        text(name, Files.readAllBytes(file));
      }
    } catch (IOException unreadable) {
      wrong(name, 0, "cannot be read: " + unreadable.getMessage(), "let the platform's user read it");
    }
  }

  private void text(String name, byte[] bytes) {
    CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
    CharBuffer read = CharBuffer.allocate(bytes.length);
    CoderResult result = utf8.decode(ByteBuffer.wrap(bytes), read, true);
    String text = read.flip().toString();
    if (result.isError()) {
      wrong(name, (int) text.chars().filter(c -> c == '\n').count() + 1, "is not UTF-8 text", "save it as UTF-8");
    } else {
      lines(name, text.startsWith("\uFEFF") ? text.substring(1).lines().toList() : text.lines().toList());
    }
  }

  private void lines(String name, List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      if (CONTROL.matcher(lines.get(i)).find()) {
        wrong(name, i + 1, "contains a control character", "remove it");
      }
    }
    int first = 0;
    while (first < lines.size() && lines.get(first).isBlank()) {
      first++;
    }
    String title = first == lines.size() ? "" : lines.get(first).strip();
    if (title.isEmpty()) {
      wrong(name, 1, "is empty", "begin with a line '# ' and the title, and write the text below it; or remove it");
    } else if (!title.matches("#\\s+\\S.*")) {
      wrong(name, first + 1, "'" + shown(title) + "' is no title", "begin with a line '# ' and the title");
    } else if (title.length() > LONGEST_TITLE) {
      wrong(name, first + 1, "the title has " + title.length() + " characters", "shorten it to " + LONGEST_TITLE);
    } else if (lines.stream().skip(first + 1).allMatch(String::isBlank)) {
      wrong(name, first + 1, "has a title and no text", "write the text below it, or remove the file");
    }
  }

  private static String shown(String text) {
    return text.length() > 40 ? text.substring(0, 40) + "…" : text;
  }

  private void wrong(String file, int line, String what, String right) {
    findings.add(new Wrong(file, line, "", what, right));
  }
}
