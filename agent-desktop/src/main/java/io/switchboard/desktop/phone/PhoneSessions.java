package io.switchboard.desktop.phone;

import io.switchboard.core.id.AgentId;
import io.switchboard.core.line.PhoneSecrets;
import io.switchboard.core.signal.PhoneSignal;
import io.switchboard.core.signal.Signals;
import io.switchboard.core.time.Clock;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Who may be whose phone. A session begins with a secret of its own, which ends the agent's session before it, and ends when it is given back
 * or no page was connected for {@value #ABSENT_MS} ms; then the secret dies. It outlives the platform: what the platform does not remember of
 * it is settled by the secret, which Asterisk has. May be asked on any thread.
 */
public final class PhoneSessions {
  /** A page reloads, changes networks or sleeps for a while, and comes back as the phone that it was. */
  static final long ABSENT_MS = 10 * 60_000;

  private final Map<AgentId, Phone> phones = new ConcurrentHashMap<>();
  private final PhoneSecrets secrets;
  private final Signals signals;
  private final Supplier<String> chance;
  private final Executor aside;
  private final Clock clock;

  /** What a page signs in with. */
  public record Session(String id, String endpoint, String secret) {}

  private static final class Phone {
    private final String endpoint;
    /** Empty: of before this start, or none. */
    private /** The session that was connected last; empty: none since the start. */
    String connected = "";
    String session = "";
    private boolean secretMayBe = true;
    private long absentSinceMs;
    private @Nullable PhoneLink link;
    /** What a page says that measures; one that never did is taken for fit. */
    private boolean fit = true;
    private boolean measures;

    private Phone(String endpoint, long nowMs) {
      this.endpoint = endpoint;
      this.absentSinceMs = nowMs;
    }
  }

  /**
   * @param endpoints of the agents whose phone is in their page
   * @param chance makes ids and secrets, of letters and digits, that nobody guesses
   * @param aside where Asterisk is told, one thing after the other
   */
  public PhoneSessions(
      Map<AgentId, String> endpoints, PhoneSecrets secrets, Signals signals, Supplier<String> chance, Executor aside, Clock clock) {
    endpoints.forEach((agent, endpoint) -> phones.put(agent, new Phone(endpoint, clock.nowMs())));
    this.secrets = secrets;
    this.signals = signals;
    this.chance = chance;
    this.aside = aside;
    this.clock = clock;
  }

  /** His page has measured; it holds until its connection is lost. False where it is not connected. */
  public boolean measured(AgentId agent, boolean fit) {
    Phone phone = phone(agent);
    boolean changed;
    boolean now;
    synchronized (phone) {
      now = fit && phone.link != null;
      changed = phone.fit != now;
      phone.fit = now;
      phone.measures = true;
    }
    if (changed) {
      signals.send(new PhoneSignal.Fit(agent, phone.endpoint, now));
    }
    return now;
  }

  /** Whether his phone is in his page. */
  public boolean has(AgentId agent) {
    return phones.containsKey(agent);
  }

  /** Begins a session. The connection of the one before is closed, and its secret dies. */
  public CompletionStage<Session> begin(AgentId agent) {
    Phone phone = phone(agent);
    Session session = new Session(chance.get(), phone.endpoint, chance.get());
    PhoneLink before;
    synchronized (phone) {
      phone.session = session.id();
      phone.secretMayBe = true;
      phone.absentSinceMs = clock.nowMs();
      before = phone.link;
    }
    if (before != null) {
      lost(agent, before);
      before.close(PhoneLink.Closing.OVER);
    }
    return aside(() -> {
      secrets.give(session.endpoint(), session.secret());
      return session;
    });
  }

  /** Gives it back. */
  public CompletionStage<Boolean> end(AgentId agent) {
    Phone phone = phone(agent);
    PhoneLink link;
    synchronized (phone) {
      phone.session = "";
      link = phone.link;
    }
    if (link != null) {
      lost(agent, link);
      link.close(PhoneLink.Closing.OVER);
    }
    return taken(phone);
  }

  /** A page has connected as this session; false where it is over. */
  public boolean connected(AgentId agent, String session, PhoneLink link) {
    Phone phone = phones.get(agent);
    if (phone == null) {
      return false;
    }
    PhoneLink before;
    boolean anew;
    synchronized (phone) {
      if (phone.session.isEmpty() && phone.secretMayBe) {
        phone.session = session; // of before this start: its secret tells
      }
      if (!phone.session.equals(session)) {
        return false;
      }
      before = phone.link;
      phone.link = link;
      anew = !session.equals(phone.connected) && !phone.connected.isEmpty();
      phone.connected = session;
    }
    signals.send(new PhoneSignal.Here(agent, phone.endpoint, anew));
    if (before != null) {
      before.close(PhoneLink.Closing.OVER);
    }
    return true;
  }

  /** This connection is gone. Says nothing where it was replaced. */
  public void lost(AgentId agent, PhoneLink link) {
    Phone phone = phone(agent);
    boolean measures;
    synchronized (phone) {
      if (phone.link != link) {
        return;
      }
      phone.link = null;
      phone.absentSinceMs = clock.nowMs();
      measures = phone.measures;
    }
    signals.send(new PhoneSignal.Gone(agent, phone.endpoint));
    if (measures) {
      measured(agent, false);
    }
  }

  /** Whether his page is connected. */
  public boolean here(AgentId agent) {
    Phone phone = phone(agent);
    synchronized (phone) {
      return phone.link != null;
    }
  }

  /** Ends the sessions whose pages stay away. To be called now and then. */
  public void sweep() {
    long nowMs = clock.nowMs();
    for (Phone phone : phones.values()) {
      boolean over;
      synchronized (phone) {
        over = phone.link == null && phone.secretMayBe && nowMs - phone.absentSinceMs >= ABSENT_MS;
        phone.session = over ? "" : phone.session;
      }
      if (over) {
        taken(phone); // Asterisk away: at the next sweep
      }
    }
  }

  /** Nothing is taken from whoever began anew meanwhile. */
  private CompletionStage<Boolean> taken(Phone phone) {
    return aside(() -> {
      synchronized (phone) {
        if (!phone.session.isEmpty()) {
          return false;
        }
      }
      secrets.take(phone.endpoint);
      synchronized (phone) {
        phone.secretMayBe = !phone.session.isEmpty();
      }
      return true;
    });
  }

  private <T> CompletionStage<T> aside(Supplier<T> telling) {
    try {
      return CompletableFuture.supplyAsync(telling, aside);
    } catch (RejectedExecutionException full) {
      return CompletableFuture.failedStage(full);
    }
  }

  private Phone phone(AgentId agent) {
    Phone phone = phones.get(agent);
    if (phone == null) {
      throw new IllegalArgumentException(agent + " has no phone in his page");
    }
    return phone;
  }
}
