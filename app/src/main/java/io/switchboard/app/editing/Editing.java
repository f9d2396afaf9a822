package io.switchboard.app.editing;

import io.switchboard.core.id.QueueId;
import io.switchboard.core.signal.ConfigurationRequest;
import io.switchboard.core.signal.ConfigurationRequest.ChangeQueue;
import io.switchboard.core.signal.ConfigurationRequest.ListFiles;
import io.switchboard.core.signal.ConfigurationRequest.Outcome;
import io.switchboard.core.signal.ConfigurationRequest.ReadFile;
import io.switchboard.core.signal.ConfigurationRequest.Reason;
import io.switchboard.core.signal.ConfigurationRequest.WriteFile;
import io.switchboard.core.signal.ReloadRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
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
  private final ReentrantLock oneAtATime = new ReentrantLock();

  /** @param directory from which the configuration in force was read */
  public Editing(Path directory, InForce inForce) {
    this.directory = directory;
    this.folder = new ConfigurationFolder(directory);
    this.inForce = inForce;
  }

  public Outcome answer(ConfigurationRequest request) {
    oneAtATime.lock();
    try {
      return switch (request) {
        case ListFiles all -> new Outcome.Files(folder.list());
        case ReadFile read -> read(read.file());
        case WriteFile write -> write(write);
        case ChangeQueue change -> change(change);
      };
    } catch (IOException broken) {
      LOG.warn("{} asked for {}: nothing changed", request.by(), request.getClass().getSimpleName(), broken);
      return new Outcome.Refused(Reason.NOT_WRITABLE, List.of(String.valueOf(broken.getMessage())));
    } catch (RuntimeException bug) {
      LOG.error("{} asked for {}: it broke off", request.by(), request.getClass().getSimpleName(), bug);
      return new Outcome.Refused(Reason.NOT_WRITABLE, List.of("it broke off, see the log"));
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

  private Outcome write(WriteFile write) throws IOException {
    if (!ConfigurationFolder.known(write.file())) {
      return new Outcome.Refused(Reason.UNKNOWN_FILE, List.of(write.file()));
    }
    Optional<ConfigurationFolder.Content> before = folder.read(write.file());
    if (!before.map(ConfigurationFolder.Content::version).orElse("").equals(write.replaces())) {
      return new Outcome.Refused(before.isEmpty() ? Reason.UNKNOWN_FILE : Reason.CHANGED_MEANWHILE, List.of(write.file()));
    }
    return write(write.file(), write.text(), before.map(ConfigurationFolder.Content::text), write.by(), Map.of());
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
    return write(QUEUES, after.get(), Optional.of(before.text()), change.by(), settings(after.get(), change.queue()).orElseThrow());
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

  private Outcome write(String file, String text, Optional<String> before, String by, Map<String, ? extends @Nullable Object> settings)
      throws IOException {
    List<String> wrongs = new ArrayList<>(OutsideValues.newPlaceholders(file, before.orElse(""), text));
    if (wrongs.isEmpty()) {
      wrongs.addAll(check(file, text));
    }
    if (wrongs.isEmpty()) {
      wrongs.addAll(OutsideValues.plainSecrets(file, text));
    }
    if (!wrongs.isEmpty()) {
      LOG.warn("{} asked to change {}: refused, what was in force stays\n{}", by, file, String.join("\n", wrongs));
      return new Outcome.Refused(Reason.WRONG_SETTINGS, wrongs);
    }
    String kept = folder.write(file, text, by);
    return switch (inForce.take(by)) {
      case ReloadRequest.Outcome.Done done -> {
        LOG.info("{} changed {}: version {}, the one before is {}", by, file, ConfigurationFolder.version(text), kept.isEmpty() ? "none" : kept);
        yield new Outcome.Written(file, ConfigurationFolder.version(text), done.changed(), settings);
      }
      case ReloadRequest.Outcome.Refused meanwhile -> {
        takeBack(file, before, by);
        yield new Outcome.Refused(Reason.WRONG_SETTINGS, meanwhile.wrongs());
      }
    };
  }

  private List<String> check(String file, String text) throws IOException {
    try (Candidate candidate = new Candidate(directory, file, text)) {
      return inForce.hindrances(candidate.directory());
    }
  }

  /** Somebody changed another file on disk between check and taking. */
  private void takeBack(String file, Optional<String> before, String by) throws IOException {
    LOG.warn("{} changed {}, which could not be taken: the file is as before", by, file);
    if (before.isPresent()) {
      folder.write(file, before.get(), by);
    } else {
      folder.remove(file);
    }
  }
}
