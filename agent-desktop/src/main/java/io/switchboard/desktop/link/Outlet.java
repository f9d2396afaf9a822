package io.switchboard.desktop.link;

import io.switchboard.desktop.protocol.Frame;

/** A socket, towards its reader. Safe from any thread. */
public interface Outlet {
  void send(Frame frame);

  /** Its reader is behind: {@link Links#writable} follows when he has caught up. */
  boolean full();

  void close(Closing why);
}
