package io.switchboard.app;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** A data source on this machine that answers when the test lets it. */
final class SlowServer implements AutoCloseable {
  private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final CountDownLatch answers = new CountDownLatch(1);

  SlowServer() throws IOException {
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::serve);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** The path of every question. */
  List<String> asked() {
    return List.copyOf(asked);
  }

  /** From now on, whoever waits included. */
  void answers() {
    answers.countDown();
  }

  private void serve(HttpExchange exchange) throws IOException {
    asked.add(exchange.getRequestURI().getPath());
    try (exchange) {
      answers.await();
      byte[] body = "{\"state\": \"sent\"}".getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    } catch (InterruptedException ends) {
      Thread.currentThread().interrupt();
    } catch (IOException gone) {
      exchange.close(); // who asked was killed
    }
  }

  @Override
  public void close() {
    answers();
    server.stop(0);
  }
}
