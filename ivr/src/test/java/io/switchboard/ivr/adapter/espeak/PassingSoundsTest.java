package io.switchboard.ivr.adapter.espeak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a real directory. Sounds are removed by their age as the file system has it. */
class PassingSoundsTest {
  private static final PassingSounds.Limits LIMITS = new PassingSounds.Limits(10, Duration.ofMinutes(5), Duration.ofHours(2));

  @TempDir
  Path directory;

  private void made(String name, Duration ago) throws IOException {
    for (String format : List.of("wav", "alaw", "ulaw")) {
      Path file = Files.writeString(directory.resolve(name + "." + format), "sound");
      Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(ago)));
    }
  }

  private List<String> left() throws IOException {
    try (var files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void whenTheProcessStartsAgain_thenWhatIsOldIsRemoved_andWhatIsYoungIsThere() throws IOException {
    made("old", Duration.ofMinutes(121));
    made("young", Duration.ofMinutes(119));
    Path halfMade = Files.createDirectory(directory.resolve(".making-1"));
    Files.writeString(halfMade.resolve("raw.wav"), "a value");
    Files.setLastModifiedTime(halfMade, FileTime.from(Instant.now().minus(Duration.ofHours(3))));
    PassingSounds sounds = new PassingSounds(directory, LIMITS);
    assertEquals(List.of("young.alaw", "young.ulaw", "young.wav"), left());
    assertTrue(sounds.promise("young").isPresent());
    assertTrue(sounds.promise("old").isEmpty());
  }

  @Test
  void whenASoundIsPromisedAgain_thenItStaysFromThenOn() throws IOException {
    made("asked", Duration.ofMinutes(119));
    made("other", Duration.ofMinutes(119));
    PassingSounds sounds = new PassingSounds(directory, LIMITS);
    sounds.promise("asked");
    sounds.sweep(Instant.now().plus(Duration.ofMinutes(60)));
    assertEquals(List.of("asked.alaw", "asked.ulaw", "asked.wav"), left());
    sounds.sweep(Instant.now().plus(Duration.ofMinutes(121)));
    assertEquals(List.of(), left());
  }

  @Test
  void whenThereAreTooMany_thenTheOldestMakeRoom() throws IOException {
    PassingSounds sounds = new PassingSounds(directory, LIMITS);
    for (int i = 0; i < 10; i++) {
      sounds.makeRoom();
      made("sound" + i, Duration.ofMinutes(60 - i));
    }
    sounds.makeRoom();
    assertFalse(left().contains("sound0.ulaw"));
    assertTrue(left().contains("sound1.ulaw"));
    assertEquals(27, left().size());
  }

  @Test
  void whenThereAreTooManyAndAllMayBePlaying_thenNoneIsRemoved_andNoMoreAreMade() throws IOException {
    PassingSounds sounds = new PassingSounds(directory, LIMITS);
    for (int i = 0; i < 10; i++) {
      sounds.makeRoom();
      made("sound" + i, Duration.ofMinutes(4));
    }
    IOException refused = assertThrows(IOException.class, sounds::makeRoom);
    assertEquals("10 different values were spoken within 300 s, no more can be kept", refused.getMessage());
    assertEquals(30, left().size());
    sounds.sweep(Instant.now().plus(Duration.ofMinutes(2)));
    sounds.makeRoom();
  }

  @Test
  void whenASoundWasPromisedJustNow_thenItOutlivesOthersThatAreAsOld() throws IOException {
    PassingSounds sounds = new PassingSounds(directory, LIMITS);
    for (int i = 0; i < 10; i++) {
      sounds.makeRoom();
      made("sound" + i, Duration.ofMinutes(60 - i));
    }
    sounds.promise("sound0");
    sounds.makeRoom();
    assertTrue(left().contains("sound0.ulaw"));
    assertFalse(left().contains("sound1.ulaw"));
  }
}
