package io.switchboard.app;

import io.switchboard.app.rehearsal.Script;
import io.switchboard.servers.sipp.Behaviour;
import io.switchboard.servers.sipp.Keys;
import io.switchboard.servers.sipp.Span;
import io.switchboard.servers.sipp.Stay;
import java.util.List;
import java.util.Map;

/** A trading company at work: people with names, customers with a past, calls. Agent anna sits at the page, so does ben; the others have phones that answer. */
final class Company {
  static final String MAIN = "030123450";
  static final String SALES = "030123451";
  static final String SUPPORT = "030123452";
  static final String ORDERS = "030123453";
  static final String ORDERS_DIRECT = "030123454";
  /** Of a customer whom everybody knows. */
  static final String ELENA = "01715550142";

  private static final int TALK_MS = 600_000;
  private static final int LISTENS_MS = 3_000;
  private static final Map<String, List<String>> COLLEAGUES = Map.of(
      "mei", List.of("Mei Lin", "support"), "wei", List.of("Wei Zhang", "support, orders"), "clara", List.of("Clara Vogel", "support"),
      "david", List.of("David Okafor", "orders"), "sofia", List.of("Sofia Rossi", "orders"), "tom", List.of("Tom Becker", "support"));
  private static final String ORDER_FLOW = """
      description: Who has an order tells its number, then chooses.
      variables: {order_number: text}
      first: order
      steps:
        order:
          collect:
            into: order_number
            prompts: [main-menu]
            digits: 6
            no_key: {then: department}
            next: department
        department:
          menu:
            prompts: [main-menu]
            keys: {1: sales, 2: sales}
            no_key: {then: sales}
        sales:
          enqueue: {queue: sales, closed: over, emergency: over, no_agents: over, full: over}
        over:
          hangup: {reason: flow_ended}
      """;

  private Company() {}

  /** {@code phones}: the port of the colleagues' phones. */
  static Script script(int phones) {
    StringBuilder agents = new StringBuilder("demo:\n");
    agent(agents, "anna", "Anna Schmidt", "{ browser: demo-anna }", "sales");
    agent(agents, "ben", "Ben Carter", "{ browser: demo-ben }", "sales");
    COLLEAGUES.forEach((name, who) -> agent(agents, name, who.getFirst(), Script.at(name, phones), who.getLast()));
    String codes = "wrap_up_codes: { solved: { en: Solved, zh: 已解决 }, order: { en: Order taken, zh: 已下单 },"
        + " complaint: { en: Complaint taken, zh: 已登记投诉 }, call_again: { en: Will call again, zh: 客户将再来电 } }";
    return Script.empty()
        .file("tenants.yaml", """
            demo:
              name: Linden & Lotus Trading
              time_zone: Europe/Berlin
              languages: [en, zh]
              skills: [sales]
              not_ready: { lunch: { limit_s: 2700 }, break: { limit_s: 600 }, coaching: {}, training: {} }
              value_classes: { vip: 8, a: 4, b: 2, c: 0 }
            """)
        .file("agents.yaml", agents.toString())
        .queue("sales", "ring_s: 60", "wrap_up: { seconds: 300, extend_s: 60, extensions: 2 }", "announce_position_on_entry: false", codes)
        .queue("support", "ring_s: 30", "wrap_up_s: 120", "announce_position_on_entry: false", "alarms: { waiting: 2 }")
        .queue("orders", "ring_s: 30", "wrap_up_s: 60", "announce_position_on_entry: false")
        .direct("+4930123452", "support").number("+4930123453", "with-order").file("flows/with-order.yaml", ORDER_FLOW).direct("+4930123454", "orders");
  }

  private static void agent(StringBuilder agents, String name, String display, String phone, String queues) {
    agents.append("""
          %s:
            display_name: %s
            phone: %s
            skills: { sales: 5 }
            queues: [%s]
            strikes: 100
        """.formatted(name, display, phone, queues));
  }

  /** The colleagues come to work; {@code phones} as in {@link #script}. */
  static void comesToWork(Scene scene, int phones) throws Exception {
    scene.phones("colleagues", new Behaviour.Answers(Span.ofMs(300), Stay.atMostMs(TALK_MS)), phones);
    scene.ready(COLLEAGUES.keySet().stream().sorted().toArray(String[]::new));
    scene.agent("tom").notReady("lunch");
  }

  /** The customers' records. */
  static void isKnown(Scene scene) throws Exception {
    long now = System.currentTimeMillis();
    long day = 86_400_000;
    String elena = customer(scene, Map.of(
        "name", "Elena Petrova", "company", "Atelier Nord GmbH", "numbers", List.of(ELENA, "03055501420"), "language", "en", "value_class", "vip",
        "notes", "Orders for three shops. Prefers delivery before ten; the gate is in the yard.",
        "preferences", Map.of("channel", "phone"), "consent", Map.of("recording", "given")));
    scene.supervisor.post("/api/customers/" + elena + "/cases", Map.of("kind", "fault", "title", "Lamp arrived with a broken shade", "due_at_ms", now + day));
    scene.supervisor.post("/api/customers/" + elena + "/cases", Map.of("kind", "order", "title", "Forty lanterns for the spring window", "due_at_ms", now + 6 * day));
    scene.supervisor.post("/api/customers/" + elena + "/tasks", Map.of("title", "Send the new price list", "due_at_ms", now + 2 * day));
    scene.supervisor.post("/api/customers/" + elena + "/notes", Map.of("text", "Asked for a sample of the green glaze."));
    for (List<String> one : List.of(
        List.of("陈丽华", "莲花贸易有限公司", "01715550177", "a", "zh"), List.of("Jonas Weber", "Weber & Söhne", "01715550113", "b", "en"),
        List.of("Amélie Laurent", "", "01715550125", "c", "en"), List.of("Priya Raman", "Raman Interiors", "01715550138", "a", "en"),
        List.of("王志强", "", "01715550151", "b", "zh"), List.of("Erik Lindqvist", "Nordljus AB", "01715550164", "vip", "en"),
        List.of("Elena Marchetti", "Studio Marchetti", "01715550189", "b", "en"))) {
      customer(scene, Map.of("name", one.get(0), "company", one.get(1), "numbers", List.of(one.get(2)), "value_class", one.get(3), "language", one.get(4)));
    }
  }

  private static String customer(Scene scene, Map<String, Object> fields) throws Exception {
    return String.valueOf(((Map<?, ?>) scene.supervisor.post("/api/customers", fields).get("customer")).get("id"));
  }

  /** Somebody calls who speaks until somebody hangs up. */
  static Scene.Caller calls(Scene scene, String from, String number, String... keys) {
    Keys[] pressed = new Keys[keys.length];
    for (int i = 0; i < keys.length; i++) {
      pressed[i] = new Keys(LISTENS_MS, keys[i]);
    }
    return scene.speaks(from, number, TALK_MS, 1_000, Stay.untilHungUp(), pressed);
  }
}
