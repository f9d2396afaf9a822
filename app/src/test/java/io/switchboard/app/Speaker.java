package io.switchboard.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.servers.audio.Handset;
import io.switchboard.servers.audio.Recording;
import io.switchboard.servers.audio.Tone;
import java.util.function.DoublePredicate;
import java.util.stream.Stream;

/** Somebody in a talk who says a tone of his own, so that each can tell by ear whom he hears. */
record Speaker(String name, int hz, Handset handset) {
  /** What a tone has of the loudness while up to four speak. */
  private static final double HEARD = 0.08;
  private static final double NOT_HEARD = 0.01;
  /** With music there is always more. */
  private static final double ALONE = 0.5;
  private static final double STRETCH_S = 0.4;
  private static final double SETTLES_S = 0.3;

  Speaker {
    handset.says(hz);
  }

  /** Waits until he hears all of them. */
  Speaker hears(Speaker... others) throws Exception {
    return hears(tones(others));
  }

  /** The same of tones, in hertz. */
  Speaker hears(int... tones) throws Exception {
    for (int tone : tones) {
      Scene.await(() -> Tone.share(last(), tone), share -> share > HEARD);
    }
    return this;
  }

  /** Waits until he hears, from now on, this tone and hardly anything else. */
  void hearsAlone(int tone) throws Exception {
    awaits(tone, share -> share > ALONE);
  }

  /** Waits until he hears, from now on, something else than this tone. */
  void hearsOther(int tone) throws Exception {
    awaits(tone, share -> share < ALONE / 2);
  }

  private void awaits(int tone, DoublePredicate share) throws Exception {
    double fromS = handset.recording().seconds(System.nanoTime());
    Scene.await(handset::recording, now -> now.lengthS() > fromS + STRETCH_S
        && share.test(Tone.share(now.part(now.lengthS() - STRETCH_S, now.lengthS()), tone)));
  }

  /** For a while from now on he hears none of them. */
  void hearsNot(Speaker... others) throws Exception {
    hearsNot(tones(others));
  }

  /** The same of tones, in hertz. */
  void hearsNot(int... tones) throws Exception {
    double fromS = handset.recording().seconds(System.nanoTime()) + SETTLES_S;
    Recording stretch = Scene.await(() -> handset.recording(), now -> now.seconds(System.nanoTime()) > fromS + STRETCH_S)
        .part(fromS, fromS + STRETCH_S);
    for (int tone : tones) {
      double share = Tone.share(stretch, tone);
      assertTrue(share < NOT_HEARD, name + " hears " + tone + " Hz: " + share);
    }
  }

  private static int[] tones(Speaker... of) {
    return Stream.of(of).mapToInt(Speaker::hz).toArray();
  }

  private Recording last() {
    Recording all = handset.recording();
    return all.part(Math.max(0, all.lengthS() - STRETCH_S), all.lengthS());
  }
}
