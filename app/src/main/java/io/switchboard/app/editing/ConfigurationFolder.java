package io.switchboard.app.editing;

import io.switchboard.app.configuration.ConfigurationFiles;
import io.switchboard.core.release.TextDigest;
import io.switchboard.core.signal.ConfigurationRequest.State;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileOwnerAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files of the configuration directory that are edited, and what they were before: the last {@value #KEPT} versions of each in
 * {@code .history}, and who changed what in {@code .history/changes.log}. Nothing but these files is ever read or written.
 */
final class ConfigurationFolder {
  static final int KEPT = 20;
  /** As large as a configuration file may be. */
  static final int MOST_BYTES = 2 * 1024 * 1024;

  private static final String HISTORY = ".history";
  private static final String LOG = "changes.log";
  private static final long MOST_LOG_BYTES = 1 << 20;
  private static final Pattern IN_FOLDERS =
      Pattern.compile("(flows|scripts|prompts)/[a-z0-9][a-z0-9_.-]{0,63}\\.yaml|calendars/[A-Za-z0-9][A-Za-z0-9_.-]{0,99}\\.ics");
  private static final List<String> FOLDERS = List.of("flows", "scripts", "prompts", "calendars");
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

  private final Path directory;

  /** A file's text, and the version of its bytes. */
  record Content(String text, String version, int bytes) {}

  ConfigurationFolder(Path directory) {
    this.directory = directory;
  }

  /** Whether the name is one of a configuration file, there or not. */
  static boolean known(String file) {
    return ConfigurationFiles.names().contains(file) || IN_FOLDERS.matcher(file).matches();
  }

  /** Those that are there. */
  List<State> list() throws IOException {
    List<String> files = new ArrayList<>(ConfigurationFiles.names());
    for (String folder : FOLDERS) {
      if (Files.isDirectory(directory.resolve(folder))) {
        try (Stream<Path> all = Files.list(directory.resolve(folder))) {
          all.map(each -> folder + "/" + each.getFileName()).filter(ConfigurationFolder::known).sorted().forEach(files::add);
        }
      }
    }
    Map<String, Change> changes = changes();
    List<State> states = new ArrayList<>();
    for (String file : files) {
      Optional<Content> content = read(file);
      if (content.isPresent()) {
        states.add(state(file, content.get(), Optional.ofNullable(changes.get(file))));
      }
    }
    return states;
  }

  private State state(String file, Content content, Optional<Change> last) throws IOException {
    Optional<Change> ours = last.filter(change -> change.version().equals(content.version()));
    return ours.isPresent()
        ? new State(file, content.version(), content.bytes(), ours.get().at().toEpochMilli(), ours.get().by())
        : new State(file, content.version(), content.bytes(), Files.getLastModifiedTime(directory.resolve(file)).toMillis(), null);
  }

  /** Empty when there is no such file. */
  Optional<Content> read(String file) throws IOException {
    Path path = directory.resolve(file);
    if (!known(file) || !Files.isRegularFile(path) || Files.size(path) > MOST_BYTES) {
      return Optional.empty();
    }
    byte[] bytes = Files.readAllBytes(path);
    return Optional.of(new Content(new String(bytes, StandardCharsets.UTF_8), TextDigest.of(bytes), bytes.length));
  }

  static String version(String text) {
    return TextDigest.of(text);
  }

  /**
   * Keeps what is there and puts the texts in its place: whoever reads, or whatever dies meanwhile, finds of each file the one or the other. All
   * are on disk before the first takes its place, so that what dies meanwhile hardly finds some of them changed and some not.
   *
   * @param texts by the names of their files
   * @return where the versions before are kept, from the configuration directory on; empty: there was none
   */
  Map<String, String> write(Map<String, String> texts, String by) throws IOException {
    Map<String, byte[]> contents = new LinkedHashMap<>();
    texts.forEach((file, text) -> contents.put(file, text.getBytes(StandardCharsets.UTF_8)));
    return put(contents, by);
  }

  /** The same with files that need not be texts. */
  Map<String, String> put(Map<String, byte[]> contents, String by) throws IOException {
    Map<String, String> kept = new LinkedHashMap<>();
    Map<String, String> before = new HashMap<>();
    Map<Path, Path> fresh = new LinkedHashMap<>();
    try {
      for (Map.Entry<String, byte[]> each : contents.entrySet()) {
        String file = each.getKey();
        Path path = own(file);
        boolean there = Files.isRegularFile(path);
        Files.createDirectories(folderOf(path));
        kept.put(file, there ? keep(file, path) : "");
        before.put(file, there ? TextDigest.of(Files.readAllBytes(path)) : "-");
        Path beside = path.resolveSibling("." + path.getFileName() + "." + UUID.randomUUID());
        fresh.put(path, beside);
        prepare(path, beside, each.getValue(), there);
      }
      for (Map.Entry<Path, Path> each : fresh.entrySet()) {
        Files.move(each.getValue(), each.getKey(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      }
      for (Path path : fresh.keySet()) {
        durable(folderOf(path));
      }
    } finally {
      for (Path beside : fresh.values()) {
        Files.deleteIfExists(beside);
      }
    }
    for (Map.Entry<String, byte[]> each : contents.entrySet()) {
      log(each.getKey(), by, Objects.requireNonNull(before.get(each.getKey())), TextDigest.of(each.getValue()));
    }
    return kept;
  }

  private Path own(String file) throws IOException {
    Path path = directory.resolve(file);
    if (Files.isSymbolicLink(path)) {
      throw new IOException(file + " is a link; edit the file that it leads to");
    }
    return path;
  }

  /**
   * Keeps one and takes it away.
   *
   * @return where it is kept, from the configuration directory on
   */
  String removeKept(String file, String by) throws IOException {
    Path path = own(file);
    String before = TextDigest.of(Files.readAllBytes(path));
    String kept = keep(file, path);
    Files.delete(path);
    durable(folderOf(path));
    log(file, by, before, "-");
    return kept;
  }

  /** Takes back one that was not there before. */
  void remove(String file) throws IOException {
    Files.delete(directory.resolve(file));
  }

  private static void prepare(Path path, Path fresh, byte[] content, boolean asBefore) throws IOException {
    try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(content);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    if (asBefore) {
      likeBefore(path, fresh);
    }
  }

  /** The same people may read it; the same one owns it, where we may say so. */
  private static void likeBefore(Path before, Path fresh) throws IOException {
    Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(before);
    Files.setPosixFilePermissions(fresh, permissions);
    if (!Files.getOwner(fresh).equals(Files.getOwner(before))) {
      try {
        Files.getFileAttributeView(fresh, FileOwnerAttributeView.class, LinkOption.NOFOLLOW_LINKS).setOwner(Files.getOwner(before));
      } catch (IOException notRoot) {
        return; // it becomes ours, as with any editor that writes so
      }
    }
  }

  private static Path folderOf(Path file) {
    return Objects.requireNonNull(file.getParent(), "within the configuration directory");
  }

  private static void durable(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private String keep(String file, Path path) throws IOException {
    Path history = folderOf(directory.resolve(HISTORY).resolve(file));
    Files.createDirectories(history);
    Path kept = history.resolve(path.getFileName() + "." + STAMP.format(Instant.now()));
    for (int more = 1; Files.exists(kept); more++) {
      kept = history.resolve(path.getFileName() + "." + STAMP.format(Instant.now()) + "-" + more);
    }
    Files.copy(path, kept, StandardCopyOption.COPY_ATTRIBUTES);
    try (FileChannel channel = FileChannel.open(kept, StandardOpenOption.READ)) {
      channel.force(true);
    }
    durable(history);
    forget(history, path.getFileName() + ".");
    return directory.relativize(kept).toString();
  }

  private static void forget(Path history, String prefix) throws IOException {
    try (Stream<Path> all = Files.list(history)) {
      List<Path> versions = all.filter(each -> each.getFileName().toString().startsWith(prefix))
          .sorted(Comparator.comparing(Path::getFileName).reversed()).toList();
      for (Path old : versions.subList(Math.min(KEPT, versions.size()), versions.size())) {
        Files.delete(old);
      }
    }
  }

  private record Change(Instant at, String by, String version) {}

  private void log(String file, String by, String before, String after) throws IOException {
    Path log = Files.createDirectories(directory.resolve(HISTORY)).resolve(LOG);
    if (Files.exists(log) && Files.size(log) > MOST_LOG_BYTES) {
      Files.move(log, log.resolveSibling(LOG + ".1"), StandardCopyOption.REPLACE_EXISTING);
    }
    String line = String.join("\t", Instant.now().toString(), by, file, before, after) + "\n";
    try (FileChannel channel = FileChannel.open(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      channel.write(StandardCharsets.UTF_8.encode(line));
      channel.force(true);
    }
  }

  /** The last change of each file that went through us. */
  private Map<String, Change> changes() throws IOException {
    Map<String, Change> changes = new HashMap<>();
    Path log = directory.resolve(HISTORY).resolve(LOG);
    if (Files.exists(log)) {
      for (String line : Files.readAllLines(log)) {
        String[] columns = line.split("\t");
        if (columns.length == 5) {
          changes.put(columns[2], new Change(Instant.parse(columns[0]), columns[1], columns[4]));
        }
      }
    }
    return changes;
  }
}
