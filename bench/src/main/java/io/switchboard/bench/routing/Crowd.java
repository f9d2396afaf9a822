package io.switchboard.bench.routing;

import io.switchboard.core.id.CallId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A set of calls from which one is drawn at random in one step. */
final class Crowd {
  private final List<CallId> calls = new ArrayList<>();
  private final Map<CallId, Integer> places = new HashMap<>();

  int size() {
    return calls.size();
  }

  void add(CallId call) {
    if (places.putIfAbsent(call, calls.size()) == null) {
      calls.add(call);
    }
  }

  void remove(CallId call) {
    Integer place = places.remove(call);
    if (place != null) {
      CallId last = calls.removeLast();
      if (place < calls.size()) {
        calls.set(place, last);
        places.put(last, place);
      }
    }
  }

  CallId any(Random dice) {
    return calls.get(dice.nextInt(calls.size()));
  }
}
