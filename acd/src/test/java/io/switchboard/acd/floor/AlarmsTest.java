package io.switchboard.acd.floor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.switchboard.core.line.Phone;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlarmsTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void ringsInTheOrderOfTime_howeverTheyWereSetMovedAndCalledOff(long seed) {
    Random dice = new Random(seed);
    Alarms alarms = new Alarms();
    List<Alarm> all = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      all.add(new Alarm(new Handset(new Phone.Endpoint("p" + i))));
    }
    Map<Alarm, Long> set = new HashMap<>();
    for (int step = 0; step < 5_000; step++) {
      Alarm alarm = all.get(dice.nextInt(all.size()));
      if (dice.nextInt(4) == 0) {
        alarms.clear(alarm);
        set.remove(alarm);
      } else {
        long due = dice.nextInt(1_000);
        alarms.set(alarm, due);
        set.put(alarm, due);
      }
      long first = set.values().stream().mapToLong(d -> d).min().orElse(Alarms.NEVER);
      assertEquals(first, alarms.nextDueMs());
      if (dice.nextInt(10) == 0 && !set.isEmpty()) {
        assertNull(alarms.poll(first - 1));
        assertEquals(first, set.remove(alarms.poll(first)));
      }
    }
  }
}
