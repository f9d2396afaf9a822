package io.switchboard.desktop.adapter.http;

import io.switchboard.core.time.Clock;
import io.switchboard.desktop.access.Tokens;
import io.switchboard.desktop.access.Visitor;
import io.switchboard.desktop.api.Problem;
import io.switchboard.desktop.api.Trouble;
import io.switchboard.desktop.link.Closing;
import io.switchboard.desktop.link.Events;
import io.switchboard.desktop.link.Links;
import io.switchboard.desktop.link.Outlet;
import io.switchboard.desktop.protocol.Frame;
import io.switchboard.desktop.protocol.FrameType;
import io.switchboard.desktop.protocol.Hello;
import io.switchboard.desktop.protocol.Pong;
import io.switchboard.desktop.protocol.ProblemNow;
import io.switchboard.desktop.protocol.Topic;
import io.switchboard.desktop.words.Language;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One socket of the desk. Its handlers run on the server's event loop; {@link #send} comes from the sessions' thread. */
final class EventSocket implements Outlet {
  private static final long HELLO_WITHIN_MS = 5_000;
  private static final long BEAT_MS = 15_000;
  private static final long SILENT_MS = 40_000;
  private static final int BEATS_PER_CHECK = 4;
  /** Handed over and not yet on its way: more and the reader is behind. */
  private static final long FULL_BYTES = 256 * 1024;
  private static final int FRAMES_PER_BEAT = 300;

  private final Vertx vertx;
  private final Context loop;
  private final ServerWebSocket socket;
  private final Events events;
  private final FrameTexts texts;
  private final Tokens tokens;
  private final Clock clock;
  private final AtomicLong pendingBytes = new AtomicLong();
  private @Nullable Hello hello;
  private boolean admitted;
  private long heardMs;
  private int frames;
  private int beats;
  private Future<Void> last = Future.succeededFuture();

  EventSocket(Vertx vertx, ServerWebSocket socket, Events events, FrameTexts texts, Tokens tokens, Clock clock) {
    this.vertx = vertx;
    this.loop = vertx.getOrCreateContext();
    this.socket = socket;
    this.events = events;
    this.texts = texts;
    this.tokens = tokens;
    this.clock = clock;
  }

  /** {@code over} runs when it is. */
  void open(Runnable over) {
    heardMs = clock.nowMs();
    long late = vertx.setTimer(HELLO_WITHIN_MS, due -> {
      if (hello == null) {
        refuse(null, Closing.MALFORMED, Problem.of(Trouble.WRONG_FRAME, "no hello within 5 s"));
      }
    });
    long beat = vertx.setPeriodic(BEAT_MS, due -> beat());
    socket.textMessageHandler(this::heard);
    socket.binaryMessageHandler(binary -> refuse(null, Closing.MALFORMED, Problem.of(Trouble.WRONG_FRAME, "it is binary")));
    socket.pongHandler(pong -> heardMs = clock.nowMs());
    socket.exceptionHandler(broken -> { });
    socket.closeHandler(closed -> {
      vertx.cancelTimer(late);
      vertx.cancelTimer(beat);
      events.lost(this);
      over.run();
    });
  }

  private void heard(String text) {
    heardMs = clock.nowMs();
    if (++frames > FRAMES_PER_BEAT) {
      close(Closing.TOO_MANY);
      return;
    }
    switch (ClientFrames.read(text)) {
      case ClientFrames.Greets greets when hello == null -> admit(greets.hello());
      case ClientFrames.Greets again -> wrong("a second hello");
      case ClientFrames.Pings pings when admitted -> pong(pings.n());
      case ClientFrames.IsPhone phone when admitted -> events.phone(this, phone.here());
      case ClientFrames.Pings early -> wrong("no hello before it");
      case ClientFrames.IsPhone early -> wrong("no hello before it");
      case ClientFrames.Unreadable unreadable -> wrong(unreadable.why());
    }
  }

  private void wrong(String why) {
    refuse(null, Closing.MALFORMED, Problem.of(Trouble.WRONG_FRAME, why));
  }

  private void pong(long n) {
    events.ping(this, seq -> send(new Frame(Frame.VERSION, seq, FrameType.PONG, null, clock.nowMs(), new Pong(n))));
  }

  private void admit(Hello said) {
    hello = said;
    socket.pause();
    check(said).onComplete(checked -> {
      socket.resume();
      if (checked.failed()) {
        refuse(null, Closing.TOO_MANY, Problem.retry(Trouble.UNAVAILABLE, 1000));
      } else if (checked.result() != null && !socket.isClosed()) {
        admitted = true;
        events.hello(this, checked.result(), said);
      }
    });
  }

  /** Who he is, where his token is good and his role opens each topic; else null, and the socket closes. */
  private Future<Visitor.@Nullable User> check(Hello said) {
    return Future.fromCompletionStage(tokens.read(said.token()), loop).map(found -> {
      Visitor.User user = found.orElse(null);
      if (user == null) {
        refuse(null, Closing.TOKEN, Problem.of(Trouble.INVALID_TOKEN));
        return null;
      }
      Optional<Topic> closed = said.topics().stream().filter(topic -> !Links.roles(topic).contains(user.role())).findFirst();
      closed.ifPresent(topic -> refuse(topic, Closing.ROLE, Problem.of(Trouble.WRONG_ROLE, roles(topic))));
      return closed.isPresent() ? null : user;
    });
  }

  private static String roles(Topic topic) {
    return Links.roles(topic).stream().sorted().map(role -> role.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(", "));
  }

  private void refuse(@Nullable Topic topic, Closing closing, Problem problem) {
    send(new Frame(Frame.VERSION, 0, FrameType.PROBLEM, topic, clock.nowMs(), new ProblemNow(
        problem.trouble().code(), problem.detail(Language.ENGLISH), problem.detail(Language.CHINESE))));
    if (admitted) {
      events.revoke(this, closing);
    } else {
      close(closing);
    }
  }

  private void beat() {
    frames = 0;
    if (clock.nowMs() - heardMs > SILENT_MS) {
      socket.close(); // its network is gone, or its machine sleeps
      return;
    }
    socket.writePing(Buffer.buffer("b"));
    Hello said = hello;
    if (admitted && said != null && ++beats % BEATS_PER_CHECK == 0) {
      check(said); // a store that does not answer takes nobody's socket away
    }
  }

  @Override
  public void send(Frame frame) {
    String text = texts.of(frame);
    pendingBytes.addAndGet(text.length());
    loop.runOnContext(here -> {
      last = socket.writeTextMessage(text);
      last.onComplete(written -> written(text.length()));
    });
  }

  @Override
  public void whenSent(Runnable then) {
    loop.runOnContext(here -> last.onComplete(written -> then.run()));
  }

  private void written(int bytes) {
    long left = pendingBytes.addAndGet(-bytes);
    if (left < FULL_BYTES && left + bytes >= FULL_BYTES) {
      events.writable(this);
    }
  }

  @Override
  public boolean full() {
    return pendingBytes.get() >= FULL_BYTES;
  }

  @Override
  public void close(Closing why) {
    loop.runOnContext(here -> {
      if (!socket.isClosed()) {
        socket.close(why.code(), why.name().toLowerCase(Locale.ROOT));
      }
    });
  }
}
