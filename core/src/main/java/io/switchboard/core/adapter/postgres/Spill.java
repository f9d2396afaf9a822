package io.switchboard.core.adapter.postgres;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Keeps batches in a file, in order, while PostgreSQL is away. A record is its length (4 bytes), the CRC32C of its content (4 bytes), and
 * the content; each is on disk (fsync) before {@link #append} returns. A torn tail, which a crash may leave, was never reported as durable
 * and is cut. The file belongs to one process at a time, and nobody else reads it (mode 600). Used by one thread.
 */
final class Spill implements Closeable {
  private static final int HEAD_BYTES = 8;
  private static final int MOST_BYTES = 256 << 20;
  /** Numbers and names of callers are in it. */
  private static final Set<PosixFilePermission> OURS = PosixFilePermissions.fromString("rw-------");

  private final Path file;
  private final long mostBytes;
  private final FileChannel channel;
  private long readAt;
  private long end;

  private Spill(Path file, long mostBytes, FileChannel channel) {
    this.file = file;
    this.mostBytes = mostBytes;
    this.channel = channel;
  }

  /**
   * @param mostBytes how large the file may grow
   * @throws IOException when the file cannot be opened, or another process has it; the message says so
   */
  static Spill open(Path file, long mostBytes) throws IOException {
    Path directory = file.toAbsolutePath().getParent();
    if (directory != null) {
      Files.createDirectories(directory);
    }
    boolean isNew = !Files.exists(file);
    FileChannel channel = FileChannel.open(
        file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE), PosixFilePermissions.asFileAttribute(OURS));
    try {
      Files.setPosixFilePermissions(file, OURS);
      lock(file, channel);
      Spill spill = new Spill(file, mostBytes, channel);
      spill.cutTornTail();
      if (isNew && directory != null) {
        sync(directory);
      }
      return spill;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static void lock(Path file, FileChannel channel) throws IOException {
    FileLock lock;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      lock = null;
    }
    if (lock == null) {
      throw new IOException(
          "the spill file " + file + " is in use by another platform on this machine: stop that one, or name another file");
    }
  }

  /** The file's name must outlive a crash of the machine too. */
  private static void sync(Path directory) throws IOException {
    try (FileChannel entries = FileChannel.open(directory, StandardOpenOption.READ)) {
      entries.force(true);
    }
  }

  private void cutTornTail() throws IOException {
    long whole = 0;
    while (content(whole, channel.size()) instanceof byte[] content) {
      whole += HEAD_BYTES + content.length;
    }
    if (whole < channel.size()) {
      channel.truncate(whole);
      channel.force(true);
    }
    end = whole;
  }

  boolean isEmpty() {
    return readAt == end;
  }

  /** Bytes not yet given to {@link #done}. */
  long size() {
    return end - readAt;
  }

  /** @throws IOException when it is not on disk: the file is full or the disk fails */
  void append(Batch batch) throws IOException {
    byte[] content = batch.bytes();
    if (end + HEAD_BYTES + content.length > mostBytes) {
      throw new IOException("the spill file " + file + " would grow over its limit of " + mostBytes + " bytes");
    }
    ByteBuffer entry = ByteBuffer.allocate(HEAD_BYTES + content.length);
    entry.putInt(content.length).putInt(crc(content)).put(content).flip();
    long at = end;
    while (entry.hasRemaining()) {
      at += channel.write(entry, at);
    }
    channel.force(false);
    end = at;
  }

  /** Batches from the oldest on, and where they end. */
  record Chunk(List<Batch> batches, long end) {}

  /** Reads from the oldest batch on: of one writer, at least one batch, until it holds that many rows. */
  Chunk next(int rows) throws IOException {
    List<Batch> batches = new ArrayList<>();
    long at = readAt;
    int held = 0;
    while (at < end && held < rows) {
      byte[] content = content(at, end);
      if (content == null) {
        throw new IOException("the spill file " + file + " is damaged at byte " + at);
      }
      Batch batch = Batch.of(content);
      if (!batches.isEmpty() && !batch.writer().equals(batches.getFirst().writer())) {
        break;
      }
      batches.add(batch);
      held += batch.rows().size();
      at += HEAD_BYTES + content.length;
    }
    return new Chunk(batches, at);
  }

  /** These are in PostgreSQL now; an empty file is cut. */
  void done(Chunk chunk) throws IOException {
    readAt = chunk.end();
    if (isEmpty()) {
      channel.truncate(0);
      channel.force(true);
      readAt = 0;
      end = 0;
    }
  }

  private byte @Nullable [] content(long at, long limit) throws IOException {
    ByteBuffer head = ByteBuffer.allocate(HEAD_BYTES);
    if (at + HEAD_BYTES > limit || !read(head, at)) {
      return null;
    }
    int length = head.getInt();
    int crc = head.getInt();
    if (length <= 0 || length > MOST_BYTES || at + HEAD_BYTES + length > limit) {
      return null;
    }
    ByteBuffer content = ByteBuffer.allocate(length);
    return read(content, at + HEAD_BYTES) && crc(content.array()) == crc ? content.array() : null;
  }

  private boolean read(ByteBuffer into, long from) throws IOException {
    long at = from;
    while (into.hasRemaining()) {
      int count = channel.read(into, at);
      if (count < 0) {
        return false;
      }
      at += count;
    }
    into.flip();
    return true;
  }

  private static int crc(byte[] content) {
    CRC32C crc = new CRC32C();
    crc.update(content);
    return (int) crc.getValue();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
