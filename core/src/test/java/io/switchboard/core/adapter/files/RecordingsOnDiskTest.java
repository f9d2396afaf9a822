package io.switchboard.core.adapter.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.core.id.CallId;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.recording.RecordingFiles.Name;
import io.switchboard.core.recording.RecordingFiles;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingsOnDiskTest {
  private static final Name NAME = new Name(new TenantId("demo"), new CallId("sb1-1.7"), 2);
  /** A second of two channels, and half a frame that a kill left. */
  private static final byte[] SOUND = new byte[32_002];

  @TempDir
  private Path data;

  private RecordingsOnDisk files;

  @BeforeEach
  void open() {
    files = new RecordingsOnDisk(data, 1);
  }

  private Path kept() {
    return data.resolve(RecordingFiles.kept(NAME.tenant(), NAME.call(), NAME.number()));
  }

  @Test
  void whatCameInIsKeptAsAStereoWav_andIsReadByUsAlone() throws Exception {
    SOUND[2] = 17;
    Files.write(Path.of(files.written(NAME)), SOUND);
    assertEquals(OptionalLong.of(1_000), files.length(NAME));
    assertEquals(List.of(NAME), files.left());
    files.keep(NAME);
    try (AudioInputStream read = AudioSystem.getAudioInputStream(new ByteArrayInputStream(Files.readAllBytes(kept())))) {
      assertEquals(new AudioFormat(8_000, 16, 2, true, false).toString(), read.getFormat().toString());
      assertEquals(8_000, read.getFrameLength());
      assertEquals(17, read.readNBytes(4)[2]);
    }
    assertEquals(32_044, Files.size(kept()), "whole frames, and the header");
    assertEquals(List.of(), files.left());
    assertEquals("rwx------", java.nio.file.attribute.PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("recordings/talks"))));
    files.remove(RecordingFiles.kept(NAME.tenant(), NAME.call(), NAME.number()));
    assertFalse(Files.exists(kept()));
  }

  @Test
  void whenThereIsNothing_thenNothingIsLong_andToDropOrRemoveItIsNoTrouble() {
    assertEquals(OptionalLong.empty(), files.length(NAME));
    files.drop(NAME);
    files.remove("recordings/talks/demo/none.wav");
  }

  @Test
  void whatIsNotARecordingIsNotRemoved() throws Exception {
    Path other = Files.writeString(data.resolve("other"), "x");
    files.remove("recordings/../other");
    files.remove("../" + data.getFileName() + "/other");
    assertTrue(Files.exists(other));
  }

  @Test
  void whenTheDirectoryIsMissingOrTheDiskIsFull_thenItIsSaidWithTheRemedy() throws Exception {
    assertTrue(files.unready().isEmpty());
    String full = new RecordingsOnDisk(data, Long.MAX_VALUE).unready().orElseThrow();
    assertTrue(full.contains("make room"), full);
    Files.delete(data.resolve("recordings/talking"));
    String missing = files.unready().orElseThrow();
    assertTrue(missing.contains("recordings/talking is missing"), missing);
  }
}
