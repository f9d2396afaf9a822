package io.switchboard.acd.floor;

import io.switchboard.acd.skill.Skills;
import io.switchboard.core.id.QueueId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Agents with the same queues and skills: whatever one may take, each may. Who can be offered a call stands in it, longest idle first. */
public final class Pool {
  /** What makes agents alike. */
  record Profile(Set<QueueId> queues, Map<String, Integer> skills) {}

  /** This pool in one queue's list of pools that have somebody ready. */
  static final class Seat {
    final Pool pool;
    final CallQueue queue;
    int at = -1;

    Seat(Pool pool, CallQueue queue) {
      this.pool = pool;
      this.queue = queue;
    }
  }

  private static final byte UNKNOWN = 0;
  private static final byte ENOUGH = 1;
  private static final byte LACKING = 2;

  private final Profile profile;
  private final Seat[] seats;
  private final InOrder<Agent> ready = new InOrder<>();
  private byte[] enough = new byte[16];

  Pool(Profile profile, List<CallQueue> queues) {
    this.profile = profile;
    this.seats = queues.stream().map(q -> new Seat(this, q)).toArray(Seat[]::new);
  }

  /** Whether its agents have the skills, irrespective of who is ready. */
  boolean enoughFor(Requirement requirement) {
    int number = requirement.number();
    if (number >= enough.length) {
      enough = Arrays.copyOf(enough, Math.max(number + 1, enough.length * 2));
    }
    if (enough[number] == UNKNOWN) {
      enough[number] = Skills.enough(profile.skills(), requirement.levels()) ? ENOUGH : LACKING;
    }
    return enough[number] == ENOUGH;
  }

  boolean serves(CallQueue queue) {
    return profile.queues().contains(queue.id());
  }

  @Nullable Agent longestIdle() {
    return ready.first();
  }

  int readyAgents() {
    return ready.size();
  }

  void add(Agent agent) {
    ready.insert(agent);
    if (ready.size() == 1) {
      for (Seat seat : seats) {
        seat.queue.take(seat);
      }
    }
  }

  void remove(Agent agent) {
    ready.takeOut(agent);
    if (ready.size() == 0) {
      for (Seat seat : seats) {
        seat.queue.leave(seat);
      }
    }
  }

  /** The best call that one of these agents may take, or null: the first in the one order across his queues. */
  @Nullable Visit firstCall(long nowMs) {
    Visit best = null;
    for (Seat seat : seats) {
      best = seat.queue.firstCall(this, best, nowMs);
    }
    return best;
  }
}
