package io.switchboard.servers.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A web server on this machine that does everything wrong, each under its own path; and a few things right. */
public final class HostileServer implements AutoCloseable {
  private static final int LARGE_BYTES = 10 * 1024 * 1024;
  private static final int DRIP_MS = 20;
  private static final int SLOW_DRIP_MS = 1_000;

  private final HttpServer server;
  private final ServerSocket raw;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Map<String, List<String>> heard = new ConcurrentHashMap<>();
  private volatile String heardBody = "";
  private volatile String heardPath = "";

  /** Listens on two ports that are free. */
  public HostileServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::serve);
    server.start();
    raw = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    threads.execute(this::acceptRaw);
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Speaks no HTTP: what it says instead is the path. */
  public String rawUrl() {
    return "http://127.0.0.1:" + raw.getLocalPort();
  }

  public String heardBody() {
    return heardBody;
  }

  public String heardPath() {
    return heardPath;
  }

  public String heard(String header) {
    return heard.getOrDefault(header, List.of("")).getFirst();
  }

  private void serve(HttpExchange exchange) throws IOException {
    heard.clear();
    heard.putAll(exchange.getRequestHeaders());
    heardBody = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    heardPath = exchange.getRequestURI().toString();
    try (exchange) {
      switch (exchange.getRequestURI().getPath()) {
        case "/right" -> send(exchange, 200, "application/json; charset=utf-8", "{\"status\": \"sent\", \"delivery\": {\"day\": null}}");
        case "/empty" -> exchange.sendResponseHeaders(204, -1);
        case "/missing" -> send(exchange, 404, "text/plain", "no");
        case "/hangs" -> hang();
        case "/hangs-in-body" -> {
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, 100);
          exchange.getResponseBody().write('{');
          exchange.getResponseBody().flush();
          hang();
        }
        case "/broken" -> send(exchange, 500, "application/json", "{\"status\": \"sent\"}");
        case "/busy" -> send(exchange, 429, "text/plain", "");
        case "/forbidden" -> send(exchange, 403, "text/plain", "");
        case "/large" -> large(exchange, LARGE_BYTES);
        case "/large-chunked" -> large(exchange, 0);
        case "/nonsense" -> send(exchange, 200, "application/json", "\u0000\u0001<html>");
        case "/html" -> send(exchange, 200, "text/html", "{\"status\": \"sent\"}");
        case "/wrong-types" -> send(exchange, 200, "application/json", "{\"status\": {\"is\": 1}}");
        case "/deep" -> send(exchange, 200, "application/json", "[".repeat(60_000));
        case "/redirects" -> {
          exchange.getResponseHeaders().set("Location", "/redirects");
          exchange.sendResponseHeaders(302, -1);
        }
        case "/drips" -> drip(exchange, DRIP_MS);
        case "/drips-slowly" -> drip(exchange, SLOW_DRIP_MS);
        default -> send(exchange, 400, "text/plain", "");
      }
    } catch (IOException gone) {
      exchange.close(); // whoever asked has hung up, as he should
    }
  }

  private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private static void large(HttpExchange exchange, int length) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, length);
    OutputStream out = exchange.getResponseBody();
    byte[] part = " ".repeat(8_192).getBytes(StandardCharsets.UTF_8);
    for (int sent = 0; sent < LARGE_BYTES; sent += part.length) {
      out.write(part);
    }
  }

  private void drip(HttpExchange exchange, int everyMs) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, 0);
    while (!ends(everyMs)) {
      exchange.getResponseBody().write(' ');
      exchange.getResponseBody().flush();
    }
  }

  private void hang() {
    ends(60_000);
  }

  private boolean ends(long withinMs) {
    try {
      return closing.await(withinMs, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      return true;
    }
  }

  private void acceptRaw() {
    try {
      while (true) {
        Socket socket = raw.accept();
        threads.execute(() -> speakRaw(socket));
      }
    } catch (IOException closed) {
      closing.countDown();
    }
  }

  private void speakRaw(Socket socket) {
    try (socket) {
      byte[] buffer = new byte[4_096];
      String request = new String(buffer, 0, Math.max(0, socket.getInputStream().read(buffer)), StandardCharsets.ISO_8859_1);
      OutputStream out = socket.getOutputStream();
      switch (request.replaceFirst("(?s)GET /([a-z-]*) .*", "$1")) {
        case "garbage" -> out.write("SSH-2.0-OpenSSH_9.2\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        case "hangs-up" -> out.flush();
        case "half-a-header" -> {
          out.write("HTTP/1.1 200 OK\r\nContent-Ty".getBytes(StandardCharsets.US_ASCII));
          hang();
        }
        case "endless-header" -> {
          out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII));
          for (int i = 0; !ends(0); i++) {
            out.write(("X-" + i + ": " + "x".repeat(1_000) + "\r\n").getBytes(StandardCharsets.US_ASCII));
          }
        }
        case "wrong-length" -> out.write(
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: -7\r\n\r\n{}".getBytes(StandardCharsets.US_ASCII));
        default -> hang();
      }
    } catch (IOException gone) {
      closing.getCount(); // whoever asked has hung up, as he should
    }
  }

  /** Connections to a server on this machine that are not closed on the side of who asked. */
  public static long connectionsTo(String url) {
    String port = String.format(":%04X", Integer.parseInt(url.replaceAll(".*:", "")));
    return Stream.of("/proc/net/tcp", "/proc/net/tcp6").map(Path::of).filter(Files::exists).flatMap(HostileServer::lines)
        .map(line -> line.strip().split(" +")).filter(columns -> columns[2].endsWith(port) && List.of("01", "08").contains(columns[3])).count();
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    closing.countDown();
    raw.close();
    server.stop(0);
    threads.shutdownNow();
  }
}
