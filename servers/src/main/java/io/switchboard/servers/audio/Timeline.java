package io.switchboard.servers.audio;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Places packets by their RTP timestamps. A stream with another SSRC, or a timestamp that is more than a second off, begins a new one,
 * placed by its arrival.
 */
final class Timeline {
  private static final int MOST_OFF = Recording.RATE;

  private short[] pcm = new short[10 * Recording.RATE];
  private int samples;
  private final long[] placed;
  private int count;

  private long beganNs;
  private boolean streaming;
  private int ssrc;
  private int firstTimestamp;
  private int anchor;
  private long firstSequence;
  private long lastSequence;
  private long expectedBefore;
  private final Set<Long> received = new HashSet<>();
  private long receivedBefore;
  private final long[] arrived;

  Timeline(int packets) {
    placed = new long[packets];
    arrived = new long[packets];
  }

  void add(RtpPacket head, long nowNs, byte[] payloads, int at) {
    if (count == 0 && !streaming) {
      beganNs = nowNs;
    }
    int byArrival = (int) ((nowNs - beganNs) / Recording.SAMPLE_NS);
    if (!streaming || head.ssrc() != ssrc || Math.abs(anchor + (head.timestamp() - firstTimestamp) - byArrival) > MOST_OFF) {
      begin(head, byArrival);
    }
    sequence(head.sequence());
    G711 law = law(head.payloadType());
    if (law != null && head.length() > 0) {
      place(Math.max(0, anchor + (head.timestamp() - firstTimestamp)), head.length(), law, payloads, at, nowNs);
    }
  }

  private void begin(RtpPacket head, int byArrival) {
    if (streaming) {
      expectedBefore += lastSequence - firstSequence + 1;
      receivedBefore += received.size();
      received.clear();
    }
    streaming = true;
    ssrc = head.ssrc();
    firstTimestamp = head.timestamp();
    anchor = byArrival;
    firstSequence = head.sequence();
    lastSequence = firstSequence;
  }

  /** Sequence numbers begin anew after 65,535. */
  private void sequence(int low) {
    long near = lastSequence + (short) (low - (int) lastSequence);
    received.add(near);
    firstSequence = Math.min(firstSequence, near);
    lastSequence = Math.max(lastSequence, near);
  }

  private void place(int position, int length, G711 law, byte[] payloads, int at, long nowNs) {
    if (position + length > pcm.length) {
      pcm = Arrays.copyOf(pcm, Math.max(2 * pcm.length, position + length));
    }
    for (int i = 0; i < length; i++) {
      pcm[position + i] = law.decode(payloads[at + i]);
    }
    samples = Math.max(samples, position + length);
    placed[count] = (long) position << 32 | count;
    arrived[count] = nowNs;
    count++;
  }

  private static @Nullable G711 law(int payloadType) {
    for (G711 law : G711.values()) {
      if (law.payloadType() == payloadType) {
        return law;
      }
    }
    return null;
  }

  Recording recording() {
    long[] order = Arrays.copyOf(placed, count);
    Arrays.sort(order);
    int[] positions = new int[count];
    long[] arrivals = new long[count];
    for (int n = 0; n < count; n++) {
      positions[n] = (int) (order[n] >> 32);
      arrivals[n] = arrived[(int) order[n]];
    }
    long expected = streaming ? expectedBefore + lastSequence - firstSequence + 1 : 0;
    return new Recording(
        Arrays.copyOf(pcm, samples), beganNs, positions, arrivals, (int) (expected - receivedBefore - received.size()));
  }
}
