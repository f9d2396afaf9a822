package io.switchboard.app;

import io.switchboard.acd.queue.QueueSettings;
import io.switchboard.acd.queue.WaitPrompts;
import io.switchboard.app.configuration.QueueDesk;
import io.switchboard.app.configuration.Wrong;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.recording.RecordingPlan;
import io.switchboard.ivr.prompt.Prompt;
import io.switchboard.ivr.prompt.PromptBook;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What queues say over the music exists in every language, and needs no other arguments than it is given. */
final class QueuePrompts {
  private static final String FILE = "queues.yaml";

  private QueuePrompts() {}

  static List<Wrong> wrongs(List<QueueSettings> queues, PromptBook book) {
    List<Wrong> wrongs = new ArrayList<>();
    for (QueueSettings queue : queues) {
      String at = queue.id().tenant().value() + "." + queue.id().name() + ".comfort.prompts";
      if (queue.waiting().tellsWaits()) {
        wrongs.addAll(ofWaits(book, queue.id().tenant().value() + "." + queue.id().name() + ".announce_expected_wait"));
      }
      for (String prompt : queue.waiting().comfort().prompts()) {
        wrongs.addAll(plain(book, prompt, at));
      }
      if (!queue.waiting().message().isEmpty()) {
        wrongs.addAll(plain(book, queue.waiting().message(), queue.id().tenant().value() + "." + queue.id().name() + ".message"));
      }
    }
    return wrongs;
  }

  /** What callers hear before they are recorded. */
  static List<Wrong> ofRecordings(Map<QueueId, QueueDesk> queues, PromptBook book) {
    List<Wrong> wrongs = new ArrayList<>();
    queues.forEach((queue, desk) -> {
      RecordingPlan plan = desk.recording();
      if (plan.mode() != RecordingPlan.Mode.OFF && !plan.announcement().isEmpty()) {
        wrongs.addAll(plain(book, plan.announcement(), queue.tenant().value() + "." + queue.name() + ".recording.announcement"));
      }
    });
    return wrongs;
  }

  private static List<Wrong> plain(PromptBook book, String prompt, String at) {
    return book.languages().stream().flatMap(language -> wrong(book.find(language, prompt), language, prompt, Set.of(), at).stream()).toList();
  }

  private static List<Wrong> ofWaits(PromptBook book, String at) {
    List<Wrong> wrongs = new ArrayList<>();
    new TreeMap<>(WaitPrompts.ARGUMENTS).forEach((prompt, given) -> book.languages().forEach(language ->
        wrong(book.find(language, prompt), language, prompt, given, at).ifPresent(wrongs::add)));
    return wrongs;
  }

  private static Optional<Wrong> wrong(Optional<Prompt> found, String language, String prompt, Set<String> given, String at) {
    if (found.isEmpty()) {
      return Optional.of(new Wrong(
          FILE, 0, at, "prompt '" + prompt + "' is missing in language '" + language + "'",
          "a text '" + prompt + "' in prompts/" + language + ".yaml"));
    }
    return given.containsAll(found.get().placeholders()) ? Optional.empty() : Optional.of(new Wrong(
        FILE, 0, at, "prompt '" + prompt + "' needs " + found.get().placeholders() + " in language '" + language + "'",
        given.isEmpty() ? "a prompt without {...}" : "a prompt with no other arguments than " + new TreeSet<>(given)));
  }
}
