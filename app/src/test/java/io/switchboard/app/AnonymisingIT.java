package io.switchboard.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.app.rehearsal.Script;
import io.switchboard.desktop.adapter.client.ApiClient;
import io.switchboard.desktop.adapter.client.ApiRefusal;
import io.switchboard.desktop.adapter.client.DeskSocket;
import io.switchboard.servers.Ports;
import io.switchboard.servers.sipp.Behaviour;
import io.switchboard.servers.sipp.CallerPlan;
import io.switchboard.servers.sipp.Dialling;
import io.switchboard.servers.sipp.Keys;
import io.switchboard.servers.sipp.SippCallers;
import io.switchboard.servers.sipp.SippPhones;
import io.switchboard.servers.sipp.Span;
import io.switchboard.servers.sipp.Stay;
import io.switchboard.servers.sipp.Volume;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import redis.clients.jedis.RedisClient;

/** A person leaves her name and number wherever the product can hold them, asks to be forgotten, and is looked for everywhere. */
@Timeout(300)
class AnonymisingIT {
  private static final long SOON_MS = 15_000;
  private static final String NAME = "Rosalind Franklin";
  private static final String FROM = "01704445556";
  private static final String NUMBER = "+491704445556";
  private static final String FORMER = "+491704445557";
  private static final String ACCOUNT = "47110815";
  /** No row, no file and no key may have one of these; what is written about her says where she lives. */
  private static final List<String> HERS = List.of("Rosalind", "Franklin", "London", "rf@example.org", ACCOUNT, "1704445556", "1704445557", "170 4445556");
  private static final Keys SKIP = new Keys(1_000, "1");

  private static int phone;
  private static int provider;
  private static Scene scene;
  private static SippPhones outside;
  private static final List<SippCallers> callers = new ArrayList<>();

  @BeforeAll
  static void open() throws Exception {
    phone = Ports.free();
    provider = Ports.free();
    scene = Scene.open(Script.empty()
        .queue("sales", "wrap_up_s: 120", "wait_without_agents: true", "recording: { mode: always }", "wrap_up_codes: { reached: { en: Reached, zh: 已接通 } }",
            "callback: { from: \"+4930123450\", trunks: [carrier], numbers: [\"+49\"] }")
        .file("tenants.yaml", """
            demo:
              name: Rehearsal
              time_zone: Europe/Berlin
              languages: [en, zh]
              skills: [sales]
              destinations: ["+49"]
              dialling: { at_once: 5, agent_per_day: 50, ring_s: 8 }
            """)
        .file("trunks.yaml", "carrier: { mode: address, host: 127.0.0.1, port: " + provider + ", region: DE }\n")
        .file("flows/statement.yaml", """
            variables: {statement: text}
            first: say
            steps:
              say: {at_most: {times: 2, then: end}, record: {prompts: [closed], most_s: 20, silence_s: 2, into: statement, too_short: say, next: agent}}
              agent: {enqueue: {queue: sales, closed: end, emergency: end, no_agents: end, full: end}}
              end: {hangup: {reason: closed}}
            """)
        .number("+4930123458", "statement")
        .file("flows/leave.yaml", """
            first: box
            steps:
              box: {voicemail: {queue: sales, prompts: [closed], most_s: 14, next: end}}
              end: {hangup: {reason: closed}}
            """)
        .number("+4930123459", "leave")
        .agent("anna", Script.at("anna", phone), "sales"));
    scene.echoes("anna", new Behaviour.Answers(Span.ofMs(200), Stay.untilHungUp()), phone);
    outside = scene.phones("outside", new Behaviour.Answers(Span.ofMs(300), Stay.untilHungUp()), provider);
  }

  @AfterAll
  static void close() throws Exception {
    callers.forEach(SippCallers::close);
    if (scene != null) {
      scene.close();
    }
  }

  private static void calls(String dialled, int ms, Keys keys) {
    callers.add(SippCallers.start(
        scene.rehearsal.home(), "rosalind-" + callers.size(),
        CallerPlan.to(scene.rehearsal.sipPort(), dialled).who(n -> new Dialling(FROM, dialled, NAME)).pressing(keys).speaking(ms, 7_000)
            .staying(Stay.untilHungUp()),
        new Volume.Times(1, 10)));
  }

  private static String awaits(String call, String kind, String field) throws Exception {
    return scene.ledger.await("select coalesce(body ->> ?, '') from journal where call = ? and kind = ? order by seq",
        rows -> !rows.isEmpty(), SOON_MS, field, call, kind).getFirst();
  }

  private static ApiClient anna() throws Exception {
    return scene.agent("anna").api();
  }

