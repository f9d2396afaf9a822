package io.switchboard.ivr.adapter.yaml;

import io.switchboard.ivr.flow.Problem;
import io.switchboard.ivr.prompt.Prompt;
import io.switchboard.ivr.prompt.PromptBook;
import io.switchboard.ivr.prompt.reading.Slot;
import io.switchboard.ivr.prompt.reading.SpokenText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads {@code prompts/<language>.yaml} and finds the recordings {@code prompts/<language>/<id>.wav}. */
final class PromptFiles {
  private static final SchemaCheck SCHEMA = SchemaCheck.of("prompts.schema.json");

  private final Path directory;
  private final List<Problem> problems;
  private final Map<String, YamlText> texts = new HashMap<>();

  private PromptFiles(Path directory, List<Problem> problems) {
    this.directory = directory;
    this.problems = problems;
  }

  static PromptBook read(Path directory, List<Problem> problems) {
    return read(Texts.written(Texts.files(directory, problems), problems), directory, problems);
  }

  /** {@code directory}: of the recordings. */
  static PromptBook read(List<FlowFiles.Written> texts, Path directory, List<Problem> problems) {
    PromptFiles files = new PromptFiles(directory, problems);
    Map<String, Map<String, Prompt>> byLanguage = new HashMap<>();
    texts.forEach(each -> byLanguage.put(each.name(), files.language(each)));
    PromptBook book = new PromptBook(byLanguage);
    book.ids().forEach(id -> files.inEveryLanguage(id, book));
    return book;
  }

  private Map<String, Prompt> language(FlowFiles.Written written) {
    String language = written.name();
    YamlText yaml = YamlText.read(written.file(), written.text(), problems);
    texts.put(language, yaml);
    Map<String, Prompt> prompts = new HashMap<>();
    if (yaml.root().isMissingNode()) {
      return prompts;
    }
    problems.addAll(SCHEMA.check(yaml));
    yaml.root().properties().stream().filter(each -> each.getValue().isTextual())
        .forEach(each -> prompts.put(each.getKey(), prompt(language, each.getKey(), each.getValue().asText(), yaml)));
    return prompts;
  }

  private Prompt prompt(String language, String id, String text, YamlText yaml) {
    Path recording = directory.resolve(language).resolve(id + ".wav");
    Prompt prompt = new Prompt(language, id, text, Files.isRegularFile(recording) ? Optional.of(recording) : Optional.empty());
    SpokenText.of(text).faults().forEach(fault -> problems.add(yaml.problem("/" + id, fault.wrong(), fault.right())));
    if (prompt.recording().isPresent() && !prompt.placeholders().isEmpty()) {
      problems.add(yaml.problem("/" + id, "the recording " + language + "/" + id + ".wav cannot say " + prompt.placeholders(),
          "no recording for a prompt with {...}"));
    }
    return prompt;
  }

  private void inEveryLanguage(String id, PromptBook book) {
    Prompt model = book.all().stream().filter(prompt -> prompt.id().equals(id)).findFirst().orElseThrow();
    for (String language : book.languages()) {
      YamlText yaml = texts.get(language);
      if (yaml == null || yaml.root().isMissingNode()) {
        continue; // it could not be read, which was said already
      }
      Optional<Prompt> prompt = book.find(language, id);
      if (prompt.isEmpty()) {
        problems.add(yaml.problem("", "prompt '" + id + "' of language '" + model.language() + "' is missing", "a text for '" + id + "'"));
      } else if (!places(prompt.get()).equals(places(model))) {
        problems.add(yaml.problem("/" + id, "prompt '" + id + "' has " + places(prompt.get()) + " but in language '"
            + model.language() + "' " + places(model), "the same {...} in every language"));
      }
    }
  }

  /** As they are written, each once. */
  private static Set<String> places(Prompt prompt) {
    return prompt.slots().stream().map(Slot::toString).collect(Collectors.toCollection(TreeSet::new));
  }
}
