package io.switchboard.ivr.run;

import io.switchboard.core.ending.Ending;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.line.Phone;
import io.switchboard.ivr.lookup.Lookups;
import io.switchboard.ivr.verb.Saying;
import io.switchboard.ivr.verb.Wish;
import java.util.List;
import java.util.Map;

/** What a decision of a run wants done. */
public sealed interface RunEffect {
  /**
   * Says these. It replaces what still plays.
   *
   * @param language the caller's, for those that have none of their own
   * @param values variable → what texts say for it
   */
  record Play(int play, List<Saying> sayings, String language, Map<String, String> values) implements RunEffect {
    /** Where nothing is known that a text could say. */
    public Play(int play, List<Saying> sayings, String language) {
      this(play, sayings, language, Map.of());
    }
  }

  /** Silences what a key may not have cut. */
  record Stop() implements RunEffect {}

  /** He pressed a key that leads out of the queue; {@link RunEvent.LeftQueue} follows, unless somebody answers first. */
  record LeaveQueue(QueueId queue, String key) implements RunEffect {}

  /** See {@link io.switchboard.ivr.verb.Enqueue}. {@code goesOn}: {@link RunEvent.TalkOver} follows where an agent ends the talk. */
  record Enqueue(QueueId queue, Wish wish, boolean goesOn) implements RunEffect {
    /** Whose call ends with the talk. */
    public Enqueue(QueueId queue, Wish wish) {
      this(queue, wish, false);
    }
  }

  /** See {@link io.switchboard.ivr.verb.WaitCondition}; {@link RunEvent.QueueTold} follows. */
  record AskQueue(QueueId queue) implements RunEffect {}

  /** See {@link io.switchboard.ivr.verb.LookUp}; {@link RunEvent.LookedUp} follows with the same number. */
  record Look(int number, String lookup, Lookups.Asked asked) implements RunEffect {}

  /** See {@link io.switchboard.ivr.verb.Callback}; {@link RunEvent.CallbackAnswered} follows. Holds also when he is gone. */
  record Callback(QueueId queue, String number, String language) implements RunEffect {}

  /**
   * Dials it; {@link RunEvent.TransferTalks} and {@link RunEvent.TransferOver} follow.
   *
   * @param written as the flow says it
   */
  record Transfer(int errand, String written, Phone to, String shown, long ringMs) implements RunEffect {
    /** A number outside, over the first of these trunks that takes the call. */
    public Transfer(int errand, String number, List<String> trunks, String shown, long ringMs) {
      this(errand, number, new Phone.Number(number, trunks), shown, ringMs);
    }
  }

  /** Records what he says; {@link RunEvent.Recorded} follows. {@code silenceMs} of silence end it. */
  record Record(int errand, long mostMs, long silenceMs) implements RunEffect {}

  /**
   * What was recorded is kept with his call if it is no shorter than {@code leastMs}; {@link RunEvent.RecordingKept} follows. Holds also when
   * he is gone.
   */
  record KeepRecording(int errand, long leastMs) implements RunEffect {}

  /** What was recorded is a message to this queue, if it is long enough to be one. Holds also when he is gone. */
  record KeepMessage(int errand, QueueId queue) implements RunEffect {}

  /** Wakes the run with {@link RunEvent.TimedOut} at {@code atMs}, milliseconds since the epoch. A new timer replaces the last one. */
  record StartTimer(int timer, long atMs) implements RunEffect {}

  record StopTimer() implements RunEffect {}

  record End(Ending ending) implements RunEffect {}
}
