package io.switchboard.app.editing;

import io.switchboard.core.id.QueueId;
import io.switchboard.core.release.Releases;
import io.switchboard.core.signal.ConfigurationRequest;
import io.switchboard.core.signal.ConfigurationRequest.ChangeQueue;
import io.switchboard.core.signal.ConfigurationRequest.ListFiles;
import io.switchboard.core.signal.ConfigurationRequest.NewText;
import io.switchboard.core.signal.ConfigurationRequest.Outcome;
import io.switchboard.core.signal.ConfigurationRequest.ReadFile;
import io.switchboard.core.signal.ConfigurationRequest.Reason;
import io.switchboard.core.signal.ConfigurationRequest.RollBack;
import io.switchboard.core.signal.ConfigurationRequest.State;
import io.switchboard.core.signal.ConfigurationRequest.Version;
import io.switchboard.core.signal.ConfigurationRequest.WriteFile;
import io.switchboard.core.signal.ConfigurationRequest.WriteFiles;
import io.switchboard.core.signal.ReloadRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers who reads or changes configuration files: one after the other, each from a thread that may wait. */
public final class Editing {
  private static final Logger LOG = LoggerFactory.getLogger(Editing.class);
  private static final String QUEUES = "queues.yaml";

  private final Path directory;
  private final ConfigurationFolder folder;
  private final InForce inForce;
  private final Releases releases;
  private final ReentrantLock oneAtATime = new ReentrantLock();

  /**
   * @param directory from which the configuration in force was read
   * @param releases to which it can be rolled back
   */
  public Editing(Path directory, InForce inForce, Releases releases) {
    this.directory = directory;
    this.folder = new ConfigurationFolder(directory);
    this.inForce = inForce;
    this.releases = releases;
  }

  /**
   * @param text empty: the file is to go
   * @param before what it replaces; empty: there was no such file
   */
  private record Edit(String file, Optional<String> text, Optional<String> before) {
    String version() {
      return text.map(ConfigurationFolder::version).orElse("-");
    }
  }

  public Outcome answer(ConfigurationRequest request) {
    oneAtATime.lock();
    try {
      return switch (request) {
        case ListFiles all -> new Outcome.Files(folder.list());
        case ReadFile read -> read(read.file());
        case WriteFile write -> write(List.of(new NewText(write.file(), write.text(), write.replaces())), write.by(), done ->
            new Outcome.Written(write.file(), ConfigurationFolder.version(write.text()), done.changed(), Map.of()));
        case WriteFiles all -> write(all.files(), all.by(), done -> new Outcome.AllWritten(
            all.files().stream().map(each -> new Version(each.file(), ConfigurationFolder.version(each.text()))).toList(), done.changed()));
        case ChangeQueue change -> change(change);
        case RollBack back -> rollBack(back);
      };
    } catch (IOException | UncheckedIOException broken) {
      LOG.warn("{} asked for {}: nothing changed", request.by(), request.getClass().getSimpleName(), broken);
      return new Outcome.Refused(Reason.NOT_WRITABLE, List.of(String.valueOf(broken.getMessage())));
    } catch (RuntimeException bug) {
      LOG.error("{} asked for {}: it broke off", request.by(), request.getClass().getSimpleName(), bug);
      return new Outcome.Refused(Reason.NOT_WRITABLE, List.of("it broke off, see the log"));
    } finally {
      oneAtATime.unlock();
    }
  }

  interface Work<T> {
    T done() throws IOException;
  }

  /** Nothing else is changed meanwhile. */
  <T> T alone(Work<T> work) throws IOException {
    oneAtATime.lock();
    try {
      return work.done();
    } finally {
      oneAtATime.unlock();
    }
  }

  private Outcome read(String file) throws IOException {
    Optional<ConfigurationFolder.Content> content = folder.read(file);
    if (content.isEmpty()) {
      return new Outcome.Refused(Reason.UNKNOWN_FILE, List.of(file));
    }
    List<String> secrets = OutsideValues.plainSecrets(file, content.get().text());
    return secrets.isEmpty()
        ? new Outcome.Text(content.get().version(), content.get().text())
        : new Outcome.Refused(Reason.PLAIN_SECRET, secrets);
  }

