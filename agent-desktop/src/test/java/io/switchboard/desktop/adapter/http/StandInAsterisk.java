package io.switchboard.desktop.adapter.http;

import io.switchboard.core.line.PhoneSecrets;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.ServerWebSocket;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/** Where browser phones come in: keeps their secrets and answers every message with the same, doubled. */
final class StandInAsterisk implements PhoneSecrets {
  final Map<String, String> secrets = new ConcurrentHashMap<>();
  final Queue<ServerWebSocket> pages = new ConcurrentLinkedQueue<>();
  private final HttpServer server;

  StandInAsterisk(Vertx vertx) {
    server = vertx.createHttpServer(new HttpServerOptions().setWebSocketSubProtocols(List.of("sip"))).webSocketHandler(page -> {
      pages.add(page);
      page.textMessageHandler(text -> page.writeTextMessage(text + text));
    });
    server.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
  }

  PhoneWay way() {
    return new PhoneWay("127.0.0.1", server.actualPort());
  }

  @Override
  public void give(String endpoint, String secret) {
    secrets.put(endpoint, secret);
  }

  @Override
  public void take(String endpoint) {
    secrets.remove(endpoint);
  }
}
