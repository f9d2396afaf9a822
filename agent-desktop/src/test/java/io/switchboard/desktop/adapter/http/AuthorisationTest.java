package io.switchboard.desktop.adapter.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.core.access.Role;
import io.switchboard.desktop.api.Endpoint;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AuthorisationTest {
  private static final Map<Role, String> USERS =
      Map.of(Role.AGENT, "anna", Role.SUPERVISOR, "sam", Role.ADMIN, "ada", Role.INTEGRATOR, "crm");
  private static final long THIRTEEN_HOURS_MS = 13 * 3_600_000L;
  private static final String NOT_SIGNED =
      "eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.eyJzdWIiOiJhZGEiLCJ0ZW5hbnQiOiJkZW1vIiwiZXhwIjo5OTk5OTk5OTk5LCJpc3MiOiJzd2l0Y2hib2FyZCJ9.";

  private static ApiOnTheWire api;

  @BeforeAll
  static void start() {
    api = ApiOnTheWire.started();
  }

  @AfterAll
  static void stop() {
    api.close();
  }

  @ParameterizedTest
  @EnumSource
  void withoutATokenOnlyTheOpenOnesAnswer(Endpoint endpoint) throws Exception {
    HttpResponse<String> response = ask(endpoint, "");
    if (endpoint.open()) {
      assertTrue(response.statusCode() != 401 && response.statusCode() != 403, response::body);
    } else {
      assertEquals(401, response.statusCode(), response::body);
      assertTrue(response.body().contains("\"code\":\"no_token\""), response::body);
      assertEquals("Bearer realm=\"switchboard\"", response.headers().firstValue("WWW-Authenticate").orElse(""));
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = {"LOGIN", "HEALTH", "DESCRIPTION", "EVENTS"})
  void anExpiredForgedUnsignedOrBrokenTokenOpensNothing(Endpoint endpoint) throws Exception {
    for (String token : new String[] {api.token("ada", THIRTEEN_HOURS_MS), api.forged("ada"), NOT_SIGNED, "x", "a.b.c",
        api.token(ApiOnTheWire.DEMO, "removed"), api.token(ApiOnTheWire.OTHER, "ada")}) {
      HttpResponse<String> response = ask(endpoint, token);
      assertEquals(401, response.statusCode(), () -> token + ": " + response.body());
      assertTrue(response.body().contains("\"code\":\"invalid_token\""), response::body);
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyRoleOpensWhatItsRowSaysAndNothingElse(Endpoint endpoint) throws Exception {
    for (Role role : Role.values()) {
      HttpResponse<String> response = ask(endpoint, api.token(ApiOnTheWire.DEMO, USERS.get(role)));
      if (endpoint.open() || endpoint.roles().contains(role)) {
        assertTrue(response.statusCode() != 401 && response.statusCode() != 403, () -> role + ": " + response.body());
      } else {
        assertEquals(403, response.statusCode(), () -> role + ": " + response.body());
        assertTrue(response.body().contains("\"code\":\"wrong_role\""), response::body);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void theTokenOfTheMetricsOpensTheMetricsOnly(Endpoint endpoint) throws Exception {
    HttpResponse<String> response = ask(endpoint, ApiOnTheWire.METRICS_TOKEN);
    if (endpoint == Endpoint.METRICS) {
      assertTrue(response.body().contains("tenant=\"demo\"") && response.body().contains("tenant=\"other\""), response::body);
      assertTrue(response.body().contains("switchboard_part_up{part=\"redis\"} 0.0"), response::body);
    } else if (!endpoint.open()) {
      assertEquals(403, response.statusCode(), response::body);
    }
  }

  @Test
  void aRoleIsThatOfNow_notThatOfTheToken() throws Exception {
    assertEquals(200, api.get("/api/agents", "sam").statusCode()); // the token was issued to an agent
    assertEquals(403, api.get("/api/agents", "anna").statusCode());
  }

  @Test
  void whenThePasswordIsChanged_thenTheTokensFromBeforeAreRefusedSoon_andNoOthers() throws Exception {
    try (ApiOnTheWire changing = ApiOnTheWire.started()) {
      String before = changing.token("sam", 60_000);
      String another = changing.token("anna", 60_000);
      assertEquals(200, changing.send("GET", "/api/me", before, "").statusCode());
      changing.passwords.store(ApiOnTheWire.DEMO, "sam", "$plain$another battery");
      long until = System.nanoTime() + 20_000_000_000L;
      while (changing.send("GET", "/api/me", before, "").statusCode() == 200 && System.nanoTime() < until) {
        Thread.sleep(50);
      }
      HttpResponse<String> refused = changing.send("GET", "/api/me", before, "");
      assertEquals(401, refused.statusCode());
      assertTrue(refused.body().contains("\"code\":\"invalid_token\""), refused::body);
      assertEquals(200, changing.send("GET", "/api/me", changing.token("sam", 0), "").statusCode());
      assertEquals(200, changing.send("GET", "/api/me", another, "").statusCode());
    }
  }

  @Test
  void aTokenSeesItsOwnTenantOnly() throws Exception {
    String zoe = api.token(ApiOnTheWire.OTHER, "zoe");
    assertTrue(api.send("GET", "/api/calls", zoe, "").body().contains("\"call\":\"other-waits\""));
    assertTrue(api.get("/api/calls", "sam").body().contains("\"call\":\"demo-waits\""));
    assertEquals(200, api.get("/api/calls/1700000000.1", "sam").statusCode());
    assertEquals(404, api.send("GET", "/api/calls/1700000000.1", zoe, "").statusCode());
    String metrics = api.send("GET", "/metrics", zoe, "").body();
    assertTrue(metrics.contains("tenant=\"other\"") && !metrics.contains("demo") && !metrics.contains("redis"), metrics);
  }

  @Test
  void anotherSchemeThanBearerIsNoToken() throws Exception {
    assertEquals(401, api.send("GET", "/api/me", "", "", "Authorization", "Basic YWRhOng=").statusCode());
  }

  private static HttpResponse<String> ask(Endpoint endpoint, String token) throws Exception {
    String path = endpoint.path().replace("{name}", "anna").replace("{number}", "+4930").replace("{id}", "1700000000.1").replace("{folder}", "flows").replace("{language}", "en").replace("{file}", "main.yaml");
    return api.send(endpoint.method(), path, token, "");
  }
}
