package io.switchboard.desktop.board;

import io.switchboard.core.line.LineEvent;
import io.switchboard.core.signal.Signals;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * Which endpoints cannot be rung, as the line says. Listens on the thread that {@link #open} is called on; may be asked on any. While the
 * link is down, what was last known stands.
 */
public final class UnreachablePhones implements Predicate<String> {
  private final Set<String> unreachable = ConcurrentHashMap.newKeySet();

  /** Begins to listen. */
  public void open(Signals signals) {
    signals.on(LineEvent.Restored.class, restored -> {
      unreachable.retainAll(restored.unreachable());
      unreachable.addAll(restored.unreachable());
    });
    signals.on(LineEvent.PhoneReachable.class, this::changed);
  }

  private void changed(LineEvent.PhoneReachable phone) {
    if (phone.reachable()) {
      unreachable.remove(phone.endpoint());
    } else {
      unreachable.add(phone.endpoint());
    }
  }

  @Override
  public boolean test(String endpoint) {
    return unreachable.contains(endpoint);
  }
}
