package io.switchboard.desktop.adapter.http;

import io.switchboard.core.access.Passwords;
import io.switchboard.core.time.Clock;
import io.switchboard.desktop.access.Visitor;
import io.switchboard.desktop.api.Aside;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whose password was changed lately, a few seconds stale at most. While PostgreSQL is away, as it was known last: nobody who works is sent
 * away for that. Safe from any thread, never blocks.
 */
public final class PasswordChanges {
  private static final Logger LOG = LoggerFactory.getLogger(PasswordChanges.class);
  private static final long FRESH_MS = 3_000;
  private static final long AWAY_MS = 10_000;
  private static final long WITHIN_MS = 1_000;

  private final Passwords passwords;
  private final Aside aside;
  private final Clock clock;
  private Map<String, Long> atMs = Map.of();
  private long freshUntilMs;
  private @Nullable CompletableFuture<Map<String, Long>> reading;

  /** {@code aside}: where the passwords are read. */
  public PasswordChanges(Passwords passwords, Aside aside, Clock clock) {
    this.passwords = passwords;
    this.aside = aside;
    this.clock = clock;
  }

  /**
   * Whether his password was changed in a later second than this.
   *
   * @param periodMs how far back it matters
   */
  CompletionStage<Boolean> changedAfter(Visitor.User user, long second, long periodMs) {
    return known(periodMs).thenApply(known -> {
      Long changedMs = known.get(key(user.tenant().value(), user.name()));
      return changedMs != null && changedMs / 1000 > second;
    });
  }

  private synchronized CompletionStage<Map<String, Long>> known(long periodMs) {
    if (reading != null) {
      return reading;
    }
    long nowMs = clock.nowMs();
    if (nowMs < freshUntilMs) {
      return CompletableFuture.completedFuture(atMs);
    }
    CompletableFuture<Map<String, Long>> begun = aside.run(() -> passwords.changedWithin(periodMs)).toCompletableFuture()
        .orTimeout(WITHIN_MS, TimeUnit.MILLISECONDS).handle((changes, failed) -> read(changes, failed, nowMs));
    reading = begun.isDone() ? null : begun;
    return begun;
  }

  private synchronized Map<String, Long> read(@Nullable List<Passwords.Change> changes, @Nullable Throwable failed, long nowMs) {
    reading = null;
    if (changes == null) {
      LOG.warn("whose password was changed lately is not known: {}", String.valueOf(failed));
      freshUntilMs = nowMs + AWAY_MS;
    } else {
      Map<String, Long> read = new HashMap<>();
      changes.forEach(change -> read.put(key(change.tenant().value(), change.user()), nowMs - change.agoMs()));
      atMs = Map.copyOf(read);
      freshUntilMs = nowMs + FRESH_MS;
    }
    return atMs;
  }

  private static String key(String tenant, String user) {
    return tenant + "/" + user;
  }
}
