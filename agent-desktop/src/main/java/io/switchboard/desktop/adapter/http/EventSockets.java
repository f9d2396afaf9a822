package io.switchboard.desktop.adapter.http;

import io.switchboard.core.time.Clock;
import io.switchboard.desktop.access.Tokens;
import io.switchboard.desktop.api.Problem;
import io.switchboard.desktop.api.Trouble;
import io.switchboard.desktop.link.Events;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;

/** Opens the sockets of {@code GET /api/events}, a bounded number of them. */
final class EventSockets {
  private static final int MOST = 6_000;
  private static final long SECOND_MS = 1000;

  private final Events events;
  private final FrameTexts texts = new FrameTexts();
  private final Tokens tokens;
  private final Clock clock;
  private int open;

  EventSockets(Events events, Tokens tokens, Clock clock) {
    this.events = events;
    this.tokens = tokens;
    this.clock = clock;
  }

  void open(RoutingContext context) {
    String upgrade = context.request().getHeader(HttpHeaders.UPGRADE);
    if (upgrade == null || !upgrade.toLowerCase(Locale.ROOT).equals("websocket")) {
      context.response().putHeader(HttpHeaders.UPGRADE, "websocket");
      Writer.write(context, Problem.of(Trouble.NO_SOCKET));
    } else if (open >= MOST) {
      Writer.write(context, Problem.retry(Trouble.OVERLOADED, SECOND_MS));
    } else {
      open++;
      context.request().toWebSocket()
          .onSuccess(socket -> new EventSocket(context.vertx(), socket, events, texts, tokens, clock).open(() -> open--))
          .onFailure(refused -> open--);
    }
  }
}
