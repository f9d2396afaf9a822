package io.switchboard.servers.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Handsets and one who talks with them over UDP. */
class HandsetsTest {
  private static final int EVENT = 96;

  private final Handsets handsets = Handsets.open(2);
  private DatagramSocket other;

  private record Packet(RtpPacket head, int event, boolean end, int duration) {}

  @BeforeEach
  void open() throws IOException {
    other = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    other.setSoTimeout(5_000);
  }

  @AfterEach
  void close() {
    other.close();
    handsets.close();
  }

  private void says(Handset to, int sequence) throws IOException {
    ByteBuffer out = ByteBuffer.allocate(12 + 160);
    RtpPacket.head(out, 0, false, sequence, sequence * 160, 1);
    other.send(new DatagramPacket(out.array(), out.capacity(), InetAddress.getLoopbackAddress(), to.port()));
  }

  private Packet hears() throws IOException {
    DatagramPacket packet = new DatagramPacket(new byte[2_048], 2_048);
    other.receive(packet);
    ByteBuffer data = ByteBuffer.wrap(packet.getData(), 0, packet.getLength());
    RtpPacket head = RtpPacket.read(data);
    boolean event = head.payloadType() == EVENT;
    return new Packet(head, event ? data.get(12) : -1, event && (data.get(13) & 0x80) != 0, event ? data.getShort(14) : 0);
  }

  @Test
  void onceSpokenToItSendsSilenceEvery20Ms_andKeysInTheSameStream() throws Exception {
    Handset handset = handsets.get(1);
    CompletableFuture<List<KeyPress>> pressed = handset.press("7#", 60, 40);
    says(handset, 1);
    List<Packet> heard = new ArrayList<>();
    for (int n = 0; n < 18; n++) {
      heard.add(hears());
    }
    assertEquals(List.of(7, 7, 7, 7, 7, -1, -1, 11, 11, 11, 11, 11, -1, -1), heard.stream().limit(14).map(Packet::event).toList());
    assertEquals(List.of(160, 320, 480, 480, 480), heard.stream().limit(5).map(Packet::duration).toList());
    assertEquals(List.of(false, false, true, true, true), heard.stream().limit(5).map(Packet::end).toList());
    assertEquals(1, heard.stream().limit(5).map(packet -> packet.head().timestamp()).distinct().count());
    assertTrue(heard.get(0).head().marker() && heard.get(7).head().marker());
    assertEquals(5 * 160, heard.get(7).head().timestamp() - heard.get(0).head().timestamp());
    for (int n = 1; n < heard.size(); n++) {
      assertEquals(heard.get(n - 1).head().sequence() + 1, heard.get(n).head().sequence());
    }
    List<KeyPress> keys = pressed.get(5, TimeUnit.SECONDS);
    assertEquals(List.of('7', '#'), keys.stream().map(KeyPress::key).toList());
    for (KeyPress key : keys) {
      assertEquals(40, (key.endedNs() - key.beganNs()) / 1e6, 15);
    }
    assertEquals(100, (keys.get(1).beganNs() - keys.get(0).beganNs()) / 1e6, 15);
  }

  @Test
  void whatArrivesIsKeptWithItsMoment() throws Exception {
    Handset handset = handsets.get(0);
    long beforeNs = System.nanoTime();
    says(handset, 1);
    long answeredNs = handset.answered().get(5, TimeUnit.SECONDS);
    assertTrue(answeredNs >= beforeNs && answeredNs <= System.nanoTime());
    other.send(new DatagramPacket(new byte[] {1, 2, 3}, 3, InetAddress.getLoopbackAddress(), handset.port()));
    says(handset, 3);
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
    while (handset.recording().packets() < 2 && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    Recording recording = handset.recording();
    assertEquals(2, recording.packets(), "the one that is no RTP is none");
    assertEquals(1, recording.lost());
    assertEquals(480, recording.pcm().length);
    assertEquals(0, recording.seconds(answeredNs));
    assertEquals(0, handsets.get(1).recording().packets());
  }
}
