package io.switchboard.desktop.adapter.http;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.switchboard.desktop.api.Problem;
import io.switchboard.desktop.api.Trouble;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Reads the fields of a request: of the body of a POST (one JSON object, or nothing), of the query of a GET. */
final class Reader {
  private static final JsonMapper JSON = JsonMapper.builder()
      .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
      .build();
  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

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

  static Map<String, Object> fields(RoutingContext context) throws Unreadable {
    return context.request().method().equals(HttpMethod.POST) ? body(context) : query(context);
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
    String type = context.request().getHeader(HttpHeaders.CONTENT_TYPE);
    if (type == null || !type.split(";")[0].trim().toLowerCase(Locale.ROOT).equals("application/json")) {
      throw new Unreadable(Problem.of(Trouble.WRONG_TYPE));
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
