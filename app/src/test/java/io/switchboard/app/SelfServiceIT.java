package io.switchboard.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.app.rehearsal.PromptEar;
import io.switchboard.app.rehearsal.Script;
import io.switchboard.core.line.Sound;
import io.switchboard.desktop.adapter.client.HeadlessAgent;
import io.switchboard.ivr.prompt.Prompt;
import io.switchboard.servers.Ports;
import io.switchboard.servers.audio.Ear;
import io.switchboard.servers.audio.Heard;
import io.switchboard.servers.sipp.Behaviour;
import io.switchboard.servers.sipp.Span;
import io.switchboard.servers.sipp.Stay;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Customers of the demo company serve themselves by telephone: keys, data and speech are real. */
class SelfServiceIT {
  private static final String NUMBER = "030123453";
  /** A customer of the demo company, one with an open bill, and one who calls from elsewhere. */
  private static final String CUSTOMER = "01701010001";
  private static final String DEBTOR = "01701010004";
  private static final String STRANGER = "01729999001";

  private static Scene scene;
  private static Sayings sayings;
  private static Map<String, Path> sounds;
  private static Ear ear;

  @BeforeAll
  static void open() throws Exception {
    int rings = Ports.free();
    int talks = Ports.free();
    scene = Scene.open(Script.empty().number("+4930123453", "self-service").queue("support", "wait_without_agents: true", "wrap_up_s: 0")
        .agent("anna", Script.at("anna", rings), "support").agent("ben", Script.at("ben", talks), "support"));
    scene.phones("rings", new Behaviour.RingsOnly(), rings);
    scene.phones("talks", new Behaviour.Answers(Span.ofMs(300), Stay.untilHungUp()), talks);
    sayings = Sayings.load(scene.rehearsal.config(), scene.rehearsal.configuration(), scene.rehearsal.home().resolve("data/sounds"));
    sounds = PromptEar.prompts(scene.rehearsal, Map.of());
    ear = PromptEar.knowing(scene.rehearsal, sounds);
    for (String agent : List.of("anna", "ben")) {
      Scene.await(() -> scene.agentNow(agent), now -> Boolean.TRUE.equals(now.get("reachable")), 90_000);
    }
  }

  @AfterAll
  static void close() throws Exception {
    if (scene != null) {
      scene.close();
    }
  }

  private static Customer calls(String from) {
    return new Customer(scene, ear, from, NUMBER);
  }

  @Test
  void aCustomerIsKnownByHisNumberAndHisPin_andHearsHisBalance() throws Exception {
    try (Customer caller = calls(CUSTOMER)) {
      caller.hears("en/choose-language");
      caller.presses("1");
      caller.hears("en/self-service/topics");
      caller.presses("1");
      caller.hears("en/identify/ask-pin");
      caller.presses("1111");
      caller.hears("en/identify/wrong-pin");
      caller.presses(caller.pin());
      caller.comesTo("self-service/tell-balance");
      caller.hears("en/self-service/more");
      caller.presses("0");
      caller.comesTo("self-service/service");
      assertTrue(caller.remembered().stream().anyMatch(values -> values.contains("\"currency\": \"EUR\"")), caller.remembered().toString());
      assertFalse(caller.remembered().toString().contains("\"" + caller.pin() + "\""), "the PIN is remembered");
    }
  }

  @Test
  void inChineseACustomerHearsOfHisOrder() throws Exception {
    try (Customer caller = calls(CUSTOMER)) {
      caller.hears("en/choose-language", "zh/choose-language");
      caller.presses("2");
      caller.hears("zh/self-service/topics");
      caller.presses("3");
      caller.hears("zh/self-service/ask-order");
      caller.presses("400026#");
      caller.hears("zh/self-service/more");
      assertHeard(caller, "zh", "order-sent", Map.of("delivery", company("select delivery_day from company.orders where number = '400026'")));
      caller.presses("1");
      caller.hears("zh/self-service/topics");
      caller.presses("3400013#"); // ahead of the question
      caller.hears("zh/self-service/order-waits");
    }
  }

