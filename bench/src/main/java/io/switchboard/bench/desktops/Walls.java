package io.switchboard.bench.desktops;

import io.switchboard.bench.rig.Insisting;
import io.switchboard.bench.rig.MachineClock;
import io.switchboard.desktop.adapter.client.ApiClient;
import io.switchboard.desktop.adapter.client.DeskSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A supervisor's wallboards, each on a socket of its own. */
final class Walls implements AutoCloseable {
  private static final long SHOWN_WITHIN_MS = 10_000;

  private final List<Screen> screens = new ArrayList<>();
  private final List<DeskSocket> sockets = new ArrayList<>();

  private Walls() {}

  /** Returns when each shows something. */
  static Walls open(int count, ApiClient supervisor, MachineClock clock) {
    Walls walls = new Walls();
    for (int i = 0; i < count; i++) {
      Screen screen = new Screen(clock);
      walls.screens.add(screen);
      walls.sockets.add(Insisting.on(() -> supervisor.socket("wall", screen::wall), "the wallboard does not open"));
    }
    walls.sockets.forEach(socket -> Insisting.on(() -> socket.await("wall", view -> true, SHOWN_WITHIN_MS), "the wallboard shows nothing"));
    return walls;
  }

  List<Screen> screens() {
    return screens;
  }

  /** How many agents the first one shows in each state now. */
  Map<String, Long> states() {
    return sockets.getFirst().view("wall").get("agents") instanceof Map<?, ?> rows
        ? rows.values().stream().collect(Collectors.groupingBy(row -> AgentIs.by((Map<?, ?>) row).state(), TreeMap::new, Collectors.counting()))
        : Map.of();
  }

  @Override
  public void close() {
    sockets.forEach(DeskSocket::close);
  }
}