  private Outcome write(List<NewText> files, String by, Function<ReloadRequest.Outcome.Done, Outcome> written) throws IOException {
    List<Edit> edits = new ArrayList<>();
    for (NewText each : files) {
      if (!ConfigurationFolder.known(each.file())) {
        return new Outcome.Refused(Reason.UNKNOWN_FILE, List.of(each.file()));
      }
      Optional<ConfigurationFolder.Content> before = folder.read(each.file());
      if (!before.map(ConfigurationFolder.Content::version).orElse("").equals(each.replaces())) {
        return new Outcome.Refused(before.isEmpty() ? Reason.UNKNOWN_FILE : Reason.CHANGED_MEANWHILE, List.of(each.file()));
      }
      edits.add(new Edit(each.file(), Optional.of(each.text()), before.map(ConfigurationFolder.Content::text)));
    }
    return taken(edits, by, 0, written);
  }

  /** To what a release had in flows and prompts, and to nothing else there. */
  private Outcome rollBack(RollBack back) throws IOException {
    Optional<Releases.Content> release = releases.content(back.release());
    if (release.isEmpty()) {
      return new Outcome.Refused(Reason.UNKNOWN_RELEASE, List.of(Integer.toString(back.release())));
    }
    Optional<String> stranger = release.get().texts().keySet().stream().filter(file -> !ConfigurationFolder.known(file)).findFirst();
    if (stranger.isPresent()) {
      return new Outcome.Refused(Reason.UNKNOWN_FILE, List.of(stranger.get()));
    }
    SortedMap<String, Optional<String>> texts = new TreeMap<>();
    folder.list().stream().map(State::file).filter(Editing::isReleased).forEach(file -> texts.put(file, Optional.empty()));
    release.get().texts().forEach((file, text) -> texts.put(file, Optional.of(text)));
    List<Edit> edits = new ArrayList<>();
    for (Map.Entry<String, Optional<String>> each : texts.entrySet()) {
      Optional<String> before = folder.read(each.getKey()).map(ConfigurationFolder.Content::text);
      if (!before.equals(each.getValue())) {
        edits.add(new Edit(each.getKey(), each.getValue(), before));
      }
    }
    return taken(edits, back.by(), back.release(), done -> new Outcome.RolledBack(back.release(), done.release(), done.changed()));
  }

  private static boolean isReleased(String file) {
    return file.startsWith("flows/") || file.startsWith("prompts/");
  }

  private Outcome change(ChangeQueue change) throws IOException {
    ConfigurationFolder.Content before = folder.read(QUEUES).orElseThrow(() -> new IOException(QUEUES + " cannot be read"));
    if (!change.replaces().isEmpty() && !change.replaces().equals(before.version())) {
      return new Outcome.Refused(Reason.CHANGED_MEANWHILE, List.of(QUEUES));
    }
    if (settings(before.text(), change.queue()).isEmpty()) {
      return new Outcome.Refused(Reason.UNKNOWN_QUEUE, List.of(change.queue().name()));
    }
    Optional<String> after = SectionPatch.patched(before.text(), section(change.queue()), change.patch());
    if (after.isEmpty()) {
      return new Outcome.Refused(Reason.WRONG_SETTINGS, List.of(
          QUEUES + ": " + String.join(".", section(change.queue())) + ": cannot be changed in place as it is written; send the whole file"));
    }
    Map<String, @Nullable Object> settings = settings(after.get(), change.queue()).orElseThrow();
    return taken(List.of(new Edit(QUEUES, after, Optional.of(before.text()))), change.by(), 0, done ->
        new Outcome.Written(QUEUES, ConfigurationFolder.version(after.get()), done.changed(), settings));
  }

  private static List<String> section(QueueId queue) {
    return List.of(queue.tenant().value(), queue.name());
  }

