package io.switchboard.desktop.adapter.http;

import io.switchboard.core.time.Clock;
import io.switchboard.desktop.access.Tokens;
import io.switchboard.desktop.access.Visitor;
import io.switchboard.desktop.api.Answer;
import io.switchboard.desktop.api.Api;
import io.switchboard.desktop.api.Endpoint;
import io.switchboard.desktop.api.Fields;
import io.switchboard.desktop.api.Problem;
import io.switchboard.desktop.api.Question;
import io.switchboard.desktop.api.Trouble;
import io.switchboard.desktop.link.Events;
import io.switchboard.desktop.phone.PhoneSessions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP server of the API and of the agents' page. Deploy one. */
public final class ApiVerticle extends VerticleBase {
  private static final Logger LOG = LoggerFactory.getLogger(ApiVerticle.class);
  private static final int MOST_BODY_BYTES = 64 * 1024;
  private static final int MOST_FILE_BYTES = 2 * 1024 * 1024;
  /** Five minutes of 16 kHz, 16 bit, stereo; some 200,000 customers. */
  private static final int MOST_LARGEST_BYTES = 20 * 1024 * 1024;

  private static final Pattern VARIES = Pattern.compile("\\{([a-z]+)}");
  private static final byte[] NO_SOUND = {};
  private static final int MOST_LINE_BYTES = 16 * 1024;
  private static final int IDLE_S = 60;
  private static final int ANSWER_WITHIN_S = 15;
  private static final long SECOND_MS = 1000;

  private final ApiSettings settings;
  private final Api api;
  private final PhoneSockets phones;
  private final Gate gate;
  private final EventSockets sockets;
  private final Page page = Page.onClassPath("web");
  private @Nullable HttpServer server;

  /**
   * @param events what the desks' sockets follow
   * @param phones the sessions of phones in pages, and {@code way} where Asterisk lets them in
   */
  public ApiVerticle(ApiSettings settings, Api api, Events events, PhoneSessions phones, PhoneWay way, Tokens tokens, Clock clock) {
    this.phones = new PhoneSockets(phones, tokens, way);
    this.settings = settings;
    this.api = api;
    this.gate = new Gate(settings, tokens, clock);
    this.sockets = new EventSockets(events, tokens, clock);
  }

  /** Where it listens, once it does. */
  public int port() {
    return deployed().actualPort();
  }

  private HttpServer deployed() {
    if (server == null) {
      throw new IllegalStateException("not deployed yet");
    }
    return server;
  }

  @Override
  public Future<?> start() {
    server = vertx.createHttpServer(new HttpServerOptions()
        .setHost(settings.host())
        .setPort(settings.port())
        .setIdleTimeout(IDLE_S)
        .setHttp2ClearTextEnabled(false)
        .setMaxInitialLineLength(MOST_LINE_BYTES)
        .setMaxWebSocketFrameSize(MOST_BODY_BYTES)
        .setMaxWebSocketMessageSize(MOST_BODY_BYTES)
        .setPerMessageWebSocketCompressionSupported(false)
        .setPerFrameWebSocketCompressionSupported(false)
        .setWebSocketSubProtocols(List.of(PhoneSockets.SIP)))
        .requestHandler(router());
    phones.start(vertx);
    return Future.succeededFuture();
  }

  /** Takes requests from now on, once it is deployed; from any thread. */
  public Future<?> listen() {
    Promise<HttpServer> listening = Promise.promise();
    context.runOnContext(here -> deployed().listen().onComplete(listening));
    return listening.future();
  }

  private Router router() {
    Router router = Router.router(vertx);
    router.route().handler(Writer::headers);
    BodyHandler fields = BodyHandler.create(false).setBodyLimit(MOST_BODY_BYTES);
    BodyHandler file = BodyHandler.create(false).setBodyLimit(MOST_FILE_BYTES);
    BodyHandler largest = BodyHandler.create(false).setBodyLimit(MOST_LARGEST_BYTES);
    router.get(Endpoint.EVENTS.path()).handler(sockets::open).failureHandler(ApiVerticle::failed);
    for (Endpoint endpoint : Endpoint.values()) {
      HttpMethod method = HttpMethod.valueOf(endpoint.method());
      String path = endpoint.path().replace("{", ":").replace("}", "");
      String most = endpoint.largest() ? "20 MB" : endpoint.large() ? "2 MB" : "64 KB";
      router.route(method, path).handler(context -> admit(endpoint, context)).failureHandler(context -> failed(context, most));
      router.route(method, path).handler(endpoint.largest() ? largest : endpoint.large() ? file : fields)
          .handler(context -> answer(endpoint, context))
          .failureHandler(context -> failed(context, most));
    }
    router.get().handler(page::send);
    router.head().handler(page::send);
    router.route().handler(ApiVerticle::nowhere).failureHandler(ApiVerticle::failed);
    router.errorHandler(400, ApiVerticle::failed);
    router.errorHandler(500, ApiVerticle::failed);
    return router;
  }

