package io.switchboard.desktop.board;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.switchboard.core.line.LineEvent;
import io.switchboard.core.signal.DirectSignals;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UnreachablePhonesTest {
  private final DirectSignals signals = new DirectSignals();
  private final UnreachablePhones phones = new UnreachablePhones();

  private List<String> unreachable() {
    return Stream.of("ann", "ben", "eve").filter(phones).toList();
  }

  @Test
  void whatTheLineSaysLastHolds() {
    phones.open(signals);
    signals.send(new LineEvent.PhoneReachable("ann", false));
    signals.send(new LineEvent.PhoneReachable("ben", false));
    signals.send(new LineEvent.PhoneReachable("ben", true));
    assertEquals(List.of("ann"), unreachable());
    signals.send(new LineEvent.Lost("gone"));
    assertEquals(List.of("ann"), unreachable());
    signals.send(new LineEvent.Restored(List.of(), List.of(), Set.of("eve")));
    assertEquals(List.of("eve"), unreachable());
  }
}
