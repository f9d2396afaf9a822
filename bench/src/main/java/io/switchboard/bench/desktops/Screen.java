package io.switchboard.bench.desktops;

import io.switchboard.bench.rig.MachineClock;
import io.switchboard.desktop.adapter.client.DeskSocket.Received;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a screen said of each agent, and when: a wallboard, or all the agents' desks, each of himself. Safe from any thread. */
final class Screen {
  /** {@code atUs}: when the frame was here. */
  record Sight(AgentIs shown, long atUs) {}

  private final Map<String, List<Sight>> sights = new HashMap<>();
  private final MachineClock clock;
  private int frames;

  Screen(MachineClock clock) {
    this.clock = clock;
  }

  /** A frame of the topic {@code wall}. */
  synchronized void wall(Received frame) {
    if (frame.body().get("agents") instanceof Map<?, ?> rows) {
      frames++;
      rows.forEach((agent, row) -> {
        if (row instanceof Map<?, ?> shown) {
          sees(String.valueOf(agent), AgentIs.by(shown), clock.us(frame.gotNanos()));
        }
      });
    }
  }

  /** A frame of the topic {@code desk} at this agent. */
  synchronized void desk(String agent, Received frame) {
    if (frame.body().get("me") instanceof Map<?, ?> me) {
      frames++;
      sees(agent, AgentIs.by(me), clock.us(frame.gotNanos()));
    }
  }

  synchronized void sees(String agent, AgentIs shown, long atUs) {
    sights.computeIfAbsent(agent, each -> new ArrayList<>()).add(new Sight(shown, atUs));
  }

  /** In order. */
  synchronized List<Sight> of(String agent) {
    return List.copyOf(sights.getOrDefault(agent, List.of()));
  }

  /** Those with agents in them. */
  synchronized int frames() {
    return frames;
  }
}
