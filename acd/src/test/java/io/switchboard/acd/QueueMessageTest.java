package io.switchboard.acd;

import static io.switchboard.acd.Shift.SALES;
import static io.switchboard.acd.Shift.SUPPORT;
import static io.switchboard.acd.Shift.agent;
import static io.switchboard.acd.Shift.queue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.switchboard.acd.floor.FloorSettings;
import io.switchboard.acd.queue.Waiting;
import io.switchboard.core.signal.CallSignal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QueueMessageTest {
  private static FloorSettings saying(String message) {
    Waiting waiting = new Waiting(0, false, "default").withMessage(message);
    return FloorSettings.of(
        List.of(queue(SALES).withWaiting(waiting), queue(SUPPORT).withWaiting(new Waiting(0, false, "default"))),
        List.of(agent("anna", Map.of(), 3, SALES), agent("ben", Map.of(), 3, SUPPORT)));
  }

  private static List<String> heard(Shift shift) {
    return shift.signals.sent(CallSignal.Announcement.class).stream()
        .map(said -> said.call() + " " + said.said().getFirst().prompt()).toList();
  }

  @Test
  void whenItIsSwitchedOn_thenWhoWaitsHearsItOnce_andEverybodyWhoComesLater_inThisQueueOnly() {
    Shift shift = new Shift(saying(""));
    shift.ready("anna", "ben");
    shift.enters("talks", SALES);
    shift.answers("talks", 1);
    shift.enters("t2", SUPPORT);
    shift.enters("waits", SALES);
    shift.enters("elsewhere", SUPPORT);
    assertEquals(List.of(), heard(shift));
    shift.stage.configure(saying("outage"));
    assertEquals(List.of("waits outage"), heard(shift));
    shift.stage.configure(saying("outage"));
    shift.enters("later", SALES);
    assertEquals(List.of("waits outage", "later outage"), heard(shift));
    shift.stage.configure(saying(""));
    shift.enters("last", SALES);
    assertEquals(2, heard(shift).size());
  }
}
