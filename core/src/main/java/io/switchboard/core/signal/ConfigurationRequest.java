package io.switchboard.core.signal;

import io.switchboard.core.id.QueueId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads and changes the configuration's files while calls are on the line. {@code by}: who asks. */
public sealed interface ConfigurationRequest extends Request<ConfigurationRequest.Outcome> {
  String by();

  record ListFiles(String by) implements ConfigurationRequest {}

  /** {@code file}: its name within the configuration directory, e.g. {@code flows/main.yaml}. */
  record ReadFile(String file, String by) implements ConfigurationRequest {}

  /**
   * Puts a text into a file's place, and in force: both or neither.
   *
   * @param replaces the version that the asker has read; empty: there is no such file yet
   */
  record WriteFile(String file, String text, String replaces, String by) implements ConfigurationRequest {}

  /** Puts several texts into their files' places, and in force: all or none. Each file is named once. */
  record WriteFiles(List<NewText> files, String by) implements ConfigurationRequest {
    public WriteFiles {
      files = List.copyOf(files);
    }
  }

  /** @param replaces the version that the asker has read; empty: there is no such file yet */
  record NewText(String file, String text, String replaces) {}

  /**
   * Changes some settings of a queue in queues.yaml.
   *
   * @param patch a JSON merge patch (RFC 7396) of the queue's section
   * @param replaces the version of queues.yaml that the asker has read; empty: whichever there is
   */
  record ChangeQueue(QueueId queue, Map<String, ? extends @Nullable Object> patch, String replaces, String by) implements ConfigurationRequest {}

  /** Puts the flows and prompts of a release into their files' places, and in force, as a new release: all of it or nothing. */
  record RollBack(int release, String by) implements ConfigurationRequest {}

  /** What came of it. */
  sealed interface Outcome {
    record Files(List<State> files) implements Outcome {}

    record Text(String version, String text) implements Outcome {}

    /**
     * It is on disk and in force.
     *
     * @param changed the files whose settings are others now
     * @param settings of the queue that was changed, as its section stands now; else empty
     */
    record Written(String file, String version, List<String> changed, Map<String, ? extends @Nullable Object> settings) implements Outcome {}

    /** Several are on disk and in force; {@code changed} as of one. */
    record AllWritten(List<Version> files, List<String> changed) implements Outcome {}

    /**
     * The texts of an earlier release are on disk and in force.
     *
     * @param release that they make; the one that was in force before, where they are its own
     */
    record RolledBack(int to, int release, List<String> changed) implements Outcome {}

    /**
     * Nothing changed, on disk or in force.
     *
     * @param about file, line, key, what is wrong and what would be right, a line each
     */
    record Refused(Reason reason, List<String> about) implements Outcome {}
  }

  record Version(String file, String version) {}

  /**
   * A file as it is on disk.
   *
   * @param version of its content: the same bytes have the same
   * @param changedAtMs when it was last changed, milliseconds since 1970
   * @param changedBy who changed it through the platform; null: it was changed on disk
   */
  record State(String file, String version, long bytes, long changedAtMs, @Nullable String changedBy) {}

  /** Why nothing changed. */
  enum Reason { UNKNOWN_FILE, UNKNOWN_QUEUE, UNKNOWN_RELEASE, CHANGED_MEANWHILE, PLAIN_SECRET, WRONG_SETTINGS, NOT_WRITABLE }
}