  @SuppressWarnings("unchecked") // keys of YAML that was read so
  private static Optional<Map<String, @Nullable Object>> settings(String text, QueueId queue) {
    return YamlNodes.root(text).flatMap(root -> YamlNodes.entry(root, queue.tenant().value()))
        .flatMap(tenant -> YamlNodes.entry(tenant.getValueNode(), queue.name()))
        .map(entry -> YamlNodes.plain(entry.getValueNode()) instanceof Map<?, ?> map ? (Map<String, @Nullable Object>) map : new LinkedHashMap<>());
  }

  /** All of them, or none. */
  private Outcome taken(List<Edit> edits, String by, int rollingBackTo, Function<ReloadRequest.Outcome.Done, Outcome> written)
      throws IOException {
    List<String> wrongs = wrongs(edits);
    List<String> files = edits.stream().map(Edit::file).toList();
    if (!wrongs.isEmpty()) {
      LOG.warn("{} asked to change {}: refused, what was in force stays\n{}", by, files, String.join("\n", wrongs));
      return new Outcome.Refused(Reason.WRONG_SETTINGS, wrongs);
    }
    Map<String, String> kept = put(edits, by);
    return switch (inForce.take(by, rollingBackTo)) {
      case ReloadRequest.Outcome.Done done -> {
        edits.forEach(edit -> LOG.info("{} changed {}: version {}, the one before is {}", by, edit.file(),
            edit.version(), kept.getOrDefault(edit.file(), "").isEmpty() ? "none" : kept.get(edit.file())));
        yield written.apply(done);
      }
      case ReloadRequest.Outcome.Refused meanwhile -> { // somebody changed another file on disk between check and taking
        LOG.warn("{} changed {}, which could not be taken: all is as before", by, files);
        takeBack(edits, by);
        yield new Outcome.Refused(Reason.WRONG_SETTINGS, meanwhile.wrongs());
      }
    };
  }

  private List<String> wrongs(List<Edit> edits) throws IOException {
    List<String> wrongs = new ArrayList<>();
    edits.forEach(edit -> wrongs.addAll(OutsideValues.newPlaceholders(edit.file(), edit.before().orElse(""), edit.text().orElse(""))));
    if (wrongs.isEmpty()) {
      try (Candidate candidate = new Candidate(directory, candidate(edits))) {
        wrongs.addAll(inForce.hindrances(candidate.directory()));
      }
    }
    if (wrongs.isEmpty()) {
      edits.forEach(edit -> wrongs.addAll(OutsideValues.plainSecrets(edit.file(), edit.text().orElse(""))));
    }
    return wrongs;
  }

  private Map<String, String> put(List<Edit> edits, String by) throws IOException {
    try {
      Map<String, String> kept = new HashMap<>(folder.write(texts(edits), by));
      for (Edit edit : edits) {
        if (edit.text().isEmpty()) {
          kept.put(edit.file(), folder.removeKept(edit.file(), by));
        }
      }
      return kept;
    } catch (IOException half) {
      takeBack(edits, by);
      throw half;
    }
  }

  private static Map<String, String> texts(List<Edit> edits) {
    Map<String, String> texts = new LinkedHashMap<>();
    edits.forEach(edit -> edit.text().ifPresent(text -> texts.put(edit.file(), text)));
    return texts;
  }

  private static Map<String, Optional<String>> candidate(List<Edit> edits) {
    return edits.stream().collect(Collectors.toMap(Edit::file, Edit::text));
  }

  /** Those that are in their places already. */
  private void takeBack(List<Edit> edits, String by) throws IOException {
    for (Edit edit : edits) {
      boolean placed = folder.read(edit.file()).map(ConfigurationFolder.Content::text).equals(edit.text());
      if (placed && edit.before().isPresent()) {
        folder.write(Map.of(edit.file(), edit.before().get()), by);
      } else if (placed) {
        folder.remove(edit.file());
      }
    }
  }
}
