package io.switchboard.desktop.link;

import io.switchboard.desktop.access.Visitor;
import io.switchboard.desktop.protocol.Frame;
import io.switchboard.desktop.protocol.FrameType;
import io.switchboard.desktop.protocol.Topic;
import io.switchboard.desktop.protocol.Welcome;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One window of one user: what he follows, what of it he has not got yet, and what was sent lately. */
public final class Session {
  private static final Logger LOG = LoggerFactory.getLogger(Session.class);
  /** Changes that may be sent once more; who missed more gets a snapshot. */
  static final int KEPT_CHANGES = 256;

  private final String id;
  private final Visitor.User user;
  private final Set<Topic> topics;
  private final Map<Topic, Set<Part>> waiting = new EnumMap<>(Topic.class);
  /** Since the last snapshot. */
  private final Deque<Frame> sent = new ArrayDeque<>();
  private SessionState state = SessionState.NEW;
  private @Nullable Outlet outlet;
  private long seq;
  private long awaySinceMs;

  Session(String id, Visitor.User user, Set<Topic> topics) {
    this.id = id;
    this.user = user;
    this.topics = EnumSet.copyOf(topics);
    topics.forEach(topic -> waiting.put(topic, new LinkedHashSet<>()));
  }

  public String id() {
    return id;
  }

  public Visitor.User user() {
    return user;
  }

  public SessionState state() {
    return state;
  }

  Set<Topic> topics() {
    return topics;
  }

  boolean follows(Topic topic) {
    return topics.contains(topic);
  }

  boolean connected() {
    return state == SessionState.CONNECTED;
  }

  boolean on(Outlet other) {
    return outlet == other;
  }

  boolean awayBefore(long ms) {
    return state == SessionState.AWAY && awaySinceMs < ms;
  }

  /** Whether what this client misses is still there. */
  boolean keeps(long lastSeq) {
    long oldest = sent.isEmpty() ? seq : sent.getFirst().seq() - 1;
    return seq > 0 && lastSeq <= seq && lastSeq >= oldest;
  }

  void begin(Outlet socket, long nowMs, long keptMs) {
    become(SessionTrigger.ADMITTED, "");
    outlet = socket;
    socket.send(new Frame(Frame.VERSION, 0, FrameType.WELCOME, null, nowMs, new Welcome(id, false, keptMs)));
  }

  /** On another socket; {@code lastSeq}: what the client has, which {@link #keeps} says is no gap. */
  void resume(Outlet socket, long lastSeq, long nowMs, long keptMs) {
    Outlet before = outlet;
    become(SessionTrigger.RESUMED, "from " + lastSeq + " of " + seq);
    outlet = socket;
    if (before != null) {
      before.close(Closing.RESUMED_ELSEWHERE);
    }
    socket.send(new Frame(Frame.VERSION, lastSeq, FrameType.WELCOME, null, nowMs, new Welcome(id, true, keptMs)));
    sent.stream().filter(frame -> frame.seq() > lastSeq).forEach(socket::send);
  }

  /** Runs at once where there is no socket. */
  void whenSent(Runnable then) {
    if (outlet == null) {
      then.run();
    } else {
      outlet.whenSent(then);
    }
  }

  void lost(long nowMs) {
    become(SessionTrigger.LOST, "");
    outlet = null;
    awaySinceMs = nowMs;
  }

  void end(SessionTrigger why, @Nullable Closing closing) {
    become(why, closing == null ? "" : closing.name());
    Outlet last = outlet;
    outlet = null;
    sent.clear();
    if (last != null && closing != null) {
      last.close(closing);
    }
  }

  /** This part is to be sent, with others, when the reader takes it. */
  void touch(Topic topic, Part part) {
    Set<Part> parts = waiting.get(topic);
    if (parts != null) {
      parts.add(part);
    }
  }

  /** Everything anew, in place of what waits. */
  void snapshot(Topic topic, Object view, long nowMs) {
    sent.clear();
    Set<Part> parts = waiting.get(topic);
    if (parts != null) {
      parts.clear();
    }
    send(FrameType.SNAPSHOT, topic, view, nowMs);
  }

  /** Sends what waits, unless the reader is behind. */
  void flush(Bodies bodies, Reader reader, long nowMs) {
    for (Topic topic : topics) {
      Set<Part> parts = waiting.get(topic);
      if (parts != null && !parts.isEmpty() && outlet != null && !outlet.full()) {
        Map<String, Object> body = bodies.of(topic, reader, parts);
        parts.clear();
        if (!body.isEmpty()) {
          send(FrameType.CHANGE, topic, body, nowMs);
        }
      }
    }
  }

  private void send(FrameType type, Topic topic, Object body, long nowMs) {
    Frame frame = new Frame(Frame.VERSION, ++seq, type, topic, nowMs, body);
    if (type == FrameType.CHANGE) {
      sent.add(frame);
      if (sent.size() > KEPT_CHANGES) {
        sent.removeFirst();
      }
    }
    if (outlet != null) {
      outlet.send(frame);
    }
  }

  /** Of the last snapshot or change. */
  long seq() {
    return seq;
  }

  private void become(SessionTrigger trigger, String why) {
    SessionState next = SessionTable.TABLE.next(state, trigger);
    LOG.debug("{} of {}: {} -{}-> {} {}", id, user.name(), state, trigger, next, why);
    state = next;
  }
}
