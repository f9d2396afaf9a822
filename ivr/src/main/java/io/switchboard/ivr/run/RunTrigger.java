package io.switchboard.ivr.run;

/** What can happen to a run, guards included: the kernel decides which of them an event is. */
public enum RunTrigger {
  /** The caller was admitted. */
  STARTED,
  /** The line is back after a gap, or the platform after a restart: the step is run again from its beginning. */
  RESUMED,
  /** Entered a step that leads on at once. */
  PASSES,
  /** Entered a play step. */
  PLAYS,
  /** Entered a step that asks for keys. */
  ASKS,
  /** Entered an enqueue step, or a transfer to an agent. */
  QUEUES,
  /** Entered a wait step. */
  WEIGHS,
  /** Entered a lookup step. */
  LOOKS,
  /** Entered a callback step. */
  BOOKS,
  /** Entered a transfer step. */
  TRANSFERS,
  /** Entered a voicemail or record step. */
  GREETS,
  /** Entered a hangup step. */
  ENDS,
  /** A key that no menu asked for yet. */
  KEY_KEPT,
  /** A key that leads out of the queue. */
  KEY_LEAVES,
  /** A key of an entry. */
  KEY_TAKEN,
  /** The key, or the entry, is an answer. */
  KEY_FITS,
  /** The entry is whole; he is asked whether it is right. */
  READ_BACK,
  /** The key, or the entry, is no answer; the question is repeated. */
  KEY_WRONG,
  /** Everything was heard, or cannot be played. */
  PLAY_ENDED,
  /** No key in time; the question is repeated. */
  TIMED_OUT,
  /** No key, or a wrong one, too often. */
  GAVE_UP,
  /** The queue does not take him. */
  REFUSED,
  /** He left the queue without having hung up. */
  LEFT_QUEUE,
  /** He talks with an agent. */
  TALKS,
  /** The queue said how it stands. */
  QUEUE_TOLD,
  /** The data source has answered, or has not in time. */
  LOOKED_UP,
  /** He will be called back. */
  CALLBACK_BOOKED,
  /** He will not be called back. */
  CALLBACK_REFUSED,
  /** The called party answered. */
  TRANSFER_TALKS,
  /** The transfer is over and he is still there. */
  TRANSFER_OVER,
  /** A key that cuts the prompts before his message. */
  KEY_CUTS,
  /** His message is over and he is still there. */
  RECORDED,
  /** He has said what is recorded for his call. */
  SPOKEN,
  /** It is kept, or was too short. */
  KEPT,
  /** He hung up. */
  CALLER_GONE,
  /** Late news of a play, a timer, a lookup or a queue that is past. */
  STALE
}