  @Test
  void whoIsMadeUnknownIsInNoRow_noFile_noKey_andNoAnswer() throws Exception {
    Path data = scene.rehearsal.home().resolve("data");
    long rosalind = record();
    scene.ready("anna");
    List<String> calls = List.of(talk(), message(), gaveUpOn(), dialled(rosalind));
    try (DeskSocket desk = scene.agent("anna").desk()) {
      writeToAnna(desk);
      spilled();
      assertFalse(found(data).isEmpty());
      assertTrue(recordings(data).size() >= 3, () -> recordings(data).toString());

      scene.supervisor.post("/api/customers/" + rosalind + "/anonymise", Map.of());

      assertEquals(List.of(), Scene.await(() -> found(data), List::isEmpty));
      assertEquals(List.of(), recordings(data));
      desk.await("desk", view -> !hers(view.toString()) && view.toString().contains("wants her invoice"), SOON_MS);
      for (String call : calls) {
        assertFalse(hers(scene.supervisor.get("/api/calls/" + call).toString()), call);
      }
      for (String list : List.of("/api/customers?q=Rosalind", "/api/customers?q=" + FROM, "/api/voicemails", "/api/tasks", "/api/gave-up",
          "/api/callbacks", "/api/calls", "/api/calls?recent=100", "/api/agents", "/api/customers/" + rosalind)) {
        assertFalse(hers(scene.supervisor.get(list).toString()), list);
      }
      assertFalse(hers(scene.supervisor.text("/api/customers/export")));
      assertEquals("unknown_customer", assertThrows(
          ApiRefusal.class, () -> scene.supervisor.post("/api/customers/" + rosalind + "/notes", Map.of("text", "again"))).code());
    }
  }

  /** Written, changed, and worked on. */
  private static long record() throws Exception {
    Map<?, ?> made = (Map<?, ?>) anna().post("/api/customers", Map.of(
        "name", NAME, "company", "King's, London", "notes", NAME + " likes X-rays", "numbers", List.of(NUMBER, FORMER),
        "preferences", Map.of("mail", "rf@example.org"))).get("customer");
    long id = ((Number) made.get("id")).longValue();
    String at = "/api/customers/" + id;
    anna().delete(at + "/numbers/" + FORMER);
    anna().post(at + "/notes", Map.of("text", "she calls from " + FROM));
    anna().post(at + "/cases", Map.of("kind", "fault", "title", NAME + "'s camera", "text", "bought in London"));
    Map<String, Object> promised = anna().post(at + "/tasks", Map.of("title", "Write to " + NAME));
    anna().post("/api/customer-tasks/" + promised.get("id") + "/done", Map.of("note", "wrote to " + NAME));
    return id;
  }

  /** A statement, a recorded talk, a script's answers and note, a wrap-up with a note and a callback that is called off. */
  private static String talk() throws Exception {
    calls("030123458", 4_000, SKIP);
    String call = scene.ledger.call(NUMBER);
    awaits(call, "RecordingKept", "file");
    awaits(call, "TalkRecordingBegun", "agent");
    script(call);
    Scene.await(() -> scene.agentNow("anna").get("state"), "talking"::equals);
    scene.agent("anna").inTalk("hang-up", Map.of());
    awaits(call, "TalkRecordingEnded", "file");
    anna().post("/api/me/wrap-up", Map.of(
        "code", "reached", "note", NAME + " lives in London", "call_back_at_ms", System.currentTimeMillis() + 3_600_000));
    anna().post("/api/me/wrap-up", Map.of("code", "reached", "done", true));
    String callback = scene.ledger.await(
        "select call from journal where kind = 'CallbackBooked' and body ->> 'from' = ?", rows -> !rows.isEmpty(), SOON_MS, call).getFirst();
    awaits(call, "InteractionClosed", "call");
    assertEquals("customer_on_the_line", assertThrows(ApiRefusal.class, () -> anonymiseByNumber()).code());
    scene.supervisor.delete("/api/callbacks/" + callback);
    awaits(callback, "InteractionClosed", "call");
    return call;
  }

  private static void anonymiseByNumber() throws Exception {
    Map<?, ?> hit = (Map<?, ?>) ((List<?>) scene.supervisor.get("/api/customers?q=Franklin").get("customers")).getFirst();
    scene.supervisor.post("/api/customers/" + hit.get("id") + "/anonymise", Map.of());
  }

  private static void script(String call) throws Exception {
    Map<String, Object> run = Scene.await(() -> {
      try {
        return anna().post("/api/calls/" + call + "/scripts/router", Map.of());
      } catch (ApiRefusal notYet) {
        return Map.<String, Object>of();
      }
    }, begun -> !begun.isEmpty());
    for (String answer : List.of(ACCOUNT, "", "blinking", "60", "", "true", NAME + " restarted it")) {
      run = anna().post("/api/script-runs/" + run.get("run") + "/answer", Map.of(
          "page", ((Map<?, ?>) run.get("page")).get("page"), "answer", answer));
    }
  }

