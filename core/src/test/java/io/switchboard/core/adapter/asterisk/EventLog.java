package io.switchboard.core.adapter.asterisk;

import io.switchboard.core.line.LineEvent;
import io.switchboard.core.signal.Request;
import io.switchboard.core.signal.Signal;
import io.switchboard.core.signal.Signals;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Keeps every event with its time, so that a test can wait for the one it means. */
final class EventLog implements Signals {
  record At(LineEvent event, long ns) {}

  private static final long PATIENCE_MS = 15_000;

  private final List<At> all = new ArrayList<>();

  @Override
  public synchronized void send(Signal signal) {
    all.add(new At((LineEvent) signal, System.nanoTime()));
    notifyAll();
  }

  synchronized int mark() {
    return all.size();
  }

  synchronized List<LineEvent> since(int mark) {
    return all.subList(mark, all.size()).stream().map(At::event).toList();
  }

  <E extends LineEvent> E await(Class<E> type, int mark) {
    return await(type, mark, e -> true);
  }

  <E extends LineEvent> E await(Class<E> type, int mark, Predicate<E> wanted) {
    return type.cast(at(type, mark, wanted).event());
  }

  /** The first such event from this mark on, waited for. */
  synchronized <E extends LineEvent> At at(Class<E> type, int mark, Predicate<E> wanted) {
    long end = System.nanoTime() + PATIENCE_MS * 1_000_000;
    for (int next = mark; ; next++) {
      while (next >= all.size()) {
        long leftMs = (end - System.nanoTime()) / 1_000_000;
        if (leftMs <= 0) {
          throw new AssertionError("no " + type.getSimpleName() + " came, but " + since(mark));
        }
        try {
          wait(leftMs);
        } catch (InterruptedException e) {
          throw new AssertionError(e);
        }
      }
      if (type.isInstance(all.get(next).event()) && wanted.test(type.cast(all.get(next).event()))) {
        return all.get(next);
      }
    }
  }

  @Override
  public <S extends Signal> void on(Class<S> type, Consumer<S> listener) {
    throw new UnsupportedOperationException("the test waits instead");
  }

  @Override
  public <A> CompletionStage<A> ask(Request<A> request) {
    throw new UnsupportedOperationException("the line asks nobody");
  }

  @Override
  public <A, Q extends Request<A>> void answer(Class<Q> type, BiConsumer<Q, Consumer<A>> answering) {
    throw new UnsupportedOperationException("nobody asks the line");
  }
}
