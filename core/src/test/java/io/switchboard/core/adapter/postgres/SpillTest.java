package io.switchboard.core.adapter.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.core.adapter.postgres.Spill.Chunk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpillTest {
  private static final UUID WRITER = UUID.randomUUID();
  @TempDir Path directory;
  private Path file;

  @BeforeEach
  void file() {
    file = directory.resolve("sub").resolve("spill");
  }

  private static Batch batch(UUID writer, long number) {
    return new Batch(writer, number, number % 2 * 17, Samples.wholeCall(number, "c" + number).stream().map(Row::of).toList());
  }

  @Test
  void batchesComeBackInOrderAfterAReopening() throws Exception {
    try (Spill spill = Spill.open(file, 1 << 20)) {
      spill.append(batch(WRITER, 1));
      spill.append(batch(WRITER, 2));
    }
    try (Spill spill = Spill.open(file, 1 << 20)) {
      Chunk chunk = spill.next(100);
      assertEquals(List.of(batch(WRITER, 1), batch(WRITER, 2)), chunk.batches());
      spill.done(chunk);
      assertTrue(spill.isEmpty());
      assertEquals(0, Files.size(file));
    }
  }

  @Test
  void aChunkEndsWhenItHasItsRowsAndBeforeAnotherWriter() throws Exception {
    UUID other = UUID.randomUUID();
    try (Spill spill = Spill.open(file, 1 << 20)) {
      spill.append(batch(WRITER, 1));
      spill.append(batch(WRITER, 2));
      spill.append(batch(other, 1));
      Chunk first = spill.next(1);
      assertEquals(List.of(batch(WRITER, 1)), first.batches());
      spill.done(first);
      Chunk second = spill.next(100);
      assertEquals(List.of(batch(WRITER, 2)), second.batches());
      spill.done(second);
      assertEquals(List.of(batch(other, 1)), spill.next(100).batches());
    }
  }

  @Test
  void aTornTailIsCutWhereverItWasTorn() throws Exception {
    try (Spill spill = Spill.open(file, 1 << 20)) {
      spill.append(batch(WRITER, 1));
    }
    long whole = Files.size(file);
    try (Spill spill = Spill.open(file, 1 << 20)) {
      spill.append(batch(WRITER, 2));
    }
    byte[] both = Files.readAllBytes(file);
    for (int length = (int) whole; length < both.length; length += 97) {
      Files.write(file, java.util.Arrays.copyOf(both, length));
      try (Spill spill = Spill.open(file, 1 << 20)) {
        assertEquals(List.of(batch(WRITER, 1)), spill.next(100).batches(), "torn at " + length);
        assertEquals(whole, Files.size(file));
      }
    }
  }

  @Test
  void aRecordWithAFlippedBitIsCut() throws Exception {
    try (Spill spill = Spill.open(file, 1 << 20)) {
      spill.append(batch(WRITER, 1));
      spill.append(batch(WRITER, 2));
    }
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 10] ^= 1;
    Files.write(file, bytes);
    try (Spill spill = Spill.open(file, 1 << 20)) {
      assertEquals(List.of(batch(WRITER, 1)), spill.next(100).batches());
    }
  }

  @Test
  void afterACutItGoesOnBehindTheLastWholeRecord() throws Exception {
    try (Spill spill = Spill.open(file, 1 << 20)) {
      spill.append(batch(WRITER, 1));
    }
    Files.write(file, new byte[] {0, 0, 1, 0, 9, 9}, StandardOpenOption.APPEND);
    try (Spill spill = Spill.open(file, 1 << 20)) {
      spill.append(batch(WRITER, 2));
      assertEquals(List.of(batch(WRITER, 1), batch(WRITER, 2)), spill.next(100).batches());
    }
  }

  @Test
  void overItsLimitItRefusesAndKeepsWhatItHas() throws Exception {
    try (Spill spill = Spill.open(file, 8192)) {
      long number = 0;
      IOException full = null;
      while (full == null) {
        try {
          spill.append(batch(WRITER, number + 1));
          number++;
        } catch (IOException e) {
          full = e;
        }
      }
      assertTrue(full.getMessage().contains("limit of 8192 bytes"), full.getMessage());
      assertTrue(number > 0);
      assertEquals(number, spill.next(1000).batches().size());
    }
  }

  @Test
  void aSecondPlatformOnTheSameFileIsRefused() throws Exception {
    try (Spill spill = Spill.open(file, 1 << 20)) {
      IOException refused = assertThrows(IOException.class, () -> Spill.open(file, 1 << 20).close());
      assertTrue(refused.getMessage().contains("in use by another platform"), refused.getMessage());
      assertTrue(spill.isEmpty());
    }
  }

  @Test
  void whenItIsOpened_thenNobodyElseReadsIt_alsoOneOfAnEarlierRelease() throws Exception {
    Spill.open(file, 1 << 20).close();
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    Spill.open(file, 1 << 20).close();
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
  }
}
