package io.switchboard.bench.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/**
 * What the disk itself takes: one page of 8 KiB rewritten in place and fdatasync, as PostgreSQL's log does. At the journal's pace and for
 * some seconds, since a disk that is shared stands still now and then, and a quick look misses that.
 */
final class Fsync {
  static final int TIMES = 3000;
  private static final long PACE_NANOS = 1_000_000;
  private static final int PAGE = 8192;
  private static final int PAGES = 2048;

  private Fsync() {}

  static Histogram probe(Path directory) throws IOException {
    Path file = Files.createTempFile(directory, "fsync", "");
    Histogram nanos = new Histogram(TimeUnit.MINUTES.toNanos(1), 3);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      ByteBuffer all = ByteBuffer.allocate(PAGE * PAGES);
      channel.write(all, 0);
      channel.force(true);
      for (int i = 0; i < TIMES; i++) {
        ByteBuffer page = ByteBuffer.allocate(PAGE).putInt(0, i);
        long since = System.nanoTime();
        channel.write(page, (long) PAGE * (i % PAGES));
        channel.force(false);
        nanos.recordValue(System.nanoTime() - since);
        LockSupport.parkNanos(since + PACE_NANOS - System.nanoTime());
      }
    } finally {
      Files.delete(file);
    }
    return nanos;
  }
}
