package io.switchboard.desktop.link;

import io.switchboard.core.access.Role;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.time.Clock;
import io.switchboard.desktop.access.Visitor;
import io.switchboard.desktop.protocol.Hello;
import io.switchboard.desktop.protocol.Topic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All sessions: who follows what, and who is told. */
public final class Links {
  public static final long KEPT_MS = 120_000;
  static final int MOST_SESSIONS = 5_000;
  static final int MOST_OF_ONE_USER = 8;
  private static final Set<Role> DESK = EnumSet.of(Role.AGENT, Role.SUPERVISOR, Role.ADMIN);
  private static final Set<Role> WALL = EnumSet.of(Role.SUPERVISOR, Role.ADMIN);

  private final Map<Topic, Source> sources;
  private final Clock clock;
  private final Supplier<String> ids;
  private final Map<String, Session> sessions = new LinkedHashMap<>();
  private final Map<Outlet, Session> byOutlet = new IdentityHashMap<>();
  private final Map<AgentId, Set<Session>> byUser = new HashMap<>();
  private final Map<AgentId, Session> phones = new HashMap<>();
  /** With something to send. */
  private final Set<Session> touched = new LinkedHashSet<>();

  /** {@code ids}: names that nobody can guess. */
  public Links(Map<Topic, Source> sources, Clock clock, Supplier<String> ids) {
    this.sources = Map.copyOf(sources);
    this.clock = clock;
    this.ids = ids;
  }

  /** To whom a topic opens. */
  public static Set<Role> roles(Topic topic) {
    return switch (topic) {
      case DESK -> DESK;
      case WALL -> WALL;
    };
  }

  /** He said who he is, and his roles open these topics: he is welcomed and gets what he missed, or a snapshot of each topic. */
  public void hello(Outlet outlet, Visitor.User user, Hello hello) {
    Session before = hello.resume() == null ? null : sessions.get(hello.resume().session());
    boolean same = before != null && before.user().agent().equals(user.agent()) && before.topics().equals(Set.copyOf(hello.topics()));
    if (before != null && hello.resume() != null && same && before.keeps(hello.resume().seq())) {
      byOutlet.values().remove(before);
      byOutlet.put(outlet, before);
      before.resume(outlet, hello.resume().seq(), clock.nowMs(), KEPT_MS);
      phoneTouched(before);
      touched.add(before);
      flush();
    } else {
      if (before != null && same) {
        end(before, SessionTrigger.REVOKED, Closing.RESUMED_ELSEWHERE);
      }
      begin(outlet, user, hello);
    }
  }

  private void begin(Outlet outlet, Visitor.User user, Hello hello) {
    room(user);
    if (sessions.size() >= MOST_SESSIONS) {
      outlet.close(Closing.TOO_MANY);
      return;
    }
    Session session = new Session(ids.get(), user, Set.copyOf(hello.topics()));
    sessions.put(session.id(), session);
    byOutlet.put(outlet, session);
    byUser.computeIfAbsent(user.agent(), each -> new LinkedHashSet<>()).add(session);
    session.begin(outlet, clock.nowMs(), KEPT_MS);
    session.topics().forEach(topic -> snapshot(session, topic));
  }

  /** The user's oldest that is away goes first, then his oldest. */
  private void room(Visitor.User user) {
    Set<Session> own = byUser.getOrDefault(user.agent(), Set.of());
    if (own.size() >= MOST_OF_ONE_USER) {
      own.stream().min(Comparator.comparing(Session::connected)).ifPresent(oldest -> end(oldest, SessionTrigger.REVOKED, Closing.TOO_MANY));
    }
  }

  private void snapshot(Session session, Topic topic) {
    Source source = sources.get(topic);
    if (source != null) {
      session.snapshot(topic, source.whole(reader(session)), clock.nowMs());
    }
  }

  /** Its socket is gone. */
  public void lost(Outlet outlet) {
    Session session = byOutlet.remove(outlet);
    if (session != null && session.on(outlet)) {
      session.lost(clock.nowMs());
      phoneTouched(session);
      flush();
    }
  }

  /** Its user may no longer see what he follows. */
  public void revoke(Outlet outlet, Closing why) {
    Session session = byOutlet.get(outlet);
    if (session != null) {
      end(session, SessionTrigger.REVOKED, why);
    } else {
      outlet.close(why);
    }
  }

