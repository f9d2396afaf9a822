package io.switchboard.core.adapter.asterisk;

import io.switchboard.core.adapter.asterisk.ami.AmiConnection;
import io.switchboard.core.adapter.asterisk.ami.AmiMessage;
import io.switchboard.core.adapter.asterisk.ami.DeviceStateListAction;
import io.switchboard.core.adapter.asterisk.ami.LoginRefused;
import java.io.IOException;
import java.net.SocketTimeoutException;
import org.asteriskjava.manager.action.CoreShowChannelsAction;
import org.asteriskjava.manager.action.ManagerAction;
import org.asteriskjava.manager.action.PingAction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connection to Asterisk's manager interface: made, watched and made again, for ever. A connection that is lost is thrown away; the
 * next one begins with a snapshot. A ping unanswered for {@link Times#silenceMs} counts as lost too, for a half-open socket says nothing; so
 * does one that is not taken from us for so long. Who watches neither reads nor writes, so that no stall holds him up as well.
 */
final class AmiLink implements AutoCloseable {
  /** All calls come on the link's thread, which also reads, and must only hand over. */
  interface Listener {
    /** Events follow that belong to this connection, the snapshot's lines among them. */
    void connected();

    void event(AmiMessage event);

    /** Not called when we let go ourselves. */
    void lost(String why);
  }

  /** What came of an action; called on the link's thread. */
  interface Answer {
    void refused(String why);

    default void accepted(AmiMessage response) {}
  }

  private static final Logger LOG = LoggerFactory.getLogger(AmiLink.class);
  private static final long BACKOFF_MIN_MS = 100;
  private static final long BACKOFF_MAX_MS = 2_000;
  private static final long TO_CLOSE_MS = 2_000;
  /** The watch looks so often from one ping to the next. */
  private static final int LOOKS = 4;

  /**
   * How long we wait for it.
   *
   * @param patienceMs for each step of connecting; then the time from one ping to the next
   * @param silenceMs without a word, or without taking what we write: then it is lost
   */
  record Times(int patienceMs, long silenceMs) {
    static final Times STANDARD = new Times(2_000, 5_000);
  }

  private final Times times;
  private final AmiAddress address;
  private final Listener listener;
  private final Thread thread;
  private volatile @Nullable Session session;
  private volatile boolean closed;

  AmiLink(AmiAddress address, Listener listener) {
    this(address, listener, Times.STANDARD);
  }

  AmiLink(AmiAddress address, Listener listener, Times times) {
    this.times = times;
    this.address = address;
    this.listener = listener;
    this.thread = new Thread(this::run, "ami-link");
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /** Sends without waiting. While there is no connection nothing is sent: the next snapshot tells what is. */
  void send(ManagerAction action, @Nullable Answer answer) {
    Session now = session;
    if (now != null) {
      now.send(action, answer);
    }
  }

  /** Gives the connection up and makes a new one: something was missed. */
  void renew(String why) {
    Session now = session;
    if (now != null) {
      now.end(why);
    }
  }

  @Override
  public void close() {
    closed = true;
    renew("closed");
    thread.interrupt();
    try {
      thread.join(TO_CLOSE_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    long backoffMs = BACKOFF_MIN_MS;
    String said = "";
    while (!closed) {
      Session next = new Session();
      session = next;
      String why = next.live();
      session = null;
      if (next.up && !closed) {
        LOG.warn("Connection to Asterisk at {} lost: {}", address, why);
        listener.lost(why);
        said = "";
        backoffMs = BACKOFF_MIN_MS;
      } else if (!closed && !why.equals(said)) {
        LOG.warn("Asterisk at {} {}; trying again until it is there", address, why);
        said = why;
      }
      backoffMs = rest(backoffMs);
    }
  }

  private long rest(long backoffMs) {
    if (!closed) {
      try {
        Thread.sleep(backoffMs);
      } catch (InterruptedException e) {
        closed = true;
      }
    }
    return Math.min(BACKOFF_MAX_MS, backoffMs * 2);
  }

  /** One connection, from its making to its end. */
  private final class Session {
    private final AmiConnection connection = new AmiConnection();
    private volatile boolean up;
    private volatile @Nullable String ended;
    private volatile long heard;
    private volatile boolean pinging;

    /** Lives as long as the connection does. Returns why that ended. */
    String live() {
      try (connection) {
        if (!closed) {
          open();
        }
        Thread watch = Thread.ofPlatform().daemon().name("ami-watch").start(this::watch);
        try {
          while (ended == null) {
            listen();
          }
        } finally {
          watch.interrupt();
        }
        return because("");
      } catch (LoginRefused e) {
        return because("refuses our login (" + e.getMessage() + "); check user and secret in manager.conf");
      } catch (IOException e) {
        return because(up ? String.valueOf(e.getMessage()) : "cannot be reached (" + e.getMessage() + ")");
      } catch (RuntimeException bug) {
        LOG.error("The link is made again after a bug", bug);
        return because("a bug of ours");
      }
    }

    private String because(String failure) {
      String first = ended;
      return first == null ? failure : first;
    }

    private void open() throws IOException {
      connection.connect(address.host(), address.port(), times.patienceMs());
      connection.login(address.user(), address.secret());
    }

    /** Before it is fully booted Asterisk knows no phone yet, and would not tell when it does. */
    private void booted() throws IOException {
      up = true;
      LOG.info("Connected to Asterisk at {}", address);
      listener.connected();
      connection.send(new DeviceStateListAction(), null);
      connection.send(new CoreShowChannelsAction(), null);
    }

    private void listen() throws IOException {
      try {
        AmiMessage event = connection.event();
        heard++;
        if (up) {
          listener.event(event);
        } else if (event.event().equals("FullyBooted")) {
          booted();
        }
      } catch (SocketTimeoutException nothingCame) {
        LOG.trace("{} says nothing; the watch pings", address);
      }
    }

    /** Counts its looks and not the time, for in a long pause of this process nothing is heard either. */
    private void watch() {
      int lookMs = Math.max(1, times.patienceMs() / LOOKS);
      long heardBefore = heard;
      long silentMs = 0;
      long untakenMs = 0;
      for (int look = 0; ended == null && rested(lookMs); look++) {
        silentMs = heard == heardBefore ? silentMs + lookMs : 0;
        heardBefore = heard;
        untakenMs = pinging ? untakenMs + lookMs : 0;
        if (silentMs >= times.silenceMs()) {
          end("no answer for " + times.silenceMs() + " ms");
        } else if (untakenMs >= times.silenceMs()) {
          end("takes nothing for " + times.silenceMs() + " ms");
        } else if (look % LOOKS == 0 && !pinging) {
          pinging = true;
          Thread.ofVirtual().name("ami-ping").start(this::ping);
        }
      }
    }

    private static boolean rested(long ms) {
      try {
        Thread.sleep(ms);
        return true;
      } catch (InterruptedException over) {
        return false;
      }
    }

    private void ping() {
      try {
        connection.send(new PingAction(), answer -> heard++);
        pinging = false;
      } catch (IOException e) {
        end(String.valueOf(e.getMessage()));
      }
    }

    void send(ManagerAction action, @Nullable Answer answer) {
      if (!up) {
        return;
      }
      try {
        connection.send(action, answer == null ? null : response -> {
          if (response.text("Response").equals("Error")) {
            answer.refused(response.text("Message"));
          } else {
            answer.accepted(response);
          }
        });
      } catch (IOException e) {
        end(String.valueOf(e.getMessage()));
      }
    }

    void end(String why) {
      if (ended == null) {
        ended = why;
      }
      connection.close();
    }
  }
}
