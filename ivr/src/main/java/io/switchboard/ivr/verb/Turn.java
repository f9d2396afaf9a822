package io.switchboard.ivr.verb;

import io.switchboard.core.ending.Ending;
import io.switchboard.ivr.value.Expression;
import java.util.Map;

/** What a step can do with a caller who comes to it. */
public interface Turn {
  /** Goes on at once. */
  void go(String step);

  /** Says something, then goes on. */
  void speak(Speaking step);

  /** Asks for keys. */
  void ask(Asking step);

  /** Hands the caller to a queue. */
  void enqueue(Enqueue enqueue);

  /** Asks how a queue stands. */
  void weigh(WaitCondition condition);

  /** Promises him a call. */
  void callback(Callback callback);

  /** Connects the caller with a number outside. */
  void transfer(Transfer transfer);

  /** Rings one agent for the caller. */
  void transfer(ToAgent transfer);

  /** Takes a message. */
  void voicemail(Voicemail voicemail);

  /** Records him for his call. */
  void record(Recording recording);

  /** Asks a data source. */
  void look(LookUp lookup);

  /** Begins another flow. */
  void call(SubFlow flow);

  /** Goes back to the flow that called this one. */
  void back(Return exit);

  /** Shows a page to an agent. */
  default void show(Page page) {
    throw new IllegalStateException("a caller sees no page");
  }

  /** Ends a script. */
  default void outcome(Outcome outcome) {
    throw new IllegalStateException("a flow has no outcome");
  }

  /** Ends the call. */
  void end(Ending ending);

  /** The caller's language from now on. */
  void language(String language);

  /** Remembers values. */
  void assign(Map<String, Expression> values);

  /** Whether a condition holds now. */
  boolean holds(Expression condition);

  /** Whether these hours of the caller's tenant are open now; a tenant without them is closed. */
  boolean open(String hours);
}
