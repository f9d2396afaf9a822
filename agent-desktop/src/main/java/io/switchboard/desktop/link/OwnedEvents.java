package io.switchboard.desktop.link;

import io.switchboard.desktop.access.Visitor;
import io.switchboard.desktop.protocol.Hello;
import java.util.concurrent.Executor;
import java.util.function.LongConsumer;

/** Hands over to the sessions' own thread, in order. */
public record OwnedEvents(Links links, Executor owner) implements Events {
  @Override
  public void hello(Outlet outlet, Visitor.User user, Hello hello) {
    owner.execute(() -> links.hello(outlet, user, hello));
  }

  @Override
  public void ping(Outlet outlet, LongConsumer then) {
    owner.execute(() -> then.accept(links.seq(outlet)));
  }

  @Override
  public void phone(Outlet outlet, boolean here) {
    owner.execute(() -> links.phone(outlet, here));
  }

  @Override
  public void writable(Outlet outlet) {
    owner.execute(() -> links.writable(outlet));
  }

  @Override
  public void lost(Outlet outlet) {
    owner.execute(() -> links.lost(outlet));
  }

  @Override
  public void revoke(Outlet outlet, Closing why) {
    owner.execute(() -> links.revoke(outlet, why));
  }
}
