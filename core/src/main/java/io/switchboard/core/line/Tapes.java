package io.switchboard.core.line;

import io.switchboard.core.id.CallId;
import io.switchboard.core.id.OfferId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Recording of talks, which the telephone server does by itself, also while the platform is dead: whatever a caller says and hears while he talks
 * with somebody, and nothing while he waits or is held. Commands return at once; what came of them arrives as a {@link LineEvent.OfTape}. Safe from
 * any thread.
 */
public interface Tapes {
  /**
   * Records a caller's talks from now on, once he has heard the announcement whole. In a talk the agent hears silence meanwhile; what runs
   * already goes on, and is told again. {@link LineEvent.OfTape.Runs} or {@link LineEvent.OfTape.Failed} follows, unless he is on his way into a talk:
   * then it is to be said again for that talk.
   */
  void tape(Tape tape);

  /** Writes silence instead of what is said, or what is said again. {@link LineEvent.OfTape.Muted} follows. */
  void mute(CallId call, int number, boolean silent);

  /** Ends it, or takes it back. Nothing follows. */
  void stopTape(CallId call);

  /**
   * What to record.
   *
   * @param number counts those of its call, from 1
   * @param file absolute, with its extension {@code .raw}: two channels of 8,000 samples a second of two bytes, first the caller, then whom he hears
   * @param announcement heard before; may be empty
   * @param talk in which he is; null: he waits
   */
  record Tape(CallId call, int number, String file, List<Sound> announcement, @Nullable OfferId talk) {
    public Tape {
      announcement = List.copyOf(announcement);
    }
  }
}
