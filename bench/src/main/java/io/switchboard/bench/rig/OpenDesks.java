package io.switchboard.bench.rig;

import io.switchboard.app.rehearsal.PlatformProcess;
import io.switchboard.app.rehearsal.Rehearsal;
import io.switchboard.desktop.adapter.client.ApiRefusal;
import io.switchboard.desktop.adapter.client.DeskSocket;
import io.switchboard.desktop.adapter.client.DeskSocket.Received;
import io.switchboard.desktop.adapter.client.HeadlessAgent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Agents who are signed in and ready, each with his desk open in one or several windows: real sockets, all of this process. */
public final class OpenDesks implements AutoCloseable {
  /** More would only wait for one another: a password takes the platform a tenth of a second of one processor. */
  private static final int AT_ONCE = 4;
  private static final long SHOWN_WITHIN_MS = 10_000;

  private final List<HeadlessAgent> agents;
  private final List<DeskSocket> sockets;

  private OpenDesks(List<HeadlessAgent> agents, List<DeskSocket> sockets) {
    this.agents = List.copyOf(agents);
    this.sockets = List.copyOf(sockets);
  }

  /** What a window gets. */
  public interface Window {
    /** On the socket's thread. {@code number}: from 0. */
    void got(String agent, int number, Received frame);
  }

  private record AtWork(HeadlessAgent agent, List<DeskSocket> windows) {}

  /** Signs them in and opens their desks; returns when each shows something. */
  public static OpenDesks of(List<String> names, int windows, Rehearsal rehearsal, PlatformProcess platform, Window each) {
    try (ExecutorService hands = Executors.newFixedThreadPool(AT_ONCE)) {
      List<CompletableFuture<AtWork>> coming = names.stream().map(name -> CompletableFuture.supplyAsync(
          () -> Insisting.on(() -> come(name, windows, rehearsal.agent(platform, name), each), "the desks do not open"), hands)).toList();
      List<AtWork> there = coming.stream().map(CompletableFuture::join).toList();
      return new OpenDesks(there.stream().map(AtWork::agent).toList(), there.stream().flatMap(one -> one.windows().stream()).toList());
    }
  }

  private static AtWork come(String name, int windows, HeadlessAgent agent, Window each) throws IOException, InterruptedException, ApiRefusal {
    agent.signIn();
    agent.ready();
    List<DeskSocket> open = new ArrayList<>();
    for (int window = 0; window < windows; window++) {
      int number = window;
      open.add(agent.desk(frame -> each.got(name, number, frame)));
    }
    for (DeskSocket socket : open) {
      socket.await("desk", view -> true, SHOWN_WITHIN_MS);
    }
    return new AtWork(agent, open);
  }

  public List<HeadlessAgent> agents() {
    return agents;
  }

  /** How many there are. */
  public int sockets() {
    return sockets.size();
  }

  @Override
  public void close() {
    sockets.forEach(DeskSocket::close);
  }
}
