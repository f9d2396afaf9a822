package io.switchboard.core.signal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Delivers on the caller's thread, first in first out, so that a test sees every consequence when {@code send} returns. */
public final class DirectSignals implements Signals {
  private final Map<Class<?>, List<Consumer<Object>>> listeners = new HashMap<>();
  private final Map<Class<?>, BiConsumer<Object, Consumer<Object>>> answers = new HashMap<>();
  private final Queue<Signal> queue = new ArrayDeque<>();
  private boolean delivering;

  /** Everything sent, in order. */
  public final List<Signal> sent = new ArrayList<>();

  public <S extends Signal> List<S> sent(Class<S> type) {
    return sent.stream().filter(type::isInstance).map(type::cast).toList();
  }

  @Override
  public void send(Signal signal) {
    sent.add(signal);
    queue.add(signal);
    if (delivering) {
      return;
    }
    delivering = true;
    try {
      while (!queue.isEmpty()) {
        Signal next = queue.poll();
        listeners.getOrDefault(next.getClass(), List.of()).forEach(l -> l.accept(next));
      }
    } finally {
      delivering = false;
    }
  }

  @Override
  public <S extends Signal> void on(Class<S> type, Consumer<S> listener) {
    listeners.computeIfAbsent(type, t -> new ArrayList<>()).add(s -> listener.accept(type.cast(s)));
  }

  @Override
  @SuppressWarnings("unchecked") // an answer registered for Q answers with the A that Q names
  public <A> CompletionStage<A> ask(Request<A> request) {
    CompletableFuture<A> answer = new CompletableFuture<>();
    BiConsumer<Object, Consumer<Object>> answering = answers.get(request.getClass());
    if (answering == null) {
      answer.completeExceptionally(new java.util.concurrent.TimeoutException("nobody answers " + request));
    } else {
      answering.accept(request, a -> answer.complete((A) a));
    }
    return answer;
  }

  @Override
  @SuppressWarnings("unchecked") // see ask
  public <A, Q extends Request<A>> void answer(Class<Q> type, BiConsumer<Q, Consumer<A>> answering) {
    answers.put(type, (q, a) -> answering.accept(type.cast(q), (Consumer<A>) (Consumer<?>) a));
  }
}
