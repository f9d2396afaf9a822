package io.switchboard.desktop.adapter.http;

import io.switchboard.core.id.AgentId;
import io.switchboard.desktop.access.Tokens;
import io.switchboard.desktop.access.Visitor;
import io.switchboard.desktop.api.Answer;
import io.switchboard.desktop.api.Problem;
import io.switchboard.desktop.api.Trouble;
import io.switchboard.desktop.phone.PhoneLink;
import io.switchboard.desktop.phone.PhoneSessions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Opens the sockets of {@code GET /api/phone}, a bounded number of them. Browsers let a page send no header with a WebSocket but its
 * subprotocols, so the token and the session come as such beside {@code sip}: {@code bearer.TOKEN} and {@code session.ID}.
 */
final class PhoneSockets {
  static final String SIP = "sip";
  private static final String BEARER = "bearer.";
  private static final String SESSION = "session.";
  private static final int MOST = 5_000;
  private static final int MOST_MESSAGE_BYTES = 64 * 1024;
  private static final int CONNECT_WITHIN_MS = 2_000;
  private static final long SECOND_MS = 1000;
  private static final long SWEEP_MS = 30_000;

  private final PhoneSessions sessions;
  private final Tokens tokens;
  private final PhoneWay way;
  private @Nullable WebSocketClient client;
  private int open;

  PhoneSockets(PhoneSessions sessions, Tokens tokens, PhoneWay way) {
    this.sessions = sessions;
    this.tokens = tokens;
    this.way = way;
  }

  void start(Vertx vertx) {
    client = vertx.createWebSocketClient(new WebSocketClientOptions()
        .setConnectTimeout(CONNECT_WITHIN_MS).setMaxFrameSize(MOST_MESSAGE_BYTES).setMaxMessageSize(MOST_MESSAGE_BYTES));
    vertx.setPeriodic(SWEEP_MS, due -> sessions.sweep());
  }

  /** The token that stands among the subprotocols. */
  static Optional<String> token(HttpServerRequest request) {
    return offered(request, BEARER);
  }

  private static Optional<String> offered(HttpServerRequest request, String prefix) {
    String offered = request.getHeader("Sec-WebSocket-Protocol");
    return offered == null ? Optional.empty()
        : Arrays.stream(offered.split(",", -1)).map(String::strip).filter(each -> each.startsWith(prefix))
            .map(each -> each.substring(prefix.length())).findFirst();
  }

  /** The visitor's right has been checked. */
  void open(RoutingContext context, Visitor.User user) {
    HttpServerRequest request = context.request();
    if (!"websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE))) {
      context.response().putHeader(HttpHeaders.UPGRADE, "websocket");
      Writer.write(context, Problem.of(Trouble.NO_SOCKET));
    } else if (!sessions.has(user.agent())) {
      Writer.write(context, Problem.of(Trouble.NO_BROWSER_PHONE));
    } else if (open >= MOST) {
      Writer.write(context, Problem.retry(Trouble.OVERLOADED, SECOND_MS));
    } else {
      open++;
      request.pause();
      asterisk().onSuccess(asterisk -> join(context, user, asterisk)).onFailure(away -> {
        open--;
        request.resume();
        Writer.write(context, refusal());
      });
    }
  }

  private static Answer refusal() {
    return Problem.retry(Trouble.UNAVAILABLE, SECOND_MS);
  }

  private Future<WebSocket> asterisk() {
    Future<WebSocket> connected = Objects.requireNonNull(client, "started").connect(new WebSocketConnectOptions().setHost(way.host()).setPort(way.port()).setURI("/ws")
        .setSubProtocols(List.of(SIP)).setTimeout(CONNECT_WITHIN_MS));
    return connected.onSuccess(WebSocket::pause);
  }

  private void join(RoutingContext context, Visitor.User user, WebSocket asterisk) {
    AgentId agent = user.agent();
    String session = offered(context.request(), SESSION).orElse("");
    String token = token(context.request()).orElse("");
    context.request().toWebSocket().onSuccess(page -> {
      page.pause();
      PhoneSocket socket = new PhoneSocket(context.vertx(), agent, page, asterisk, sessions, () -> stillGood(context.vertx(), token));
      socket.open(() -> open--);
      if (!sessions.connected(agent, session, socket)) {
        socket.close(PhoneLink.Closing.OVER);
      }
    }).onFailure(refused -> {
      open--;
      asterisk.close();
    });
  }

  private Future<Boolean> stillGood(Vertx vertx, String token) {
    return Future.fromCompletionStage(tokens.read(token), vertx.getOrCreateContext()).map(Optional::isPresent);
  }
}
