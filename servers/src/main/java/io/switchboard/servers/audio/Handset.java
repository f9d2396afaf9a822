package io.switchboard.servers.audio;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * The media side of one caller. It learns where to send from what arrives; from then on it sends silence every 20 ms, as a telephone does,
 * and the keys that are pressed.
 */
public final class Handset {
  static final int PACKET_MS = 20;

  /** What a thumb does: the key is down for 100 ms and the next one comes 100 ms after it was released. */
  public static final int USUALLY_HELD_MS = 100;
  public static final int USUALLY_APART_MS = 100;

  /** As callers' scenario names the events in its SDP. */
  private static final int EVENT_PAYLOAD_TYPE = 96;
  private static final int SAMPLES = Recording.RATE * PACKET_MS / 1_000;
  private static final long PACKET_NS = PACKET_MS * 1_000_000L;
  /** After a pause of ours no burst follows. */
  private static final long MOST_BEHIND_NS = 5 * PACKET_NS;
  private static final int VOLUME = 10;
  private static final int END = 0x80;
  private static final int END_PACKETS = 3;
  private static final byte[] SILENCE = new byte[SAMPLES];

  /** As somebody speaks who is not near his microphone; many together are not cut off. */
  private static final double LOUD = 2_000;

  static {
    Arrays.fill(SILENCE, (byte) 0xff);
  }

  /** What it sends while no key is down. */
  private volatile byte[] says = SILENCE;

  private final int port;
  private final DatagramChannel channel;
  /** Reports come here and nobody reads them, so that they cost the sender no ICMP error. */
  private final DatagramChannel control;
  private final Tape tape = new Tape();
  private final CompletableFuture<Long> answered = new CompletableFuture<>();
  private final Queue<Pressing> waiting = new ConcurrentLinkedQueue<>();

  private @Nullable SocketAddress other;
  private long dueNs;
  private int sequence = 1;
  private int timestamp;
  private boolean spoke;
  private @Nullable Pressing pressing;
  private List<KeyPress> pressed = List.of();
  private int packet;
  private long keyBeganNs;
  private int keyTimestamp;

  Handset(int port) throws IOException {
    this.port = port;
    channel = open(port);
    control = open(port + 1);
  }

  private static DatagramChannel open(int port) throws IOException {
    DatagramChannel channel = DatagramChannel.open();
    channel.configureBlocking(false);
    channel.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    return channel;
  }

  /** Where the caller's SDP asks for audio, UDP on the loopback address. */
  public int port() {
    return port;
  }

  /** When the first audio arrived, by {@link System#nanoTime}. */
  public CompletableFuture<Long> answered() {
    return answered;
  }

  /**
   * Says a steady tone from now on, as soon as it knows where to.
   *
   * @param hz a multiple of 50; 0: it is silent again
   */
  public void says(int hz) {
    byte[] tone = SILENCE.clone();
    for (int n = 0; n < SAMPLES && hz > 0; n++) {
      tone[n] = G711.ulaw((short) Math.round(LOUD * Math.sin(2 * Math.PI * hz * n / Recording.RATE)));
    }
    says = tone;
  }

  /** Presses keys as a thumb does. */
  public CompletableFuture<List<KeyPress>> press(String digits) {
    return press(digits, USUALLY_HELD_MS, USUALLY_APART_MS);
  }

  /**
   * Presses keys, once the ones before have been released and their time apart is over.
   *
   * @param digits 0 to 9, * and #
   * @param heldMs for which each is down: 20 or a multiple of it
   * @param apartMs from the release of one to the next: the same
   * @return completes when the last packet of the last key has left
   */
  public CompletableFuture<List<KeyPress>> press(String digits, int heldMs, int apartMs) {
    Pressing keys = new Pressing(digits, heldMs, apartMs);
    waiting.add(keys);
    return keys.done;
  }

  /** What arrived until now. */
  public Recording recording() {
    return tape.recording();
  }

  DatagramChannel channel() {
    return channel;
  }

  /** Takes one packet, if one is there. */
  void receive(ByteBuffer datagram) throws IOException {
    SocketAddress from = channel.receive(datagram.clear());
    long nowNs = System.nanoTime();
    RtpPacket head = from == null ? null : RtpPacket.read(datagram.flip());
    if (head == null) {
      return;
    }
    tape.add(head, datagram, nowNs);
    if (other == null) {
      other = from;
      dueNs = nowNs;
      answered.complete(nowNs);
    }
  }

  /** How long until it sends next; the longest time while it does not know where to. */
  long waitNs(long nowNs) {
    return other == null ? Long.MAX_VALUE : dueNs - nowNs;
  }

  /** Sends what is due now. */
  void send(ByteBuffer out, long nowNs) throws IOException {
    if (pressing != null && packet == pressing.packets()) {
      pressing = null;
    }
    if (pressing == null) {
      pressing = waiting.poll();
      pressed = new ArrayList<>();
      packet = 0;
    }
    if (pressing == null || !key(pressing, out)) {
      head(out, 0, !spoke, timestamp);
      transmit(out.put(says));
      spoke = true;
    }
    timestamp += SAMPLES;
    dueNs = nowNs - dueNs > MOST_BEHIND_NS ? nowNs + PACKET_NS : dueNs + PACKET_NS;
  }

  /** False between two keys. */
  private boolean key(Pressing keys, ByteBuffer out) throws IOException {
    int nth = packet / keys.period();
    int part = packet % keys.period();
    packet++;
    if (part >= keys.held) {
      return false;
    }
    if (part == 0) {
      keyBeganNs = System.nanoTime();
      keyTimestamp = timestamp;
    }
    char digit = keys.digits.charAt(nth);
    boolean ends = part == keys.held - 1;
    for (int copy = 0; copy < (ends ? END_PACKETS : 1); copy++) {
      head(out, EVENT_PAYLOAD_TYPE, part == 0 && copy == 0, keyTimestamp);
      out.put((byte) Pressing.event(digit)).put((byte) (VOLUME | (ends ? END : 0))).putShort((short) ((part + 1) * SAMPLES));
      if (copy == END_PACKETS - 1) {
        pressed.add(new KeyPress(digit, keyBeganNs, System.nanoTime()));
      }
      transmit(out);
    }
    if (ends && nth == keys.digits.length() - 1) {
      keys.done.complete(List.copyOf(pressed));
    }
    return true;
  }

  private void head(ByteBuffer out, int payloadType, boolean marker, int stamp) {
    RtpPacket.head(out, payloadType, marker, sequence++, stamp, port);
  }

  private void transmit(ByteBuffer out) throws IOException {
    channel.send(out.flip(), other);
  }

  void close() throws IOException {
    channel.close();
    control.close();
    if (pressing != null) {
      pressing.done.cancel(false);
    }
    waiting.forEach(keys -> keys.done.cancel(false));
    answered.cancel(false);
  }
}
