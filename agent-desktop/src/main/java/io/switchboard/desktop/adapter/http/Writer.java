package io.switchboard.desktop.adapter.http;

import io.switchboard.desktop.api.Answer;
import io.switchboard.desktop.api.Problem;
import io.switchboard.desktop.api.Trouble;
import io.switchboard.desktop.words.Language;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes answers; problems as RFC 9457 problem details in the reader's language. */
final class Writer {
  private static final Logger LOG = LoggerFactory.getLogger(Writer.class);

  private Writer() {}

  /** RFC 9457 with our extensions {@code code}, {@code fields} and {@code settings}. */
  private record Details(String type, String title, int status, String detail, String code, @Nullable List<FieldDetail> fields,
      @Nullable List<String> settings) {}

  private record FieldDetail(String field, String code, String message) {}

  /** Nothing of the API may be framed, sniffed, cached or told on. */
  static void headers(RoutingContext context) {
    context.response()
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("X-Frame-Options", "DENY")
        .putHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
        .putHeader("Referrer-Policy", "no-referrer")
        .putHeader("Cross-Origin-Resource-Policy", "same-origin")
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    context.next();
  }

  static void write(RoutingContext context, Answer answer) {
    if (context.response().ended() || context.response().closed()) {
      return;
    }
    switch (answer) {
      case Answer.Body body -> end(context, 200, "application/json; charset=utf-8", Buffer.buffer(Json.bytes(body.content())));
      case Answer.Text text -> end(context, 200, text.contentType(), Buffer.buffer(text.content()));
      case Answer.Versioned versioned -> {
        context.response().putHeader(HttpHeaders.ETAG, "\"" + versioned.version() + "\"");
        write(context, versioned.answer());
      }
      case Answer.Stored stored -> context.response().putHeader(HttpHeaders.CONTENT_TYPE, stored.contentType())
          .sendFile(stored.file().toString())
          .onFailure(why -> notSent(context, stored.file(), why));
      case Answer.Once once -> context.response().putHeader(HttpHeaders.CONTENT_TYPE, once.contentType())
          .putHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + once.name() + "\"")
          .sendFile(once.file().toString())
          .onFailure(why -> notSent(context, once.file(), why))
          .onComplete(sent -> context.vertx().fileSystem().delete(once.file().toString()));
      case Problem problem -> problem(context, problem);
    }
  }

  /** It cannot be opened, or its reader has gone. */
  private static void notSent(RoutingContext context, Path file, Throwable why) {
    HttpServerResponse response = context.response();
    if (response.closed()) {
      return;
    }
    LOG.warn("{} was not sent: {}", file, why.toString());
    if (response.headWritten()) {
      response.reset();
    } else {
      response.headers().remove(HttpHeaders.CONTENT_LENGTH);
      problem(context, Problem.of(Trouble.UNAVAILABLE));
    }
  }

  private static void problem(RoutingContext context, Problem problem) {
    Language language = language(context);
    Trouble trouble = problem.trouble();
    HttpServerResponse response = context.response().putHeader(HttpHeaders.CONTENT_LANGUAGE, language.tag());
    if (problem.retryMs() > 0) {
      response.putHeader(HttpHeaders.RETRY_AFTER, Long.toString(problem.retrySeconds()));
    }
    if (trouble == Trouble.NO_TOKEN || trouble == Trouble.INVALID_TOKEN) {
      response.putHeader("WWW-Authenticate", "Bearer realm=\"switchboard\"");
    }
    List<FieldDetail> fields = problem.fields().stream()
        .map(wrong -> new FieldDetail(wrong.field(), wrong.fault().name().toLowerCase(Locale.ROOT), wrong.message(language)))
        .toList();
    Details details = new Details(
        "urn:switchboard:problem:" + trouble.code(), trouble.title(language), trouble.status(), problem.detail(language), trouble.code(),
        fields.isEmpty() ? null : fields, problem.settings().isEmpty() ? null : problem.settings());
    end(context, trouble.status(), "application/problem+json; charset=utf-8", Buffer.buffer(Json.bytes(details)));
  }

  private static void end(RoutingContext context, int status, String type, Buffer body) {
    context.response().setStatusCode(status).putHeader(HttpHeaders.CONTENT_TYPE, type).end(body);
  }

  /** In which the visitor wants to be spoken to. */
  static Language language(RoutingContext context) {
    return Language.preferred(context.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
  }
}
