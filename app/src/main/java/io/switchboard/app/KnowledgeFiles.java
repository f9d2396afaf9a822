package io.switchboard.app;

import io.switchboard.desktop.knowledge.Article;
import io.switchboard.desktop.knowledge.Knowledge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads {@code knowledge/NAME.LANGUAGE.md} of the configuration: the first line is the title, what follows the text. */
final class KnowledgeFiles {
  private static final Logger LOG = LoggerFactory.getLogger(KnowledgeFiles.class);
  private static final Pattern NAME = Pattern.compile("([a-z0-9][a-z0-9_-]{0,63})\\.(en|zh)\\.md");
  private static final int MOST = 2_000;
  private static final long LARGEST_BYTES = 256 * 1024;

  private KnowledgeFiles() {}

  /** What can be read; the rest is named in the log, for nobody's work depends on it. */
  static Knowledge read(Path configuration) {
    Path folder = configuration.resolve("knowledge");
    List<Article> articles = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        files.sorted().limit(MOST).forEach(file -> article(file, articles));
      } catch (IOException e) {
        LOG.warn("no articles are read from {}: {}", folder, e.toString());
      }
    }
    return new Knowledge(articles);
  }

  private static void article(Path file, List<Article> articles) {
    Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
    try {
      if (!name.matches() || Files.size(file) > LARGEST_BYTES) {
        LOG.warn("{} is no article: name it NAME.en.md or NAME.zh.md, in small letters, and keep it below 256 KB", file);
        return;
      }
      String text = Files.readString(file).strip();
      int end = text.indexOf('\n') < 0 ? text.length() : text.indexOf('\n');
      articles.add(new Article(name.group(1), name.group(2), text.substring(0, end).replaceFirst("^#+\\s*", "").strip(), text.substring(end).strip()));
    } catch (IOException e) {
      LOG.warn("{} is not read: {}", file, e.toString());
    }
  }
}
