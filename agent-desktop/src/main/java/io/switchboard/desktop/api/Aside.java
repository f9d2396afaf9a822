package io.switchboard.desktop.api;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

/** Does what blocks beside the event loop, a bounded number at once and a bounded number waiting. */
public interface Aside {
  /** Fails with a {@link RejectedExecutionException} when too many wait. */
  <T> CompletionStage<T> run(Supplier<T> blocking);
}
