package io.switchboard.servers.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TimelineTest {
  private static final long MS = 1_000_000;
  private static final byte[] LOUD = new byte[160];
  private static final short LOUDEST = -32_124;

  private final Timeline timeline = new Timeline(10);

  private void arrives(int sequence, int timestamp, int ssrc, long atMs) {
    timeline.add(Sounds.head(sequence, timestamp, ssrc, 160), atMs * MS, LOUD, 0);
  }

  @Test
  void aGapIsSilent_andItsPacketsAreLostOnlyWhenTheyWereNumbered() {
    arrives(10, 1_000, 1, 100);
    arrives(12, 1_000 + 320, 1, 140);
    arrives(13, 1_000 + 800, 1, 200);
    Recording recording = timeline.recording();
    assertEquals(1, recording.lost());
    assertEquals(800 + 160, recording.pcm().length);
    assertEquals(LOUDEST, recording.pcm()[159]);
    assertEquals(0, recording.pcm()[160]);
    assertEquals(LOUDEST, recording.pcm()[320]);
    assertEquals(0, recording.pcm()[799]);
    assertEquals(LOUDEST, recording.pcm()[800]);
  }

  @Test
  void aSampleIsHeardWhenItsPacketHasArrivedAndThoseBeforeItWerePlayed() {
    arrives(1, 0, 1, 100);
    arrives(2, 160, 1, 155);
    Recording recording = timeline.recording();
    assertEquals(0.0, recording.heardS(0), 1e-9);
    assertEquals(0.010, recording.heardS(80), 1e-9);
    assertEquals(0.055, recording.heardS(160), 1e-9);
    assertEquals(160, recording.sampleAt(0.030), "the first that is heard after that");
    assertEquals(0.1, recording.seconds(200 * MS), 1e-9);
  }

  @Test
  void numbersAndTimestampsBeginAnew_andWhatComesLateFindsItsPlace() {
    arrives(65_534, -160, 1, 0);
    arrives(0, 160, 1, 40);
    arrives(65_535, 0, 1, 41);
    arrives(1, 320, 1, 60);
    Recording recording = timeline.recording();
    assertEquals(0, recording.lost());
    assertEquals(4, recording.packets());
    assertEquals(640, recording.pcm().length);
    assertTrue(Arrays.equals(new double[] {0, 0.041, 0.040, 0.060},
        new double[] {recording.arrivedS(0), recording.arrivedS(1), recording.arrivedS(2), recording.arrivedS(3)}));
  }

  @Test
  void anotherStreamIsPlacedWhereItArrived() {
    arrives(1, 0, 1, 0);
    arrives(500, 77_777, 2, 1_000);
    arrives(501, 77_937, 2, 1_020);
    Recording recording = timeline.recording();
    assertEquals(0, recording.lost());
    assertEquals(8_000 + 320, recording.pcm().length);
    assertEquals(LOUDEST, recording.pcm()[8_000]);
  }

  @Test
  void withoutAnyPacketThereIsNothing() {
    Recording recording = timeline.recording();
    assertEquals(0, recording.packets() + recording.lost());
    assertEquals(0, recording.lengthS());
  }
}
