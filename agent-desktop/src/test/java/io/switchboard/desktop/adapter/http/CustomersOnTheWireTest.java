package io.switchboard.desktop.adapter.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.switchboard.core.customer.Anonymising;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.CallId;
import io.switchboard.core.signal.WhoseCall;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CustomersOnTheWireTest {
  private ApiOnTheWire api;

  @BeforeEach
  void start() {
    api = ApiOnTheWire.started();
  }

  @AfterEach
  void stop() {
    api.close();
  }

  private HttpResponse<String> patch(String path, String body, String... headers) throws Exception {
    return api.send("PATCH", path, api.token(ApiOnTheWire.DEMO, "anna"), body, headers);
  }

  private static void has(HttpResponse<String> response, int status, String part) {
    assertEquals(status, response.statusCode(), response::body);
    assertTrue(response.body().contains(part), response::body);
  }

  @Test
  void whoIsSearchedIsListed_ofOnesOwnTenant() throws Exception {
    has(api.get("/api/customers?q=Love", "anna"), 200, "{\"customers\":[{\"id\":1,\"name\":\"Ada Lovelace\",\"company\":\"\",\"number\":\"+491701234567\"");
    assertEquals("{\"customers\":[]}", api.get("/api/customers?q=Lx", "anna").body());
    assertEquals("{\"customers\":[]}", api.send("GET", "/api/customers?q=Love", api.token(ApiOnTheWire.OTHER, "zoe"), "").body());
    assertEquals(404, api.send("GET", "/api/customers/1", api.token(ApiOnTheWire.OTHER, "zoe"), "").statusCode());
  }

  @Test
  void twoFieldsMakeACustomer_andWhoElseHasTheNumberIsTold() throws Exception {
    HttpResponse<String> made = api.post("/api/customers", "anna", "{\"name\":\"Bert Brecht\",\"number\":\"0170 1234567\"}");
    has(made, 200, "\"numbers\":[\"+491701234567\"]");
    has(made, 200, "\"others\":[1]");
    assertEquals("\"1\"", made.headers().firstValue("ETag").orElse(""));
  }

  @Test
  void aChangeNamesTheVersionThatWasRead_andOneThatIsOvertakenIsRefused() throws Exception {
    String etag = api.get("/api/customers/1", "anna").headers().firstValue("ETag").orElse("");
    String change = "{\"company\":\"Engines\",\"do_not_call\":true,\"preferences\":{\"channel\":\"phone\"},\"notes\":\"two\\nlines\"}";
    has(patch("/api/customers/1", change), 428, "no_version");
    has(patch("/api/customers/1", change, "If-Match", etag, "Content-Type", "application/merge-patch+json"), 200,
        "\"company\":\"Engines\",\"language\":\"\",\"value_class\":\"\",\"notes\":\"two\\nlines\",\"preferences\":{\"channel\":\"phone\"},\"consent\":{},\"do_not_call\":true");
    has(patch("/api/customers/1", "{\"company\":\"Looms\"}", "If-Match", etag), 412, "company");
    has(patch("/api/customers/1", "{\"company\":\"\"}", "If-Match", "\"2\""), 200, "\"company\":\"\"");
    has(patch("/api/customers/99", "{\"company\":\"X\"}", "If-Match", "\"1\""), 404, "unknown_customer");
    has(patch("/api/customers/x", "{}", "If-Match", "\"1\""), 404, "unknown_customer");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '!', value = {
    "{\"number\":\"0170\"} ! name ! missing", "{\"name\":\"\"} ! name ! empty", "{\"name\":\"A\",\"number\":\"abc\"} ! number ! not_a_telephone",
    "{\"name\":\"A\",\"numbers\":[\"1\"]} ! numbers ! not_a_telephone", "{\"name\":\"A\",\"numbers\":\"1\"} ! numbers ! not_a_list",
    "{\"name\":\"A\",\"value_class\":\"gold\"} ! value_class ! not_one_of", "{\"name\":\"A\",\"language\":\"tlh\"} ! language ! not_one_of",
    "{\"name\":\"A\",\"preferences\":[]} ! preferences ! not_texts", "{\"name\":\"A\",\"preferences\":{\"B C\":\"x\"}} ! preferences ! not_texts",
    "{\"name\":\"A\",\"do_not_call\":\"yes\"} ! do_not_call ! not_boolean", "{\"name\":\"A\",\"nmae\":\"B\"} ! nmae ! unknown",
    "{\"name\":\"A\",\"notes\":\"\\u0007\"} ! notes ! control_character"})
  void whatIsWrongIsNamedByItsField_inBothLanguages(String body, String field, String code) throws Exception {
    HttpResponse<String> response = api.post("/api/customers", "anna", body.strip());
    has(response, 422, "\"field\":\"" + field.strip() + "\",\"code\":\"" + code.strip() + "\"");
    String chinese = api.send("POST", "/api/customers", api.token(ApiOnTheWire.DEMO, "anna"), body.strip(), "Accept-Language", "zh").body();
    assertTrue(chinese.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN), chinese);
  }

  @Test
  void whoseACallIsMayBeSaid_ofACallAtHandAndACustomerWhoIsThere() throws Exception {
    has(api.post("/api/me/call/customer", "anna", "{\"customer\":1}"), 409, "no_call");
    api.day.talks(AgentId.of("demo", "anna"), new CallId("c1"));
    has(api.post("/api/me/call/customer", "anna", "{\"customer\":1}"), 200, "\"state\":\"ready\"");
    assertEquals(List.of(new WhoseCall(ApiOnTheWire.DEMO, new CallId("c1"), 1, "anna")), api.asked);
    has(api.post("/api/me/call/customer", "anna", "{\"customer\":99}"), 404, "unknown_customer");
    has(api.post("/api/me/call/customer", "anna", "{\"customer\":\"Ada\"}"), 422, "\"field\":\"customer\"");
  }

  @Test
  void numbersComeAndGo() throws Exception {
    has(api.post("/api/customers/1/numbers", "anna", "{\"number\":\"+49 30 1234567\"}"), 200, "\"numbers\":[\"+491701234567\",\"+49301234567\"]");
    has(api.send("DELETE", "/api/customers/1/numbers/+491701234567", api.token(ApiOnTheWire.DEMO, "anna"), ""), 200, "\"numbers\":[\"+49301234567\"]");
    has(api.post("/api/customers/1/numbers", "anna", "{}"), 422, "\"code\":\"missing\"");
    has(api.post("/api/customers/9/numbers", "anna", "{\"number\":\"+49 30 1234567\"}"), 404, "unknown_customer");
  }

  @Test
  void casesAndTasksHaveOwnersWhoAreUsers_andDeadlines() throws Exception {
    has(api.get("/api/customers/1/cases", "anna"), 200, "\"kind\":\"order\",\"title\":\"Two chairs\",\"text\":\"\",\"state\":\"open\",\"owner\":\"anna\",\"due_at_ms\":90000");
    has(api.post("/api/customers/1/cases", "anna", "{\"kind\":\"fault\",\"title\":\"Squeaks\",\"owner\":\"sam\",\"due_at_ms\":5}"), 200, "\"owner\":\"sam\",\"due_at_ms\":5");
    has(api.post("/api/customers/1/cases", "anna", "{\"title\":\"Squeaks\",\"owner\":\"nobody\"}"), 422, "not_a_user");
    has(api.post("/api/customers/1/cases", "anna", "{\"title\":\"Squeaks\"}"), 422, "\"field\":\"kind\",\"code\":\"missing\"");
    has(patch("/api/cases/7", "{\"state\":\"done\"}", "If-Match", "\"2\""), 200, "\"state\":\"done\"");
    has(patch("/api/cases/7", "{\"state\":\"done\"}", "If-Match", "\"1\""), 412, "record_changed");
    has(patch("/api/cases/8", "{\"state\":\"done\"}", "If-Match", "\"1\""), 404, "unknown_case");
    has(api.post("/api/customers/1/tasks", "anna", "{\"title\":\"Call her\"}"), 200, "\"made_by\":\"anna\"");
    has(api.post("/api/customer-tasks/3/done", "anna", "{\"note\":\"sent\"}"), 200, "\"done_by\":\"anna\"");
    has(api.post("/api/customer-tasks/5/done", "anna", ""), 404, "unknown_follow_up");
  }

  @Test
  void notesAndTheTimelineAreOfACustomerWhoIsThere() throws Exception {
    has(api.post("/api/customers/1/notes", "anna", "{\"text\":\"likes\\nnumbers\",\"call\":\"1.1\"}"), 200, "written");
    has(api.post("/api/customers/1/notes", "anna", "{\"text\":\" \"}"), 422, "\"code\":\"empty\"");
    has(api.post("/api/customers/2/notes", "anna", "{\"text\":\"x\"}"), 404, "unknown_customer");
    has(api.get("/api/customers/1/timeline?limit=5", "anna"), 200, "{\"entries\":[{\"at_ms\":5000,\"kind\":\"talk\",\"call\":\"1.1\",\"queue\":\"sales\",\"by\":\"anna\",\"what\":\"ended\",\"details\":{\"talk_ms\":\"700\"}},");
    List<JsonNode> coded = new JsonMapper().readTree(api.get("/api/customers/1/timeline", "anna").body()).path("entries").valueStream()
        .filter(each -> each.path("what").asText().equals("coded")).map(each -> each.path("details")).toList();
    assertEquals(List.of("sold Sold 已成交", "given_up_since given_up_since given_up_since"),
        coded.stream().map(each -> String.join(" ", each.path("code").asText(), each.path("code_en").asText(), each.path("code_zh").asText())).toList());
    has(api.get("/api/customers/2/timeline", "anna"), 404, "unknown_customer");
    has(api.get("/api/customers/1/timeline?limit=0", "anna"), 422, "limit");
  }

  @Test
  void aFileIsTriedFirst_andThenTaken_andGivenBack() throws Exception {
    String csv = "name,number,value_class\nBert,0170 7654321,a\nCarl,abc,gold\nAda L.,+491701234567,\n";
    String sam = api.token(ApiOnTheWire.DEMO, "sam");
    HttpResponse<String> tried = api.send("POST", "/api/customers/import?dry_run=true", sam, csv, "Content-Type", "text/csv");
    has(tried, 200, "\"state\":\"done\",\"dry_run\":true,\"rows\":3,\"created\":1,\"changed\":1,\"unchanged\":0,\"bad\":1");
    has(tried, 200, "{\"line\":3,\"column\":\"numbers\",\"message\":\"has 'abc', which is no telephone number; write it with + and its country\"}");
    has(tried, 200, "{\"line\":3,\"column\":\"value_class\",\"message\":\"is 'gold'; right are a, vip\"}");
    has(api.get("/api/customers/imports/i1", "sam"), 200, "\"rows\":3");
    has(api.get("/api/customers/imports/i9", "sam"), 404, "unknown_import");
    assertFalse(api.get("/api/customers/export", "sam").body().contains("Bert"));
    has(api.send("POST", "/api/customers/import", sam, csv, "Content-Type", "text/csv"), 200, "\"dry_run\":false");
    HttpResponse<String> given = api.get("/api/customers/export", "sam");
    assertEquals(List.of(
        "name,numbers,company,language,value_class,notes,preferences,consent,do_not_call", "Ada L.,+491701234567,,,,,,,no", "Bert,+491707654321,,,a,,,,no"),
        given.body().lines().toList());
    assertEquals("text/csv; charset=utf-8", given.headers().firstValue("Content-Type").orElse(""));
    assertEquals(403, api.send("POST", "/api/customers/import", api.token(ApiOnTheWire.DEMO, "anna"), csv, "Content-Type", "text/csv").statusCode());
  }

  @Test
  void aPersonIsMadeUnknown_butNotWhileHeIsOnTheLine() throws Exception {
    has(api.post("/api/customers/1/anonymise", "sam", ""), 200, "\"facts\":3");
    api.customers.anonymised = new Anonymising.Outcome.StillOpen(new CallId("1.7"));
    has(api.post("/api/customers/1/anonymise", "sam", ""), 409, "1.7");
    has(api.post("/api/customers/2/anonymise", "sam", ""), 404, "unknown_customer");
    assertEquals(403, api.post("/api/customers/1/anonymise", "anna", "").statusCode());
  }
}