  @Test
  void aCustomerReportsALostCard_andHearsItsReference() throws Exception {
    try (Customer caller = calls(CUSTOMER)) {
      caller.hears("en/choose-language");
      caller.presses("1");
      caller.hears("en/self-service/topics");
      caller.presses("4");
      caller.hears("en/identify/ask-pin");
      caller.presses(caller.pin());
      caller.hears("en/self-service/ask-card");
      String digits = company("select last_digits from company.card where account = '" + caller.account() + "'");
      String lost = "select lost_at is not null from company.card where account = '" + caller.account() + "'";
      assertEquals("f", company(lost));
      caller.presses(digits + "1"); // yes, ahead of what is read back
      caller.hears("en/self-service/more");
      assertEquals("t", company(lost));
      String reference = caller.remembered().stream().filter(values -> values.contains("\"reference\"")).findFirst().orElseThrow()
          .replaceAll("\\D", "");
      assertHeard(caller, "en", "reported", Map.of("reference", reference));
    }
  }

  /** That he heard this text of the self-service with these values, piece by piece and whole. */
  private static void assertHeard(Customer caller, String language, String step, Map<String, String> values) throws Exception {
    Prompt text = sayings.flows().texts().stream()
        .filter(each -> each.id().equals("self-service/" + step) && each.language().equals(language)).findFirst().orElseThrow();
    List<Sound> said = sayings.prompts().spoken(language, text.text(), values).toCompletableFuture().get();
    Map<String, Path> known = new HashMap<>(sounds);
    said.forEach(sound -> known.put(sound.file(), Path.of(sound.file() + ".wav")));
    List<String> pieces = said.stream().map(Sound::file).toList();
    Heard heard = PromptEar.knowing(scene.rehearsal, known).of(caller.recording());
    int at = Collections.indexOfSubList(heard.names(), pieces);
    assertTrue(pieces.size() > 1 && at >= 0, pieces + " in " + heard);
    assertTrue(heard.prompts().subList(at, at + pieces.size()).stream().allMatch(Heard.Prompt::whole), heard.toString());
  }

