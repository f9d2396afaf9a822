package io.switchboard.desktop.adapter.http;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.switchboard.desktop.api.Endpoint;
import io.switchboard.desktop.api.Problem;
import io.switchboard.desktop.api.Trouble;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Reads the fields of a request: of the body (one JSON object, or nothing) or, where there is none, of the query; and the file of a PUT. */
final class Reader {
  private static final JsonMapper JSON = JsonMapper.builder()
      .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
      .build();
  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

  private static final byte[] NOTHING = {};

  private Reader() {}

  /** The body, or the query, could not be read. */
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1;
    private final transient Problem problem;

    Unreadable(Problem problem) {
      super(problem.trouble().code(), null, false, false);
      this.problem = problem;
    }

    Problem problem() {
      return problem;
    }
  }

  static Map<String, Object> fields(RoutingContext context, Endpoint endpoint) throws Unreadable {
    HttpMethod method = context.request().method();
    boolean object = method.equals(HttpMethod.POST) && !endpoint.takesFile() || method.equals(HttpMethod.PATCH) || endpoint == Endpoint.CONFIGURATION_WRITE;
    return object ? body(context) : query(context);
  }

  /** The body as it came, whatever type it says it has; a form is none. */
  static byte[] sound(RoutingContext context) throws Unreadable {
    if (type(context).contains("form")) {
      throw new Unreadable(Problem.of(Trouble.WRONG_TYPE, "audio/wav"));
    }
    return context.body().buffer() == null ? NOTHING : context.body().buffer().getBytes();
  }

  /** The body as text, whatever type it says it has; a form is none. */
  static String file(RoutingContext context) throws Unreadable {
    if (type(context).contains("form")) {
      throw new Unreadable(Problem.of(Trouble.WRONG_TYPE, "text/yaml"));
    }
    if (context.body().buffer() == null) {
      return "";
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(context.body().buffer().getBytes())).toString();
    } catch (CharacterCodingException other) {
      throw new Unreadable(Problem.of(Trouble.NOT_TEXT));
    }
  }

  private static String type(RoutingContext context) {
    String type = context.request().getHeader(HttpHeaders.CONTENT_TYPE);
    return type == null ? "" : type.split(";")[0].trim().toLowerCase(Locale.ROOT);
  }

  private static Map<String, Object> query(RoutingContext context) throws Unreadable {
    try {
      Map<String, Object> fields = new HashMap<>();
      context.queryParams().forEach(fields::put);
      return fields;
    } catch (RuntimeException broken) { // Vert.x says so of a wrong percent-encoding
      throw new Unreadable(Problem.of(Trouble.MALFORMED, "the query's percent-encoding"));
    }
  }

  private static Map<String, Object> body(RoutingContext context) throws Unreadable {
    if (context.body().buffer() == null || context.body().length() == 0) {
      return Map.of();
    }
    boolean patch = context.request().method().equals(HttpMethod.PATCH) && type(context).equals("application/merge-patch+json");
    if (!patch && !type(context).equals("application/json")) {
      throw new Unreadable(Problem.of(Trouble.WRONG_TYPE, "application/json"));
    }
    try {
      Map<String, Object> fields = JSON.readValue(context.body().buffer().getBytes(), OBJECT);
      if (fields == null) {
        throw new Unreadable(Problem.of(Trouble.MALFORMED, "it is null"));
      }
      return fields;
    } catch (MismatchedInputException other) {
      throw new Unreadable(Problem.of(Trouble.MALFORMED, "it is no object, or more than one"));
    } catch (JsonProcessingException broken) {
      throw new Unreadable(Problem.of(Trouble.MALFORMED, place(broken.getLocation())));
    } catch (IOException broken) {
      throw new Unreadable(Problem.of(Trouble.MALFORMED, "it is not UTF-8"));
    }
  }

  private static String place(JsonLocation location) {
    return location == null ? "at its end" : "line " + location.getLineNr() + ", column " + location.getColumnNr();
  }
}
