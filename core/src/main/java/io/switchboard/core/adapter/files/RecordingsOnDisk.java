package io.switchboard.core.adapter.files;

import io.switchboard.core.id.CallId;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.recording.RecordingFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Recordings of talks in {@code recordings/talks/TENANT/CALL-n.wav}, which only our own user may read. They come in at {@code recordings/talking}, without a
 * header, where Asterisk, which may run as another user, can write but not look around.
 */
public final class RecordingsOnDisk implements RecordingFiles {
  private static final int CHANNELS = 2;
  private static final int RATE = 8_000;
  private static final int SAMPLE_BYTES = 2;
  private static final int FRAME_BYTES = CHANNELS * SAMPLE_BYTES;
  private static final int BYTES_PER_MS = RATE / 1_000 * FRAME_BYTES;
  private static final int HEADER_BYTES = 44;
  private static final int BEFORE_DATA_BYTES = 36;
  private static final int FORMAT_BYTES = 16;
  /** rwx-wx-wx, and nobody removes what is another's. */
  private static final int DROP_BOX = 0_1733;
  /** Ten talks of an hour. */
  private static final long LEAST_BYTES = 1L << 30;
  private static final Pattern NAME = Pattern.compile("([a-z0-9_.-]+)~([A-Za-z0-9_.-]+)-(\\d{1,6})\\.raw");

  private final Path data;
  private final Path incoming;
  private final long leastBytes;

  /** {@code data}: the data directory; what is missing below is made. */
  public RecordingsOnDisk(Path data) {
    this(data, LEAST_BYTES);
  }

  /** {@code leastBytes}: with less room on the disk nothing is begun. */
  RecordingsOnDisk(Path data, long leastBytes) {
    this.data = data.toAbsolutePath().normalize();
    this.incoming = this.data.resolve("recordings/talking");
    this.leastBytes = leastBytes;
    try {
      Files.createDirectories(incoming);
      Files.setAttribute(incoming, "unix:mode", DROP_BOX);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make " + incoming, e);
    }
  }

  @Override
  public Optional<String> unready() {
    try {
      if (!Files.isDirectory(incoming)) {
        return Optional.of("the directory " + incoming + " is missing; make it anew by a restart of the platform");
      }
      long room = Files.getFileStore(incoming).getUsableSpace();
      return room >= leastBytes ? Optional.empty() : Optional.of(
          "the disk of " + incoming + " has " + (room >> 20) + " MiB left, less than " + (leastBytes >> 20) + "; make room, e.g. by a shorter recording.keep_days");
    } catch (IOException e) {
      return Optional.of(incoming + " cannot be looked at: " + e);
    }
  }

  @Override
  public String written(Name recording) {
    return in(recording).toString();
  }

  @Override
  public OptionalLong length(Name recording) {
    Path file = in(recording);
    try {
      return Files.isRegularFile(file) ? OptionalLong.of(Files.size(file) / BYTES_PER_MS) : OptionalLong.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  @Override
  public void keep(Name recording) {
    Path from = in(recording);
    Path to = data.resolve(RecordingFiles.kept(recording.tenant(), recording.call(), recording.number()));
    Path part = to.resolveSibling(to.getFileName() + ".part");
    try {
      Files.createDirectories(data.resolve("recordings/talks"), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      Files.createDirectories(to.getParent());
      copy(from, part);
      Files.move(part, to, StandardCopyOption.ATOMIC_MOVE);
      Files.deleteIfExists(from);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep " + to, e);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (FileChannel in = FileChannel.open(from, StandardOpenOption.READ);
        FileChannel out = FileChannel.open(to, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
      long bytes = in.size() / FRAME_BYTES * FRAME_BYTES;
      out.write(header(bytes));
      long at = 0;
      while (at < bytes) {
        at += in.transferTo(at, bytes - at, out);
      }
      out.force(true);
    }
  }

  private static ByteBuffer header(long bytes) {
    return ByteBuffer.allocate(HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN)
        .put(ascii("RIFF")).putInt((int) (BEFORE_DATA_BYTES + bytes)).put(ascii("WAVEfmt ")).putInt(FORMAT_BYTES)
        .putShort((short) 1).putShort((short) CHANNELS).putInt(RATE).putInt(RATE * FRAME_BYTES).putShort((short) FRAME_BYTES)
        .putShort((short) (SAMPLE_BYTES * Byte.SIZE))
        .put(ascii("data")).putInt((int) bytes).flip();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public void drop(Name recording) {
    delete(in(recording));
  }

  @Override
  public void remove(String file) {
    Path path = data.resolve(file).normalize();
    if (path.startsWith(data.resolve("recordings"))) {
      delete(path);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove " + file, e);
    }
  }

  @Override
  public List<Name> left() {
    try (Stream<Path> all = Files.list(incoming)) {
      List<Name> names = new ArrayList<>();
      for (Path each : all.toList()) {
        Matcher name = NAME.matcher(each.getFileName().toString());
        if (name.matches()) {
          names.add(new Name(new TenantId(name.group(1)), new CallId(name.group(2)), Integer.parseInt(name.group(3))));
        }
      }
      return names;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look into " + incoming, e);
    }
  }

  private Path in(Name recording) {
    return data.resolve(RecordingFiles.incoming(recording.tenant(), recording.call(), recording.number()));
  }
}
