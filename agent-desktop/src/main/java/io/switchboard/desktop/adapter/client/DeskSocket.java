package io.switchboard.desktop.adapter.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A desk without a screen: follows topics over the socket, and holds each view as it is now. Methods that wait block the calling thread.
 * Safe from any thread.
 */
public final class DeskSocket implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder()
      .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();
  private static final long OPEN_WITHIN_S = 10;

  /**
   * A frame of the server.
   *
   * @param body as JSON: maps, lists, texts, numbers
   * @param gotNanos when it was here, of {@link System#nanoTime}
   */
  public record Received(long seq, String type, String topic, long atMs, Map<String, Object> body, long gotNanos) {}

  /** The same on the wire. */
  private record Wire(long seq, String type, @Nullable String topic, long atMs, @Nullable Map<String, Object> body) {}

  /** Where to go on after the socket was lost. */
  public record Resume(String session, long seq) {}

  private final List<Received> frames = new ArrayList<>();
  private final Map<String, Map<String, Object>> views = new HashMap<>();
  private final Consumer<Received> listener;
  private final WebSocket socket;
  private String session = "";
  private long seq;
  private int closed;

  private DeskSocket(HttpClient http, URI base, Consumer<Received> listener) {
    this.listener = listener;
    URI address = URI.create(base.resolve("/api/events").toString().replaceFirst("^http", "ws"));
    try {
      socket = http.newWebSocketBuilder().buildAsync(address, new Hearing()).orTimeout(OPEN_WITHIN_S, TimeUnit.SECONDS).join();
    } catch (CompletionException failed) {
      throw new UncheckedIOException(new IOException(failed.getCause()));
    }
  }

  /** Opens a socket and says nothing yet. */
  public static DeskSocket silent(HttpClient http, URI base) {
    return new DeskSocket(http, base, frame -> { });
  }

  /** Opens a socket and says hello; {@code resume} null: as a new session. {@code listener} gets each frame as it comes, on the socket's thread. */
  public static DeskSocket open(
      HttpClient http, URI base, String token, List<String> topics, @Nullable Resume resume, Consumer<Received> listener) {
    DeskSocket desk = new DeskSocket(http, base, listener);
    Map<String, Object> hello = new HashMap<>(Map.of("v", 1, "type", "hello", "token", token, "topics", topics));
    if (resume != null) {
      hello.put("resume", Map.of("session", resume.session(), "seq", resume.seq()));
    }
    desk.say(hello);
    return desk;
  }

  /** As a new session. */
  public static DeskSocket open(HttpClient http, URI base, String token, String... topics) {
    return open(http, base, token, List.of(topics), null, frame -> { });
  }

  /** Sends a frame of the client. */
  public void say(Map<String, ?> frame) {
    try {
      say(JSON.writeValueAsString(frame));
    } catch (JsonProcessingException bug) {
      throw new UncheckedIOException(bug);
    }
  }

  /** Sends this text as it is. */
  public void say(String text) {
    socket.sendText(text, true).orTimeout(OPEN_WITHIN_S, TimeUnit.SECONDS).join();
  }

  /** Where a new socket would go on. */
  public synchronized Resume resume() {
    return new Resume(session, seq);
  }

  /** The view as it is now; empty before its snapshot. */
  public synchronized Map<String, Object> view(String topic) {
    return Map.copyOf(withoutNulls(views.getOrDefault(topic, Map.of())));
  }

  private static Map<String, Object> withoutNulls(Map<String, Object> map) {
    Map<String, Object> copy = new HashMap<>(map);
    copy.values().removeIf(value -> value == null);
    return copy;
  }

  /** The view once it is so. */
  public synchronized Map<String, Object> await(String topic, Predicate<Map<String, Object>> so, long withinMs) throws InterruptedException {
    return until(() -> views.containsKey(topic) && so.test(view(topic)) ? view(topic) : null, withinMs, "the view " + topic);
  }

  /** The first frame that is so, of those that came so far and are still to come. */
  public synchronized Received awaitFrame(Predicate<Received> so, long withinMs) throws InterruptedException {
    return until(() -> frames.stream().filter(so).findFirst().orElse(null), withinMs, "such a frame");
  }

  /** The code with which the server closed it. */
  public synchronized int awaitClosed(long withinMs) throws InterruptedException {
    return until(() -> closed == 0 ? null : closed, withinMs, "its end");
  }

  private interface Look<T> {
    @Nullable T now();
  }

  private <T> T until(Look<T> look, long withinMs, String what) throws InterruptedException {
    long untilNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(withinMs);
    for (T now = look.now(); ; now = look.now()) {
      if (now != null) {
        return now;
      }
      long leftMs = TimeUnit.NANOSECONDS.toMillis(untilNanos - System.nanoTime());
      if (leftMs <= 0) {
        throw new IllegalStateException("waited " + withinMs + " ms for " + what + "; there were " + frames + ", closed " + closed);
      }
      wait(leftMs);
    }
  }

  /** Everything that came, in order. */
  public synchronized List<Received> frames() {
    return List.copyOf(frames);
  }

  private void got(Received frame) {
    synchronized (this) {
      frames.add(frame);
      switch (frame.type()) {
        case "welcome" -> session = String.valueOf(frame.body().get("session"));
        case "snapshot" -> {
          views.put(frame.topic(), new HashMap<>(frame.body()));
          seq = frame.seq();
        }
        case "change" -> {
          Map<String, Object> view = views.computeIfAbsent(frame.topic(), topic -> new HashMap<>());
          frame.body().forEach((section, value) -> view.put(section, changed(view.get(section), value, frame.topic())));
          seq = frame.seq();
        }
        default -> { }
      }
      notifyAll();
    }
    listener.accept(frame);
  }

  private static @Nullable Object changed(@Nullable Object before, @Nullable Object now, String topic) {
    if (!topic.equals("wall") || !(before instanceof Map<?, ?> rows) || !(now instanceof Map<?, ?> some)) {
      return now;
    }
    Map<Object, Object> all = new HashMap<>(rows);
    some.forEach((row, value) -> {
      if (value == null) {
        all.remove(row);
      } else {
        all.put(row, value);
      }
    });
    return all;
  }

  private final class Hearing implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        heard(text.toString());
        text.setLength(0);
      }
      from.request(1);
      return null;
    }

    private void heard(String frame) {
      long nanos = System.nanoTime();
      try {
        Wire wire = JSON.readValue(frame, Wire.class);
        got(new Received(
            wire.seq(), wire.type(), String.valueOf(wire.topic()), wire.atMs(), wire.body() == null ? Map.of() : wire.body(), nanos));
      } catch (JsonProcessingException other) {
        throw new UncheckedIOException(other);
      }
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
      over(code);
      return null;
    }

    @Override
    public void onError(WebSocket from, Throwable broken) {
      over(1006);
    }

    private void over(int code) {
      synchronized (DeskSocket.this) {
        closed = code;
        DeskSocket.this.notifyAll();
      }
    }
  }

  /** As when the network goes: without a word. */
  public void abort() {
    socket.abort();
  }

  @Override
  public void close() {
    socket.abort();
  }
}
