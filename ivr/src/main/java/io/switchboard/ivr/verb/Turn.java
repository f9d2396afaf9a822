package io.switchboard.ivr.verb;

import io.switchboard.core.ending.Ending;

/** What a step can do with a caller who comes to it. */
public interface Turn {
  /** Goes on at once. */
  void go(String step);

  /** Speaks, then goes on. */
  void play(Play play);

  /** Asks for a key. */
  void ask(Menu menu);

  /** Hands the caller to a queue. */
  void enqueue(Enqueue enqueue);

  /** Promises him a call. */
  void callback(Callback callback);

  /** Connects the caller with a number outside. */
  void transfer(Transfer transfer);

  /** Takes a message. */
  void voicemail(Voicemail voicemail);

  /** Ends the call. */
  void end(Ending ending);

  /** Speaks the caller's language from now on. */
  void speak(String language);

  /** Whether these hours are open now. */
  boolean open(String hours);
}
