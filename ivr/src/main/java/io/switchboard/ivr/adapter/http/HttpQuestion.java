package io.switchboard.ivr.adapter.http;

import io.switchboard.ivr.lookup.Deadline;
import io.switchboard.ivr.lookup.Found;
import io.switchboard.ivr.lookup.Given.Unfit;
import io.switchboard.ivr.lookup.Lookup;
import io.switchboard.ivr.lookup.Lookups.Asked;
import io.switchboard.ivr.lookup.Proof;
import io.switchboard.ivr.lookup.Source.Answer;
import io.switchboard.ivr.lookup.Source.Question;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

/** One request. 2xx is an answer, 404 is nothing, all else a failure. */
final class HttpQuestion implements Question {
  static final int MOST_BYTES = 64 * 1024;
  private static final int NOT_FOUND = 404;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int REQUEST_TIMEOUT = 408;
  private static final int FIRST_SERVER_ERROR = 500;
  private static final Pattern JSON = Pattern.compile("application/(json|[a-z0-9.+-]+\\+json)(\\s*;.*)?", Pattern.CASE_INSENSITIVE);
  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");

  private final HttpSource source;
  private final HttpLookup lookup;

  HttpQuestion(HttpSource source, HttpLookup lookup) {
    this.source = source;
    this.lookup = lookup;
  }

  @Override
  public Lookup lookup() {
    return lookup.lookup();
  }

  @Override
  public String source() {
    return source.name();
  }

  @Override
  public Answer ask(Asked asked, Deadline deadline) {
    try {
      return sent(request(asked, deadline), deadline, this::answer);
    } catch (Unfit e) {
      return Answer.refused(lookup().name() + ": " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Answer.down(source.name() + " is closing");
    }
  }

  private HttpRequest request(Asked asked, Deadline deadline) throws Unfit {
    Map<String, String> texts = new HashMap<>();
    texts.put(HttpLookup.REQUEST, asked.request());
    asked.values().forEach((name, value) -> texts.put(name, value.text()));
    asked.secrets().forEach((name, secret) -> texts.put(name, secret.reveal()));
    HttpRequest.Builder request = HttpRequest.newBuilder(lookup.address().fill(source.settings().url(), texts))
        .timeout(Duration.ofMillis(Math.max(1, deadline.leftMs())))
        .header("Accept", "application/json");
    source.settings().headers().forEach(request::setHeader);
    if (lookup.body().isEmpty()) {
      return request.GET().build();
    }
    if (KEY.matcher(asked.request()).matches()) {
      request.setHeader("Idempotency-Key", asked.request());
    }
    return request.setHeader("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(lookup.body().get().fill(asked.values(), texts))).build();
  }

  /** What a response says. */
  private interface Reading {
    Answer read(HttpResponse<byte[]> response) throws Unfit;
  }

  /** The client's own time-out ends with the headers; the body's is ours. */
  private Answer sent(HttpRequest request, Deadline deadline, Reading reading) throws InterruptedException, Unfit {
    BoundedBody body = new BoundedBody(MOST_BYTES);
    HttpClient client = source.client();
    CompletableFuture<HttpResponse<byte[]>> sending = client.sendAsync(request, body.handler());
    try {
      return reading.read(sending.get(deadline.leftMs(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      return late();
    } catch (ExecutionException e) {
      return failure(e.getCause() == null ? e : e.getCause(), client);
    } finally {
      if (!sending.isDone()) {
        body.breakOff();
        sending.cancel(true);
      }
    }
  }

  private Answer late() {
    return Answer.down(source.name() + " did not answer within " + lookup().limitMs() + " ms");
  }

  private Answer failure(Throwable why, HttpClient client) {
    return switch (why) {
      case BoundedBody.TooLarge large -> Answer.refused(source.name() + ": the answer is larger than " + MOST_BYTES / 1024 + " KiB");
      case HttpConnectTimeoutException unreachable -> Answer.down(source.name() + ": no connection");
      case HttpTimeoutException late -> late();
      case SSLException insecure -> Answer.down(source.name() + ": no TLS connection, see its certificate");
      case ConnectException refused -> Answer.down(source.name() + ": no connection");
      case IOException broken -> {
        source.giveUp(client);
        yield Answer.down(source.name() + ": the connection broke off, or what came is no HTTP");
      }
      default -> Answer.down(source.name() + ": the request failed (" + why.getClass().getSimpleName() + ")");
    };
  }

  private Answer answer(HttpResponse<byte[]> response) throws Unfit {
    int status = response.statusCode();
    if (status == NOT_FOUND) {
      return Answer.of(new Found.Nothing());
    }
    if (status / 100 != 2) {
      String why = source.name() + " answered " + status + (status / 100 == 3 ? ", and redirects are not followed" : "");
      boolean down = status >= FIRST_SERVER_ERROR || status == TOO_MANY_REQUESTS || status == REQUEST_TIMEOUT;
      return down ? Answer.down(why) : Answer.refused(why);
    }
    if (lookup().gives().isEmpty()) {
      return Answer.of(new Found.Row(Map.of()));
    }
    String type = response.headers().firstValue("Content-Type").orElse("nothing");
    if (!JSON.matcher(type).matches()) {
      throw new Unfit("the answer", "is not application/json");
    }
    return Answer.of(new Found.Row(JsonAnswer.read(response.body()).values(lookup().gives(), lookup.places())));
  }

  /** Whether anything answers there, whatever it answers to a HEAD, which changes nothing. */
  @Override
  public Proof prove(Deadline deadline) {
    HttpRequest.Builder head = HttpRequest.newBuilder(URI.create(source.settings().url()))
        .timeout(Duration.ofMillis(Math.max(1, deadline.leftMs()))).method("HEAD", BodyPublishers.noBody());
    source.settings().headers().forEach(head::setHeader);
    try {
      Answer answer = sent(head.build(), deadline, HttpQuestion::reached);
      return answer.found() instanceof Found.Failed failed ? new Proof.Unreachable(failed.why()) : new Proof.Told(List.of());
    } catch (Unfit impossible) {
      return new Proof.Told(List.of());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Proof.Unreachable(source.name() + " is closing");
    }
  }

  private static Answer reached(HttpResponse<byte[]> any) {
    return Answer.of(new Found.Nothing());
  }
}