  private static String company(String query) throws SQLException {
    var server = scene.rehearsal.postgres();
    try (Connection connection = DriverManager.getConnection(server.jdbcUrl("switchboard_company"), server.user(), server.password());
        Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }

  @Test
  void whenSomeoneAsksForAColleague_thenTheAgentSeesWhoHeIsAndWhatItIsAbout_butNotThePin() throws Exception {
    HeadlessAgent anna = scene.agent("anna");
    try (Customer caller = calls(CUSTOMER)) {
      anna.signIn();
      caller.hears("en/choose-language");
      caller.presses("1");
      caller.hears("en/self-service/topics");
      caller.presses("1");
      caller.hears("en/identify/ask-pin");
      String pin = caller.pin();
      caller.presses(pin);
      caller.hears("en/self-service/more");
      caller.presses("0");
      caller.comesTo("self-service/service");
      assertNull(anna.me().get("call"));
      anna.ready();

      Map<String, Object> call = call(Scene.await(anna::me, me -> me.get("call") != null));
      assertEquals(List.of(caller.call(), "support", "+491701010001"), List.of(call.get("call"), call.get("queue"), call.get("caller")));
      assertEquals("en", attached(call).get("language"));
      assertEquals("choose-language 1, topics 1, more 0", told(call, "chosen", "step", "answer"));
      String known = told(call, "known", "name", "value");
      assertTrue(known.contains("topic balance") && known.contains("account " + caller.account()), known);
      assertFalse(known.contains(" " + pin) || known.contains("pin "), "the PIN is shown: " + known);
      assertEquals(attached(call), attached(scene.live(caller.call(), "ringing")));
      assertEquals(attached(call), attached(scene.supervisor.get("/api/calls/" + caller.call())));
    }
    anna.signOut();
  }

  @Test
  void whoPressesStarAtAnEntryTalksWithAColleague_whoSeesWhatHeEnteredBefore() throws Exception {
    HeadlessAgent ben = scene.agent("ben");
    try (Customer caller = calls(STRANGER)) {
      ben.signIn();
      ben.ready();
      caller.hears("en/choose-language");
      caller.presses("1");
      caller.hears("en/self-service/topics");
      caller.presses("1");
      caller.hears("en/identify/ask-account");
      caller.presses("10079192#1"); // it is right
      caller.hears("en/identify/ask-pin");
      caller.presses("12*"); // begins anew
      caller.presses("*");
      scene.ledger.await("select kind from journal where call = ?", kinds -> kinds.contains("Connected"), Scene.SOON_MS, caller.call());

      Map<String, Object> call = call(Scene.await(ben::me, me -> me.get("call") != null));
      assertEquals(List.of(caller.call(), "support"), List.of(call.get("call"), call.get("queue")));
      assertEquals("choose-language 1, topics 1, ask-pin *", told(call, "chosen", "step", "answer"));
      assertEquals("topic balance, account 10079192", told(call, "known", "name", "value"));
      assertEquals(List.of("*"), scene.ledger.column("select body ->> 'key' from journal where call = ? and kind = 'EntryLeft'", caller.call()));
    }
    ben.signOut();
  }

  @SuppressWarnings("unchecked") // as the API says
  private static Map<String, Object> call(Map<String, Object> me) {
    return (Map<String, Object>) me.get("call");
  }

  @SuppressWarnings("unchecked") // as the API says
  private static Map<String, Object> attached(Map<String, Object> call) {
    return (Map<String, Object>) call.get("attached");
  }

  @SuppressWarnings("unchecked") // as the API says
  private static String told(Map<String, Object> call, String list, String what, String value) {
    return ((List<Map<String, Object>>) attached(call).get(list)).stream().map(each -> each.get(what) + " " + each.get(value))
        .collect(Collectors.joining(", "));
  }

  /** No card of a customer and no PIN of the demo company is one of these; but for the last digits of the card nothing of them is ever kept or shown. */
  @Test
  void digitsOfACardAreNowhereButAtTheBank() throws Exception {
    HeadlessAgent anna = scene.agent("anna");
    try (Customer caller = calls(DEBTOR)) {
      caller.hears("en/choose-language");
      caller.presses("1");
      caller.hears("en/self-service/topics");
      caller.presses("2");
      caller.hears("en/identify/ask-pin");
      caller.presses(caller.pin());
      caller.comesTo("pay-by-card/offer");
      caller.presses("1");
      caller.hears("en/pay-by-card/card");
      caller.presses("5555555555554444#");
      caller.hears("en/pay-by-card/expiry");
      caller.presses("0738");
      caller.hears("en/pay-by-card/code");
      caller.presses("097#");
      caller.hears("en/self-service/more");
      caller.presses("0");
      caller.comesTo("self-service/service");
      anna.signIn();
      anna.ready();
      Scene.await(anna::me, me -> me.get("call") != null);

      String shown = shown(anna, caller.call());
      Traces traces = new Traces(scene.rehearsal);
      for (Pattern secret : List.of(Pattern.compile("555555554444"), Traces.alone("0738"), Traces.alone("097"))) {
        assertEquals(List.of(), traces.of(secret), secret.pattern());
        assertFalse(secret.matcher(shown).find(), secret + " on the desk: " + shown);
      }
      assertEquals(List.of(), traces.inTables(Pattern.compile("\"" + caller.pin() + "\"")), "the PIN");
      assertEquals(List.of(), traces.recordings());

      Pattern last = Traces.alone("4444"); // what is to be found is found
      assertEquals(List.of("switchboard/public.journal", "switchboard_company/company.payment"), traces.inTables(last));
      assertTrue(last.matcher(shown).find(), shown);
      assertFalse(traces.inRedis(Pattern.compile("support")).isEmpty(), "the board is in Redis");
      assertTrue(traces.inFiles(Pattern.compile("Playing")).stream().anyMatch(file -> file.startsWith("asterisk/")), "Asterisk wrote what it played");
    }
    anna.signOut();
  }

  /** All that the agent and his supervisor are shown of a call. */
  private static String shown(HeadlessAgent agent, String call) throws Exception {
    return agent.me() + "\n" + scene.supervisor.get("/api/calls/" + call) + "\n" + scene.supervisor.get("/api/calls");
  }
}