  private void admit(Endpoint endpoint, RoutingContext context) {
    context.request().pause();
    gate.admit(endpoint, context).onComplete(admitted -> {
      context.request().resume();
      if (admitted.failed()) {
        context.fail(admitted.cause());
        return;
      }
      switch (admitted.result()) {
        case Gate.Admission.In in -> {
          if (endpoint == Endpoint.PHONE_SOCKET && in.visitor() instanceof Visitor.User user) {
            phones.open(context, user);
          } else {
            context.put("visitor", in.visitor());
            context.next();
          }
        }
        case Gate.Admission.Out out -> Writer.write(context, out.problem());
      }
    });
  }

  private void answer(Endpoint endpoint, RoutingContext context) {
    try {
      Visitor visitor = context.get("visitor");
      String name = VARIES.matcher(endpoint.path()).results().map(part -> context.pathParam(part.group(1))).collect(Collectors.joining("/"));
      Question question = new Question(
          endpoint, visitor, name, new Fields(Reader.fields(context, endpoint)), endpoint.takesFile() ? Reader.file(context) : "",
          endpoint.takesSound() ? Reader.sound(context) : NO_SOUND, condition(context),
          Writer.language(context), gate.address(context));
      Future.fromCompletionStage(api.answer(question), vertx.getOrCreateContext())
          .timeout(ANSWER_WITHIN_S, TimeUnit.SECONDS)
          .onSuccess(answer -> Writer.write(context, answer))
          .onFailure(why -> Writer.write(context, problem(endpoint.name(), why)));
    } catch (Reader.Unreadable unreadable) {
      Writer.write(context, unreadable.problem());
    }
  }

  private static Question.Condition condition(RoutingContext context) {
    return new Question.Condition(
        Objects.requireNonNullElse(context.request().getHeader(HttpHeaders.IF_MATCH), ""),
        Objects.requireNonNullElse(context.request().getHeader(HttpHeaders.IF_NONE_MATCH), ""));
  }

  private static void failed(RoutingContext context) {
    failed(context, "64 KB");
  }

  private static void failed(RoutingContext context, String mostBytes) {
    Answer answer = switch (context.statusCode()) {
      case 400 -> Problem.of(Trouble.MALFORMED, "the address or a header");
      case 413 -> Problem.of(Trouble.TOO_LARGE, mostBytes);
      default -> problem(context.normalizedPath(), context.failure());
    };
    Writer.write(context, answer);
  }

  private static Problem problem(String where, @Nullable Throwable why) {
    Throwable cause = why instanceof CompletionException && why.getCause() != null ? why.getCause() : why;
    return switch (cause) {
      case RejectedExecutionException full -> Problem.retry(Trouble.OVERLOADED, SECOND_MS);
      case TimeoutException silent -> Problem.retry(Trouble.UNAVAILABLE, SECOND_MS);
      case UncheckedIOException away -> Problem.retry(Trouble.UNAVAILABLE, SECOND_MS);
      case null, default -> {
        String reference = UUID.randomUUID().toString();
        LOG.error("{}: {} failed", reference, where, cause);
        yield Problem.of(Trouble.FAILED, reference);
      }
    };
  }

  /** No endpoint of this address, or none of this method. */
  private static void nowhere(RoutingContext context) {
    List<String> methods = Arrays.stream(Endpoint.values()).filter(endpoint -> at(endpoint, context.normalizedPath()))
        .map(Endpoint::method).distinct().sorted().toList();
    if (methods.isEmpty()) {
      Writer.write(context, Problem.of(Trouble.UNKNOWN_PATH));
    } else {
      context.response().putHeader(HttpHeaders.ALLOW, String.join(", ", methods));
      Writer.write(context, Problem.of(Trouble.WRONG_METHOD, String.join(", ", methods)));
    }
  }

  private static boolean at(Endpoint endpoint, String path) {
    return path.matches(endpoint.path().replace(".", "\\.").replaceAll("\\{[a-z]+}", "[^/]+"));
  }
}
