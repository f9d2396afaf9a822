package io.switchboard.desktop.adapter.http;

import static io.switchboard.desktop.adapter.http.ApiTest.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadInputTest {
  private static ApiOnTheWire api;

  @BeforeAll
  static void start() {
    api = ApiOnTheWire.started();
  }

  @AfterAll
  static void stop() {
    api.close();
  }

  @AfterEach
  void nothingOfItReachesTheAcd() {
    assertEquals(List.of(), api.asked);
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "{", "{\"reason\":}", "[1,2]", "\"reason\"", "{} {}", "null", "{\"reason\":\"a\",\"reason\":\"b\"}", "{'reason':'a'}",
      "{\"reason\":\"a\nb\"}", "\u0000"})
  void whatIsNoJsonObjectIsMalformed(String body) throws Exception {
    HttpResponse<String> response = api.post("/api/me/not-ready", "anna", body);
    assertEquals(400, response.statusCode(), response::body);
    assertTrue(response.body().contains("\"code\":\"malformed\"") && response.body().contains("Send one JSON object"), response::body);
    assertFalse(response.body().contains("jackson") || response.body().contains("Exception"), response::body);
  }

  @Test
  void nestingWithoutEndIsMalformed() throws Exception {
    assertEquals(400, api.post("/api/me/not-ready", "anna", "{\"reason\":" + "[".repeat(20_000)).statusCode());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      {}                            | reason | missing           | is missing; give it
      {"reason":null}               | reason | missing           | is missing; give it
      {"reason":5}                  | reason | not_text          | is not text; put it in quotes
      {"reason":""}                 | reason | empty             | is empty; give at least one character
      {"reason":"a\\r\\nb"}         | reason | control_character | contains a line break or another control character; write it on one line
      {"reason":"a\\u0000"}         | reason | control_character | contains a line break or another control character; write it on one line
      {"reason":"a\\u2028b"}        | reason | control_character | contains a line break or another control character; write it on one line
      {"reason":"a","until":"noon"} | until  | unknown           | is no field of this request; remove it
      """)
  void aWrongFieldIsNamedWithItsRemedy(String body, String field, String code, String message) throws Exception {
    HttpResponse<String> response = api.post("/api/me/not-ready", "anna", body);
    assertProblem(422, "wrong_fields", "Some fields are wrong; see 'fields' for each and what would be right.", response);
    assertTrue(response.body().contains(
        "\"fields\":[{\"field\":\"" + field + "\",\"code\":\"" + code + "\",\"message\":\"" + message + "\"}]"), response::body);
  }

  @Test
  void aFieldOfFourKilobytesIsRefused() throws Exception {
    HttpResponse<String> response = api.post("/api/me/not-ready", "anna", "{\"reason\":\"" + "x".repeat(4096) + "\"}");
    assertEquals(422, response.statusCode());
    assertTrue(response.body().contains("is too long; give at most 100 characters"), response::body);
    HttpResponse<String> name = api.post("/api/me/not-ready", "anna", "{\"reason\":\"a\",\"" + "x".repeat(4096) + "\":1}");
    assertEquals(422, name.statusCode());
    assertTrue(name.body().length() < 1000, name::body);
  }

  @Test
  void aNameOfFourKilobytesOrWithLineBreaksIsUnknown() throws Exception {
    assertEquals(404, api.post("/api/agents/" + "x".repeat(4096) + "/ready", "sam", "").statusCode());
    HttpResponse<String> response = api.post("/api/agents/a%0d%0aAction:%20Originate/ready", "sam", "");
    assertProblem(404, "unknown_agent", "There is no agent 'a??Action: Originate' in your tenant. GET /api/agents lists them.", response);
    assertEquals(404, api.get("/api/calls/a%0d%0ab", "sam").statusCode());
    assertEquals(404, api.get("/api/calls/" + "1".repeat(101), "sam").statusCode());
  }

  @Test
  void wrongFieldsOfAClosureAreNamedTogether() throws Exception {
    HttpResponse<String> response = api.post("/api/closures", "sam", "{\"queue\":\"Sales!\",\"closed\":\"yes\"}");
    assertEquals(422, response.statusCode());
    assertTrue(response.body().contains("\"field\":\"queue\",\"code\":\"not_a_name\""), response::body);
    assertTrue(response.body().contains("\"field\":\"closed\",\"code\":\"not_boolean\""), response::body);
  }

  @ParameterizedTest
  @ValueSource(strings = {"recent=0", "recent=1001", "recent=x", "recent=-1", "recent=99999999999999999999", "before_ms=", "colour=red"})
  void aWrongQueryIsRefused(String query) throws Exception {
    assertEquals(422, api.get("/api/calls?" + query, "sam").statusCode());
  }

  @Test
  void aBodyOfMoreThan64KilobytesIsTooLarge() throws Exception {
    assertProblem(413, "too_large", "The body is too large. Send at most 64 KB.",
        api.post("/api/me/not-ready", "anna", "{\"reason\":\"" + "x".repeat(65 * 1024) + "\"}"));
  }

  @Test
  void anotherTypeThanJsonIsRefused() throws Exception {
    HttpResponse<String> response = api.send("POST", "/api/me/not-ready", api.token(ApiOnTheWire.DEMO, "anna"), "reason=lunch",
        "Content-Type", "application/x-www-form-urlencoded");
    assertProblem(415, "wrong_type", "The body is not of the type that is read here. Send it with 'Content-Type: application/json'.", response);
  }

  @Test
  void anotherMethodIsToldWhichOnesThereAre() throws Exception {
    HttpResponse<String> response = api.send("DELETE", "/api/agents/anna/ready", api.token(ApiOnTheWire.DEMO, "sam"), "");
    assertProblem(405, "wrong_method", "This method is not for this address. It answers POST.", response);
    assertEquals("POST", response.headers().firstValue("Allow").orElse(""));
  }

  @Test
  void anotherAddressIsUnknown() throws Exception {
    for (String path : List.of("/api", "/api/agentz", "/api/agents/anna")) {
      assertProblem(404, "unknown_path", "There is nothing at this address. /api/openapi.yaml lists what there is.", api.get(path, "sam"));
    }
  }

  @Test
  void loginNamesEachWrongField() throws Exception {
    HttpResponse<String> response = api.send("POST", "/api/login", "", "{\"user\":\"An na\"}");
    assertEquals(422, response.statusCode());
    assertTrue(response.body().contains("\"field\":\"tenant\",\"code\":\"missing\""), response::body);
    assertTrue(response.body().contains("\"field\":\"user\",\"code\":\"not_a_name\""), response::body);
    assertTrue(response.body().contains("\"field\":\"password\",\"code\":\"missing\""), response::body);
  }

  @Test
  void whoGuessesPasswordsHasToWait() throws Exception {
    String wrong = "{\"tenant\":\"demo\",\"user\":\"crm\",\"password\":\"guess\"}";
    for (int i = 0; i < 3; i++) {
      assertProblem(401, "wrong_credentials",
          "User or password is wrong. Check both, and the tenant; an administrator can set a new password.",
          api.send("POST", "/api/login", "", wrong));
    }
    HttpResponse<String> response = api.send("POST", "/api/login", "", wrong.replace("guess", ApiOnTheWire.PASSWORD));
    assertProblem(429, "too_many_tries", "Too many failed logins. Try again in 90 s.", response);
    assertEquals("90", response.headers().firstValue("Retry-After").orElse(""));
  }

  @Test
  void whoGuessesBehindATrustedProxyLocksNobodyElseOut() throws Exception {
    ApiSettings behind = new ApiSettings("127.0.0.1", 0, Optional.empty(), 100, 10_000, 0.4, Set.of("127.0.0.1"));
    try (ApiOnTheWire proxied = new ApiOnTheWire(behind)) {
      String right = "{\"tenant\":\"demo\",\"user\":\"anna\",\"password\":\"" + ApiOnTheWire.PASSWORD + "\"}";
      for (int i = 0; i < 3; i++) {
        proxied.send("POST", "/api/login", "", right.replace("anna", "guess" + i), "X-Forwarded-For", "198.51.100." + i + ", 203.0.113.9", "Content-Type", "application/json");
      }
      assertEquals(429, proxied.send("POST", "/api/login", "", right, "X-Forwarded-For", "203.0.113.9", "Content-Type", "application/json").statusCode());
      assertEquals(200, proxied.send("POST", "/api/login", "", right, "X-Forwarded-For", "203.0.113.10", "Content-Type", "application/json").statusCode());
    }
  }

  @Test
  void whoAsksTooOftenHasToWait() throws Exception {
    try (ApiOnTheWire strict = new ApiOnTheWire(new ApiSettings("127.0.0.1", 0, Optional.empty(), 100, 0.4, 0.4, Set.of()))) {
      for (int i = 0; i < 2; i++) {
        assertEquals(200, strict.get("/api/me", "anna").statusCode());
      }
      HttpResponse<String> response = strict.get("/api/me", "anna");
      assertEquals(429, response.statusCode());
      assertTrue(response.body().contains("\"code\":\"too_many_requests\""), response::body);
      assertEquals(200, strict.get("/api/me", "sam").statusCode());
    }
  }

  @Test
  void whenTooMuchIsGoingOn_thenItSaysSo() throws Exception {
    try (ApiOnTheWire full = new ApiOnTheWire(new ApiSettings("127.0.0.1", 0, Optional.empty(), 0, 100, 100, Set.of()))) {
      assertProblem(503, "overloaded", "Too much to do at this moment. Try again in a second.", full.get("/api/me", "anna"));
    }
  }
}