  /** What she leaves, and what became of it. */
  private static String message() throws Exception {
    calls("030123459", 4_000, SKIP);
    String call = scene.ledger.await("""
        select call from journal where kind = 'CallArrived' and body ->> 'called' = '+4930123459' and body ->> 'caller' = ?""",
        rows -> !rows.isEmpty(), SOON_MS, NUMBER).getFirst();
    scene.ledger.await("select call from journal where call = ? and kind = 'VoicemailLeft'", rows -> !rows.isEmpty(), 45_000, call);
    awaits(call, "InteractionClosed", "call");
    scene.supervisor.post("/api/tasks/" + call + "-1/done", Map.of("note", "told " + NAME));
    awaits(call, "VoicemailDone", "note");
    return call;
  }

  /** She waits for nobody, and hangs up. */
  private static String gaveUpOn() throws Exception {
    scene.agent("anna").notReady("desk");
    Scene.Caller caller = scene.callsAs(FROM, "030123451", Stay.atMostMs(2_000));
    String call = scene.ledger.await("""
        select call from journal where kind = 'CallArrived' and body ->> 'called' = '+4930123451' and body ->> 'caller' = ?""",
        rows -> !rows.isEmpty(), SOON_MS, caller.number()).getFirst();
    awaits(call, "InteractionClosed", "call");
    return call;
  }

  private static String dialled(long customer) throws Exception {
    String call = String.valueOf(anna().post("/api/me/calls", Map.of("number", FROM, "customer", customer)).get("call"));
    awaits(call, "Connected", "agent");
    assertEquals(NUMBER, outside.trace().calls().getFirst().address());
    scene.agent("anna").inTalk("hang-up", Map.of());
    awaits(call, "TalkEnded", "by");
    anna().post("/api/me/wrap-up", Map.of("code", "reached", "note", "London calling", "done", true));
    awaits(call, "InteractionClosed", "call");
    return call;
  }

  /** One that she saw, and one that lies on her desk. */
  private static void writeToAnna(DeskSocket desk) throws Exception {
    scene.supervisor.post("/api/messages", Map.of("text", NAME + ", 0170 4445556, is angry", "agent", "anna"));
    Map<String, Object> shown = desk.await("desk", view -> view.toString().contains("is angry"), SOON_MS);
    Map<?, ?> first = (Map<?, ?>) ((List<?>) shown.get("messages")).getFirst();
    anna().post("/api/me/messages/" + first.get("id") + "/seen", Map.of());
    scene.supervisor.post("/api/messages", Map.of("text", NAME + ", 0170/4445557, wants her invoice", "agent", "anna"));
    desk.await("desk", view -> view.toString().contains("wants her invoice"), SOON_MS);
  }

  /** What she does while the database is away goes over the platform's own disk. */
  private static void spilled() throws Exception {
    long before = scene.ledger.count("select count(*) from journal where kind = 'CallArrived'");
    scene.rehearsal.postgres().kill();
    scene.callsAs(FROM, "030123451", Stay.atMostMs(2_000));
    Path spill = scene.rehearsal.home().resolve("data/spill");
    Scene.await(() -> Files.readString(spill, StandardCharsets.ISO_8859_1), text -> text.contains(NUMBER) && text.contains("InteractionClosed"));
    scene.rehearsal.startPostgresAgain();
    scene.ledger.again(scene.rehearsal);
    Scene.await(() -> scene.ledger.count("select count(*) from journal where kind = 'CallArrived'"), now -> now == before + 1);
    Scene.await(() -> scene.part("postgres"), "up"::equals);
    Scene.await(() -> Files.size(spill), Long.valueOf(0)::equals);
  }

  private static boolean hers(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return HERS.stream().anyMatch(each -> lower.contains(each.toLowerCase(Locale.ROOT)));
  }

  /** Every row of every table, every key of Redis, and every file of the platform's data that still tells of her. */
  private static List<String> found(Path data) throws Exception {
    List<String> found = new ArrayList<>();
    List<String> tables = scene.ledger.column("""
        select format('%I.%I', table_schema, table_name) from information_schema.tables
        where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')""");
    assertTrue(tables.containsAll(List.of("public.journal", "public.customer", "public.staff_message")), tables::toString);
    for (String table : tables) {
      scene.ledger.column("select row_to_json(t)::text from " + table + " t").stream().filter(AnonymisingIT::hers)
          .forEach(row -> found.add(table + " " + row));
    }
    try (RedisClient redis = RedisClient.create(scene.rehearsal.redis().uri())) {
      for (String key : redis.keys("*")) {
        String value = key + " " + switch (redis.type(key)) {
          case "hash" -> redis.hgetAll(key);
          case "list" -> redis.lrange(key, 0, -1);
          case "set" -> redis.smembers(key);
          case "zset" -> redis.zrange(key, 0, -1);
          default -> redis.get(key);
        };
        if (hers(value)) {
          found.add("redis " + value);
        }
      }
    }
    for (Path file : files(data)) {
      if (hers(file.toString()) || hers(Files.readString(file, StandardCharsets.ISO_8859_1))) {
        found.add(file.toString());
      }
    }
    return found;
  }

  private static List<Path> files(Path directory) throws Exception {
    try (Stream<Path> all = Files.walk(directory)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  private static List<Path> recordings(Path data) {
    try {
      return files(data.resolve("recordings"));
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
