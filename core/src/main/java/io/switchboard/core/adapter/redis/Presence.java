package io.switchboard.core.adapter.redis;

import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;

/** Says once that Redis went away and once that it is back. */
final class Presence {
  private final Logger log;
  private final String what;
  private final AtomicBoolean away = new AtomicBoolean();

  /** @param what is paused meanwhile, for the log */
  Presence(Logger log, String what) {
    this.log = log;
    this.what = what;
  }

  boolean isHere() {
    return !away.get();
  }

  void away(RuntimeException e) {
    if (!away.getAndSet(true)) {
      log.warn("Redis is away, {}: {}", what, e.getMessage());
    }
  }

  void here() {
    if (away.getAndSet(false)) {
      log.info("Redis is back");
    }
  }
}
