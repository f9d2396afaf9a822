package io.switchboard.desktop.board;

import io.switchboard.core.id.AgentId;
import io.switchboard.core.line.LineEvent;
import io.switchboard.core.signal.AgentSignal;
import io.switchboard.core.signal.Signals;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * Which endpoints cannot be rung, as the line says, and whose phone could not a moment ago, as the ACD says. Listens on the thread that {@link #open} is called on; may be asked on any. While the
 * link is down, what was last known stands.
 */
public final class UnreachablePhones implements Predicate<String> {
  private final Set<String> unreachable = ConcurrentHashMap.newKeySet();

  private final Set<AgentId> resting = ConcurrentHashMap.newKeySet();

  /** Begins to listen. */
  public void open(Signals signals) {
    signals.on(LineEvent.Restored.class, restored -> {
      unreachable.retainAll(restored.unreachable());
      unreachable.addAll(restored.unreachable());
      resting.clear();
    });
    signals.on(AgentSignal.Told.class, this::told);
    signals.on(LineEvent.PhoneReachable.class, this::changed);
  }

  private void changed(LineEvent.PhoneReachable phone) {
    if (phone.reachable()) {
      unreachable.remove(phone.endpoint());
    } else {
      unreachable.add(phone.endpoint());
    }
  }

  private void told(AgentSignal.Told told) {
    switch (told.notice()) {
      case PHONE_UNREACHABLE -> resting.add(told.agent());
      case PHONE_BACK -> resting.remove(told.agent());
      case NO_ANSWER, BUSY, DECLINED, CHANGED, OVER_LIMIT, BREAK_DUE, BREAK_BEGUN, NOT_RECORDED -> {}
    }
  }

  /** Whether this agent's phone is left alone, since it could not be rung. */
  public boolean resting(AgentId agent) {
    return resting.contains(agent);
  }

  @Override
  public boolean test(String endpoint) {
    return unreachable.contains(endpoint);
  }
}
