package io.switchboard.desktop.link;

import io.switchboard.desktop.protocol.Frame;

/** A socket, towards its reader. Safe from any thread. */
public interface Outlet {
  void send(Frame frame);

  /** Runs on any thread once all that was sent so far is on its way, or never will be. */
  void whenSent(Runnable then);

  /** Its reader is behind: {@link Links#writable} follows when he has caught up. */
  boolean full();

  void close(Closing why);
}
