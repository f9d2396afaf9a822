package io.switchboard.core.signal;

import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** The way between stages. A listener runs on the thread of the stage that registered it, one signal at a time. */
public interface Signals {
  void send(Signal signal);

  <S extends Signal> void on(Class<S> type, Consumer<S> listener);

  /** Fails with a {@link java.util.concurrent.TimeoutException} when nobody answers within 5 s. */
  <A> CompletionStage<A> ask(Request<A> request);

  /** Registers the one stage that answers this type; it calls the given consumer once, also later. */
  <A, Q extends Request<A>> void answer(Class<Q> type, BiConsumer<Q, Consumer<A>> answering);
}
