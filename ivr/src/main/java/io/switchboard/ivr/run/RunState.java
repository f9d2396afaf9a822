package io.switchboard.ivr.run;

/** What a caller in a flow does now. */
public enum RunState {
  /** Nothing has begun: the caller was just admitted, or the platform was just started again. */
  NEW,
  /** Between two steps. It lasts no time: every decision ends in another state. */
  STEPPING,
  /** Hears the prompts of a step that only speaks. */
  SPEAKING,
  /** Hears a question; a key answers it at once. */
  ASKING,
  /** Has heard the question and may press a key. */
  LISTENING,
  /** Has begun to press an entry. */
  TAKING,
  /** A data source is asked for him. */
  LOOKING_UP,
  /** The queue is asked how it stands; it answers at once. */
  WEIGHING,
  /** Is being promised a call; the queue answers at once. */
  BOOKING,
  /** A number outside is dialled for him; he hears music. */
  TRANSFERRING,
  /** Talks with a number outside. */
  TRANSFERRED,
  /** Hears the prompts before the beep. */
  GREETING,
  /** Speaks his message, or what is recorded for his call. */
  RECORDING,
  /** What he said is being kept. */
  KEEPING,
  /** Is with the queue, which waits for an agent or refuses him. */
  QUEUED,
  /** Talks with an agent. */
  CONNECTED,
  /** The flow is over: it came to its end, or he hung up. */
  ENDED
}
