package io.switchboard.core.adapter.postgres;

/** Another platform writes this journal: there may be one. The message says which, and the remedy. */
public final class JournalTaken extends RuntimeException {
  JournalTaken(String message) {
    super(message);
  }
}
