package io.switchboard.core.call;

/**
 * A transfer that goes on.
 *
 * @param transfer its number within the call
 * @param number that was dialled
 * @param sinceMs since when they talk, milliseconds since the epoch; 0: it rings
 */
record Outside(int transfer, String number, long sinceMs) {
  Outside talkingSince(long atMs) {
    return new Outside(transfer, number, atMs);
  }

  long talkMs(long nowMs) {
    return sinceMs == 0 ? 0 : Math.max(0, nowMs - sinceMs);
  }
}
