package io.switchboard.servers.audio;

import java.nio.file.Path;
import java.util.Arrays;

/**
 * What arrived for one caller until a moment: samples of 8 kHz, one packet's after the other's, and when each of them arrived. While nothing comes
 * there are no samples but time passes. Times in seconds count from the arrival of the first packet.
 */
public final class Recording {
  /** Samples a second. */
  public static final int RATE = 8_000;

  static final long SAMPLE_NS = 1_000_000_000L / RATE;

  private final short[] pcm;
  private final long beganNs;
  /** Where each packet with sound begins, in their order of place, and when it arrived. */
  private final int[] positions;
  private final long[] arrivals;
  private final int lost;

  Recording(short[] pcm, long beganNs, int[] positions, long[] arrivals, int lost) {
    this.pcm = pcm;
    this.beganNs = beganNs;
    this.positions = positions;
    this.arrivals = arrivals;
    this.lost = lost;
  }

  /** A WAV file of 8 kHz, one channel and 16 bits, as if it had come without a gap. */
  public static Recording read(Path wav) {
    return of(Sound.read(wav.toString(), wav).samples());
  }

  private static Recording of(short[] samples) {
    return new Recording(samples, 0, new int[] {0}, new long[] {0}, 0);
  }

  /** The samples heard from one time to another, as if they had come without a gap. */
  public Recording part(double fromS, double toS) {
    return of(Arrays.copyOfRange(pcm, sampleAt(fromS), sampleAt(toS)));
  }

  /** Samples of 16 bits; not to be changed. */
  short[] pcm() {
    return pcm;
  }

  /** Packets with sound. */
  public int packets() {
    return positions.length;
  }

  /** Packets that the sender numbered and that never came. */
  public int lost() {
    return lost;
  }

  /** When packet {@code n} with sound arrived, in their order of place. */
  public double arrivedS(int n) {
    return seconds(arrivals[n]);
  }

  /** A moment of {@link System#nanoTime} as seconds of this recording. */
  public double seconds(long ns) {
    return (ns - beganNs) / 1e9;
  }

  /** How long it is, up to the last sample heard. */
  public double lengthS() {
    return pcm.length == 0 ? 0 : heardS(pcm.length - 1);
  }

  /** When a sample is heard: its packet has arrived and those before it in the packet were played. A lost one, as if the packet before it went on. */
  double heardS(int sample) {
    int n = Arrays.binarySearch(positions, sample);
    int packet = Math.max(0, n >= 0 ? n : -n - 2);
    return packets() == 0 ? 0 : arrivedS(packet) + (double) (sample - positions[packet]) / RATE;
  }

  /** The first sample that is heard at or after this moment; the length when none is. A packet that comes early is heard before the end of a late one. */
  int sampleAt(double atS) {
    for (int n = 0; n < positions.length; n++) {
      int end = n + 1 < positions.length ? positions[n + 1] : pcm.length;
      int within = (int) Math.ceil((atS - arrivedS(n)) * RATE - 1e-6);
      if (positions[n] + within < end) {
        return positions[n] + Math.max(0, within);
      }
    }
    return pcm.length;
  }
}