  /** The reader has caught up. */
  public void writable(Outlet outlet) {
    Session session = byOutlet.get(outlet);
    if (session != null) {
      session.flush(new Bodies(sources), reader(session), clock.nowMs());
    }
  }

  /** The last snapshot or change of this socket; 0: none yet. */
  public long seq(Outlet outlet) {
    Session session = byOutlet.get(outlet);
    return session == null ? 0 : session.seq();
  }

  /** This window is the phone from now on, in place of another of the same user; or it is no longer. */
  public void phone(Outlet outlet, boolean here) {
    Session session = byOutlet.get(outlet);
    if (session == null) {
      return;
    }
    AgentId agent = session.user().agent();
    if (here) {
      phones.put(agent, session);
    } else if (phones.get(agent) == session) {
      phones.remove(agent);
    }
    touch(Topic.DESK, agent, Part.of("phone"));
    flush();
  }

  private void phoneTouched(Session session) {
    if (phones.get(session.user().agent()) == session) {
      touch(Topic.DESK, session.user().agent(), Part.of("phone"));
    }
  }

  /** Something of his own view changed; {@link #flush} sends it. */
  public void touch(Topic topic, AgentId user, Part part) {
    byUser.getOrDefault(user, Set.of()).forEach(session -> touch(session, topic, part));
  }

  /** Something changed for all of the tenant who follow this topic; {@link #flush} sends it. */
  public void touch(Topic topic, TenantId tenant, Collection<Part> parts) {
    for (Session session : sessions.values()) {
      if (session.user().tenant().equals(tenant) && session.follows(topic)) {
        parts.forEach(part -> touch(session, topic, part));
      }
    }
  }

  private void touch(Session session, Topic topic, Part part) {
    if (session.follows(topic)) {
      session.touch(topic, part);
      touched.add(session);
    }
  }

  /** Who follow this topic, also those whose socket is gone for the moment. */
  public Set<AgentId> users(Topic topic) {
    Set<AgentId> users = new HashSet<>();
    byUser.forEach((user, own) -> {
      if (own.stream().anyMatch(session -> session.follows(topic))) {
        users.add(user);
      }
    });
    return users;
  }

  /** Whether anybody follows this topic. */
  public boolean followed(Topic topic) {
    return sessions.values().stream().anyMatch(session -> session.follows(topic));
  }

  /** In which somebody follows this topic on a socket. */
  public Set<TenantId> tenants(Topic topic) {
    return sessions.values().stream().filter(session -> session.connected() && session.follows(topic))
        .map(session -> session.user().tenant()).collect(Collectors.toSet());
  }

  /** Sends what was touched to everybody who is not behind. */
  public void flush() {
    if (!touched.isEmpty()) {
      List<Session> all = List.copyOf(touched);
      touched.clear();
      Bodies bodies = new Bodies(sources);
      all.forEach(session -> session.flush(bodies, reader(session), clock.nowMs()));
    }
  }

  /** Runs on any thread, once what this user was sent is on its way to each of his windows. */
  public void whenSent(AgentId user, Runnable then) {
    List<Session> open = byUser.getOrDefault(user, Set.of()).stream().filter(Session::connected).toList();
    AtomicInteger left = new AtomicInteger(open.size());
    if (open.isEmpty()) {
      then.run();
    }
    open.forEach(session -> session.whenSent(() -> {
      if (left.decrementAndGet() == 0) {
        then.run();
      }
    }));
  }

  /** Ends what was away for too long. */
  public void expire() {
    long beforeMs = clock.nowMs() - KEPT_MS;
    List<Session> gone = new ArrayList<>(sessions.values());
    gone.removeIf(session -> !session.awayBefore(beforeMs));
    gone.forEach(session -> end(session, SessionTrigger.EXPIRED, null));
    flush();
  }

  private void end(Session session, SessionTrigger why, @Nullable Closing closing) {
    sessions.remove(session.id());
    byOutlet.values().remove(session);
    touched.remove(session);
    AgentId user = session.user().agent();
    byUser.getOrDefault(user, Set.of()).remove(session);
    if (byUser.getOrDefault(user, Set.of()).isEmpty()) {
      byUser.remove(user);
    }
    session.end(why, closing);
    if (phones.remove(user, session)) {
      touch(Topic.DESK, user, Part.of("phone"));
    }
  }

  private Reader reader(Session session) {
    Session phone = phones.get(session.user().agent());
    return new Reader(session.user(), phone != null && phone != session && phone.connected());
  }
}
