package io.switchboard.core.adapter.asterisk;

import io.switchboard.core.adapter.asterisk.ami.AmiConnection;
import io.switchboard.core.adapter.asterisk.ami.AmiMessage;
import io.switchboard.core.adapter.asterisk.ami.DeviceStateListAction;
import io.switchboard.core.adapter.asterisk.ami.LoginRefused;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.concurrent.TimeUnit;
import org.asteriskjava.manager.action.CoreShowChannelsAction;
import org.asteriskjava.manager.action.ManagerAction;
import org.asteriskjava.manager.action.PingAction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connection to Asterisk's manager interface: made, watched and made again, for ever. A connection that is lost is thrown away; the
 * next one begins with a snapshot. A ping unanswered for {@link #SILENCE_MS} counts as lost too, for a half-open socket says nothing.
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
  /** Longest wait for each step of connecting, and then the time without a word after which we ping. */
  private static final int PATIENCE_MS = 2_000;
  private static final long SILENCE_MS = 5_000;

  private final AmiAddress address;
  private final Listener listener;
  private final Thread thread;
  private volatile @Nullable Session session;
  private volatile boolean closed;

  AmiLink(AmiAddress address, Listener listener) {
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
      thread.join(PATIENCE_MS);
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
    private long heardAtNs;

    /** Lives as long as the connection does. Returns why that ended. */
    String live() {
      try (connection) {
        if (!closed) {
          open();
        }
        while (ended == null) {
          listen();
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
      connection.connect(address.host(), address.port(), PATIENCE_MS);
      connection.login(address.user(), address.secret());
      heard();
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
        heard();
        if (up) {
          listener.event(event);
        } else if (event.event().equals("FullyBooted")) {
          booted();
        }
      } catch (SocketTimeoutException nothingCame) {
        if (TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - heardAtNs) > SILENCE_MS) {
          throw new IOException("no answer for " + SILENCE_MS + " ms", nothingCame);
        }
        connection.send(new PingAction(), answer -> heard());
      }
    }

    private void heard() {
      heardAtNs = System.nanoTime();
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
