package io.switchboard.desktop.adapter.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * One user of the API: logs in when a token is needed, logs in anew when it expired, and comes back when it is told to wait. Blocks the
 * calling thread. Not for several threads at once.
 */
public final class ApiClient {
  private static final JsonMapper JSON = new JsonMapper();
  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);
  private static final int TRIES = 30;
  private static final int UNAUTHORIZED = 401;

  private final HttpClient http;
  private final URI base;
  private final Map<String, Object> credentials;
  private String token = "";

  /**
   * @param http may be shared by many
   * @param base e.g. {@code http://127.0.0.1:8080}
   */
  public ApiClient(HttpClient http, URI base, String tenant, String user, String password) {
    this.http = http;
    this.base = base;
    this.credentials = Map.of("tenant", tenant, "user", user, "password", password);
  }

  /** Fetches a new token. */
  public void logIn() throws IOException, InterruptedException, ApiRefusal {
    HttpResponse<String> response = patiently("POST", "/api/login", credentials);
    token = String.valueOf(object(accepted(response)).get("token"));
  }

  /** A socket that follows these topics, as a new session. */
  public DeskSocket socket(String... topics) throws IOException, InterruptedException, ApiRefusal {
    if (token.isEmpty()) {
      logIn();
    }
    return DeskSocket.open(http, base, token, topics);
  }

  /** A socket that follows one topic, as a new session; {@code listener} gets each frame as it comes. */
  public DeskSocket socket(String topic, Consumer<DeskSocket.Received> listener) throws IOException, InterruptedException, ApiRefusal {
    if (token.isEmpty()) {
      logIn();
    }
    return DeskSocket.open(http, base, token, List.of(topic), null, listener);
  }

  /** The same session on another socket. */
  public DeskSocket socket(DeskSocket.Resume resume, String... topics) throws IOException, InterruptedException, ApiRefusal {
    if (token.isEmpty()) {
      logIn();
    }
    return DeskSocket.open(http, base, token, List.of(topics), resume, frame -> { });
  }

  public Map<String, Object> get(String path) throws IOException, InterruptedException, ApiRefusal {
    return object(accepted(authorised("GET", path, Map.of())));
  }

  /** What is no JSON, e.g. {@code /metrics}. */
  public String text(String path) throws IOException, InterruptedException, ApiRefusal {
    return accepted(authorised("GET", path, Map.of())).body();
  }

  public Map<String, Object> post(String path, Map<String, ?> fields) throws IOException, InterruptedException, ApiRefusal {
    return object(accepted(authorised("POST", path, fields)));
  }

  public Map<String, Object> delete(String path) throws IOException, InterruptedException, ApiRefusal {
    return object(accepted(authorised("DELETE", path, Map.of())));
  }

  private HttpResponse<String> authorised(String method, String path, Map<String, ?> fields)
      throws IOException, InterruptedException, ApiRefusal {
    if (!token.isEmpty()) {
      HttpResponse<String> response = patiently(method, path, fields);
      if (response.statusCode() != UNAUTHORIZED) {
        return response;
      }
    }
    logIn();
    return patiently(method, path, fields);
  }

  private HttpResponse<String> patiently(String method, String path, Map<String, ?> fields) throws IOException, InterruptedException {
    HttpResponse<String> response = once(method, path, fields);
    for (int i = 1; i < TRIES && response.headers().firstValue("Retry-After").isPresent(); i++) {
      Thread.sleep(Duration.ofSeconds(response.headers().firstValueAsLong("Retry-After").orElse(1)));
      response = once(method, path, fields);
    }
    return response;
  }

  private HttpResponse<String> once(String method, String path, Map<String, ?> fields) throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(ANSWER_WITHIN);
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    if (method.equals("POST")) {
      request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(json(fields)));
    } else {
      request.method(method, BodyPublishers.noBody());
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private static HttpResponse<String> accepted(HttpResponse<String> response) throws ApiRefusal {
    if (response.statusCode() == 200) {
      return response;
    }
    Map<String, Object> problem = object(response);
    List<String> settings = problem.get("settings") instanceof List<?> lines ? lines.stream().map(String::valueOf).toList() : List.of();
    throw new ApiRefusal(response.statusCode(), String.valueOf(problem.get("code")), String.valueOf(problem.get("detail")), settings);
  }

  private static Map<String, Object> object(HttpResponse<String> response) throws ApiRefusal {
    try {
      return JSON.readValue(response.body(), OBJECT);
    } catch (JsonProcessingException other) {
      throw new ApiRefusal(response.statusCode(), "no_json", "this is not Switchboard's API: " + response.uri());
    }
  }

  private static String json(Map<String, ?> fields) {
    try {
      return JSON.writeValueAsString(fields);
    } catch (JsonProcessingException bug) {
      throw new UncheckedIOException(bug);
    }
  }
}
