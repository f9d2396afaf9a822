package io.switchboard.desktop.adapter.http;

import io.switchboard.core.agent.AgentState;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.TenantId;
import io.switchboard.desktop.access.Visitor;
import io.switchboard.desktop.link.Closing;
import io.switchboard.desktop.link.Events;
import io.switchboard.desktop.link.Links;
import io.switchboard.desktop.link.Outlet;
import io.switchboard.desktop.link.OwnedEvents;
import io.switchboard.desktop.link.Part;
import io.switchboard.desktop.link.Reader;
import io.switchboard.desktop.link.Source;
import io.switchboard.desktop.protocol.DeskView;
import io.switchboard.desktop.protocol.Hello;
import io.switchboard.desktop.protocol.MeView;
import io.switchboard.desktop.protocol.PhoneView;
import io.switchboard.desktop.protocol.TodayView;
import io.switchboard.desktop.protocol.Topic;
import io.switchboard.desktop.protocol.WallView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/** Desks that show what a test sets, in sessions as they are. */
final class ShownDesks implements Events, AutoCloseable {
  private final ExecutorService owner = Executors.newSingleThreadExecutor();
  private final AtomicLong nowMs = new AtomicLong(1_000_000);
  private final Links links =
      new Links(Map.of(Topic.DESK, new Desk(), Topic.WALL, new Wall()), nowMs::get, () -> UUID.randomUUID().toString());
  private final Events events = new OwnedEvents(links, owner);
  private String reason = "";
  private String filler = "";

  /** Anna's reason for being not ready changes. */
  void reason(String now) {
    owner.execute(() -> {
      reason = now;
      links.touch(Topic.DESK, AgentId.of("demo", "anna"), Part.of("me"));
      links.flush();
    });
  }

  /** A wallboard that is so large, and changes. */
  void wall(String text) {
    owner.execute(() -> {
      filler = text;
      links.touch(Topic.WALL, new TenantId("demo"), List.of(new Part("agents", "anna")));
      links.flush();
    });
  }

  void later(long ms) {
    owner.execute(() -> {
      nowMs.addAndGet(ms);
      links.expire();
    });
  }

  private final class Desk implements Source {
    @Override
    public Object whole(Reader reader) {
      return new DeskView(me(reader), phone(reader), null, null, null, new TodayView(0, 0, 0, 0, 0, 0, 0, 0, 0), List.of());
    }

    @Override
    public Object alike(Reader reader) {
      return reader;
    }

    @Override
    public Map<String, Object> parts(Reader reader, Set<Part> parts) {
      Map<String, Object> body = new HashMap<>();
      parts.forEach(part -> body.put(part.section(), part.section().equals("me") ? me(reader) : phone(reader)));
      return body;
    }

    private MeView me(Reader reader) {
      return new MeView(
          reader.user().name(), "Anna", "agent", reader.user().tenant().value(), List.of("en"), List.of("sales"), List.of(), AgentState.NOT_READY,
          reason, 1_000, null, false, "", null, List.of(), false, true);
    }

    private PhoneView phone(Reader reader) {
      return new PhoneView(PhoneView.PhoneKind.BROWSER, "anna", true, reader.phoneElsewhere());
    }
  }

  private final class Wall implements Source {
    @Override
    public Object whole(Reader reader) {
      return new WallView(Map.of(), Map.of("anna", row()), List.of(), List.of());
    }

    @Override
    public Object alike(Reader reader) {
      return reader;
    }

    @Override
    public Map<String, Object> parts(Reader reader, Set<Part> parts) {
      return Map.of("agents", Map.of("anna", row()));
    }

    private WallView.AgentRow row() {
      return new WallView.AgentRow("Anna", AgentState.READY, filler, 1_000, null, null, "", "", true, null);
    }
  }

  @Override
  public void hello(Outlet outlet, Visitor.User user, Hello hello) {
    events.hello(outlet, user, hello);
  }

  @Override
  public void ping(Outlet outlet, LongConsumer then) {
    events.ping(outlet, then);
  }

  @Override
  public void phone(Outlet outlet, boolean here) {
    events.phone(outlet, here);
  }

  @Override
  public void writable(Outlet outlet) {
    events.writable(outlet);
  }

  @Override
  public void lost(Outlet outlet) {
    events.lost(outlet);
  }

  @Override
  public void revoke(Outlet outlet, Closing why) {
    events.revoke(outlet, why);
  }

  @Override
  public void close() {
    owner.shutdown();
  }
}
