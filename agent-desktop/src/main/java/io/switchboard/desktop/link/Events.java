package io.switchboard.desktop.link;

import io.switchboard.desktop.access.Visitor;
import io.switchboard.desktop.protocol.Hello;
import java.util.function.LongConsumer;

/** The sessions, towards sockets. From any thread; what is told of one socket is taken in its order. */
public interface Events {
  /** Topics must open to his role. */
  void hello(Outlet outlet, Visitor.User user, Hello hello);

  /** {@code then} gets the number of the last snapshot or change, with which the pong goes back. */
  void ping(Outlet outlet, LongConsumer then);

  void phone(Outlet outlet, boolean here);

  void writable(Outlet outlet);

  void lost(Outlet outlet);

  void revoke(Outlet outlet, Closing why);
}
