package io.switchboard.desktop.link;

/** What can happen to a desktop session. */
public enum SessionTrigger {
  /** The hello was right. */
  ADMITTED,
  /** No hello in time, a wrong one, or one too many. */
  REFUSED,
  /** The socket closed, or was silent for too long. */
  LOST,
  /** The same client came back, perhaps before its old socket was known to be gone. */
  RESUMED,
  /** It was away for too long. */
  EXPIRED,
  /** Its user may no longer see it, or opened too many. */
  REVOKED
}
