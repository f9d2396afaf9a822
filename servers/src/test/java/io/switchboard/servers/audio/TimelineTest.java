package io.switchboard.servers.audio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TimelineTest {
  private static final long MS = 1_000_000;
  private static final short LOUDEST = -32_124;

  private final Tape tape = new Tape();

  private void arrives(int sequence, int ssrc, long atMs) {
    arrives(sequence, ssrc, atMs, 0);
  }

  private void arrives(int sequence, int ssrc, long atMs, int payloadType) {
    ByteBuffer packet = ByteBuffer.allocate(RtpPacket.HEADER + 160);
    RtpPacket.head(packet, payloadType, false, sequence, 99, ssrc);
    packet.position(packet.capacity()).flip();
    tape.add(RtpPacket.read(packet), packet, atMs * MS);
  }

  private double[] arrivals() {
    Recording recording = tape.recording();
    return IntStream.range(0, recording.packets()).mapToDouble(recording::arrivedS).toArray();
  }

  @Test
  void aPacketThatWasNumberedAndDidNotComeIsSilent() {
    arrives(10, 1, 100);
    arrives(12, 1, 140);
    Recording recording = tape.recording();
    assertEquals(1, recording.lost());
    assertEquals(480, recording.pcm().length);
    assertEquals(LOUDEST, recording.pcm()[159]);
    assertEquals(0, recording.pcm()[160]);
    assertEquals(0, recording.pcm()[319]);
    assertEquals(LOUDEST, recording.pcm()[320]);
  }

  @Test
  void aSampleIsHeardWhenItsPacketHasArrivedAndThoseBeforeItWerePlayed() {
    arrives(1, 1, 100);
    arrives(2, 1, 155);
    Recording recording = tape.recording();
    assertEquals(320, recording.pcm().length, "a pause has no samples");
    assertEquals(0.0, recording.heardS(0), 1e-9);
    assertEquals(0.010, recording.heardS(80), 1e-9);
    assertEquals(0.055, recording.heardS(160), 1e-9);
    assertEquals(160, recording.sampleAt(0.030), "the first that is heard after that");
    assertEquals(0.1, recording.seconds(200 * MS), 1e-9);
  }

  @Test
  void whenAPacketIsLate_thenTheSampleHeardAtAMomentIsTheFirstOne() {
    arrives(1, 1, 0);
    arrives(2, 1, 45);
    arrives(3, 1, 50);
    Recording recording = tape.recording();
    assertEquals(319, recording.sampleAt(recording.heardS(319)));
    assertEquals(160, recording.sampleAt(0.045));
    assertEquals(480, recording.sampleAt(1));
  }

  @Test
  void numbersBeginAnew_whatComesLateFindsItsPlace_andWhatComesTwiceCountsOnce() {
    arrives(65_534, 1, 0);
    arrives(0, 1, 40);
    arrives(65_535, 1, 41);
    arrives(65_535, 1, 42);
    arrives(1, 1, 60);
    assertArrayEquals(new double[] {0, 0.041, 0.040, 0.060}, arrivals());
    assertEquals(0, tape.recording().lost());
  }

  @Test
  void anotherStreamFollowsTheOneBefore_andLosesNothingByItsNumbers() {
    arrives(40_000, 1, 0);
    arrives(500, 2, 1_000);
    arrives(502, 2, 1_040);
    assertArrayEquals(new double[] {0, 1.0, 1.04}, arrivals());
    assertEquals(1, tape.recording().lost());
    assertEquals(640, tape.recording().pcm().length);
  }

  @Test
  void eventsHaveNumbersButNoSound() {
    arrives(1, 1, 0);
    arrives(2, 1, 20, 96);
    arrives(3, 1, 40);
    assertArrayEquals(new double[] {0, 0.04}, arrivals());
    assertEquals(0, tape.recording().lost());
  }

  @Test
  void withoutAnyPacketThereIsNothing() {
    assertEquals(0, tape.recording().packets() + tape.recording().lost());
    assertEquals(0, tape.recording().lengthS());
  }
}
