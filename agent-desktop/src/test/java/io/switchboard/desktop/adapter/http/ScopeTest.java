package io.switchboard.desktop.adapter.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.core.access.Role;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.signal.ScriptRequest;
import io.switchboard.desktop.api.Endpoint;
import java.lang.reflect.RecordComponent;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Beyond his role: about whom and what a user may ask. Every endpoint is in one of the lists here, so that a new one is not forgotten.
 */
class ScopeTest {
  private static final AgentId ANNA = AgentId.of("demo", "anna");
  private static final AgentId ZORA = AgentId.of("other", "zora");
  /** What only the tenant demo has. */
  private static final Pattern DEMOS = Pattern.compile("demo|Lovelace|\\+4930[1-6]\\b|\\+4930555|\"others\":\\[1");

  /** About everybody alike, or about the files of the whole installation, which are of no tenant. */
  private static final Set<Endpoint> OF_NO_TENANT = EnumSet.of(
      Endpoint.LOGIN, Endpoint.HEALTH, Endpoint.DESCRIPTION, Endpoint.EVENTS, Endpoint.PHONE_SOCKET, Endpoint.KNOWLEDGE,
      Endpoint.KNOWLEDGE_ARTICLE, Endpoint.SCRIPTS, Endpoint.RELOAD, Endpoint.CONFIGURATION, Endpoint.CONFIGURATION_WRITE,
      Endpoint.CONFIGURATION_FILE, Endpoint.CONFIGURATION_FILE_WRITE, Endpoint.CONFIGURATION_FOLDER_FILE,
      Endpoint.CONFIGURATION_FOLDER_FILE_WRITE, Endpoint.RELEASES, Endpoint.RELEASE, Endpoint.RELEASE_DIFFERENCE,
      Endpoint.RELEASE_ROLL_BACK, Endpoint.PROMPTS, Endpoint.PROMPT_RECORDING, Endpoint.PROMPT_RECORDING_PUT,
      Endpoint.PROMPT_RECORDING_REMOVE);

  /** About the user himself, or all of his tenant: the question names nothing. */
  private static final Set<Endpoint> OF_WHO_ASKS = EnumSet.of(
      Endpoint.ME, Endpoint.ME_SIGN_IN, Endpoint.ME_READY, Endpoint.ME_EXTEND_WRAP_UP, Endpoint.CALL_DECLINE,
      Endpoint.CALL_HANG_UP, Endpoint.CALL_HOLD, Endpoint.CALL_RESUME, Endpoint.CALL_SWAP, Endpoint.CALL_COMPLETE, Endpoint.CALL_CANCEL,
      Endpoint.CALL_CONFERENCE, Endpoint.ME_SIGN_OUT, Endpoint.ME_TODAY, Endpoint.ME_COLLEAGUES,
      Endpoint.ME_PHONE, Endpoint.ME_PHONE_END, Endpoint.ME_GATE, Endpoint.AGENTS, Endpoint.QUEUES, Endpoint.CALLS, Endpoint.SURVEYS,
      Endpoint.CUSTOMER_EXPORT, Endpoint.CUSTOMER_IMPORT, Endpoint.METRICS);

  /** The tenant demo has it, whom or what the question names. */
  private static final Map<Endpoint, Named> NAMED = new EnumMap<>(Map.ofEntries(
      named(Endpoint.ME_NOT_READY, "{\"reason\":\"lunch\"}"),
      named(Endpoint.CALL_MUTE, "{\"on\":true}"),
      named(Endpoint.CALL_TRANSFER, "{\"agent\":\"ben\"}"),
      named(Endpoint.CALL_CONSULT, "{\"queue\":\"sales\"}"),
      named(Endpoint.CALL_CUSTOMER, "{\"customer\":1}"),
      named(Endpoint.CALL_RECORDING, "{\"on\":true}"),
      named(Endpoint.ME_DIAL, "{\"number\":\"+49301\",\"queue\":\"sales\",\"customer\":1}"),
      named(Endpoint.ME_WRAP_UP, "{\"code\":\"sold\"}"),
      named(Endpoint.ME_MESSAGE_SEEN, "/api/me/messages/1/seen", ""),
      named(Endpoint.MESSAGES, "{\"text\":\"well done\",\"agent\":\"ben\"}"),
      named(Endpoint.AGENT_SIGN_IN, "/api/agents/anna/sign-in", ""),
      named(Endpoint.AGENT_READY, "/api/agents/anna/ready", ""),
      named(Endpoint.AGENT_NOT_READY, "/api/agents/anna/not-ready", "{\"reason\":\"lunch\"}"),
      named(Endpoint.AGENT_BREAK, "/api/agents/anna/break", "{\"minutes\":0}"),
      named(Endpoint.AGENT_SKILLS, "/api/agents/anna/skills", "{\"skills\":{\"german\":5}}"),
      named(Endpoint.AGENT_SIGN_OUT, "/api/agents/anna/sign-out", ""),
      named(Endpoint.CALL, "/api/calls/1700000000.1", ""),
      named(Endpoint.CALL_MOVE, "/api/calls/1700000000.1/move", "{\"queue\":\"sales\"}"),
      named(Endpoint.CALL_PRIORITY, "/api/calls/1700000000.1/priority", "{\"points\":5}"),
      named(Endpoint.CALL_PICK, "/api/calls/1700000000.1/pick", "{\"agent\":\"anna\"}"),
      named(Endpoint.CALL_LISTEN, "/api/calls/1700000000.3/listen", "{\"mode\":\"listen\"}"),
      named(Endpoint.CALL_LISTEN_END, "/api/calls/1700000000.3/listen", ""),
      named(Endpoint.CALL_TAKE_OVER, "/api/calls/1700000000.3/take-over", ""),
      named(Endpoint.CALL_WHY, "/api/calls/1700000000.2/why", ""),
      named(Endpoint.CALL_SCRIPT, "/api/calls/1700000000.4/scripts/router", ""),
      named(Endpoint.SCRIPT_RUN, "/api/script-runs/1700000000.4-1", ""),
      named(Endpoint.SCRIPT_RUN_ANSWER, "/api/script-runs/1700000000.4-1/answer", "{\"page\":1,\"answer\":\"dark\"}"),
      named(Endpoint.SCRIPT_RUN_BACK, "/api/script-runs/1700000000.4-1/back", "{\"page\":1}"),
      named(Endpoint.VOICEMAILS, "/api/voicemails?queue=sales", ""),
      named(Endpoint.VOICEMAIL_AUDIO, "/api/voicemails/1.1-1/audio", ""),
      named(Endpoint.VOICEMAIL_DONE, "/api/voicemails/1.3-1/done", ""),
      named(Endpoint.RECORDING_AUDIO, "/api/recordings/1700000000.4-talk-1/audio", ""),
      named(Endpoint.TASKS, "/api/tasks?queue=sales", ""),
      named(Endpoint.TASK_SEEN, "/api/tasks/3.4-s2/seen", ""),
      named(Endpoint.TASK_DONE, "/api/tasks/3.4-s2/done", ""),
      named(Endpoint.TASK_CALL_BACK, "/api/tasks/3.4-s2/call-back", ""),
      named(Endpoint.GAVE_UP, "/api/gave-up?queue=sales", ""),
      named(Endpoint.GAVE_UP_CALL_BACK, "/api/gave-up/2.5/call-back", ""),
      named(Endpoint.CALLBACKS, "/api/callbacks?queue=sales", ""),
      named(Endpoint.CALLBACK_CANCEL, "/api/callbacks/2.6+b2", ""),
      named(Endpoint.CUSTOMERS, "/api/customers?q=Lovelace", ""),
      named(Endpoint.CUSTOMER_CREATE, "{\"name\":\"Grace\",\"numbers\":[\"+491701234567\"]}"),
      named(Endpoint.CUSTOMER_IMPORT_PROGRESS, "/api/customers/imports/i1", ""),
      named(Endpoint.CUSTOMER, "/api/customers/1", ""),
      named(Endpoint.CUSTOMER_CHANGE, "/api/customers/1", "{\"name\":\"Ada\"}", 1),
      named(Endpoint.CUSTOMER_NUMBER_ADD, "/api/customers/1/numbers", "{\"number\":\"+49307\"}"),
      named(Endpoint.CUSTOMER_NUMBER_REMOVE, "/api/customers/1/numbers/+491701234567", ""),
      named(Endpoint.CUSTOMER_NOTE, "/api/customers/1/notes", "{\"text\":\"calls at noon\"}"),
      named(Endpoint.CUSTOMER_TIMELINE, "/api/customers/1/timeline", ""),
      named(Endpoint.CUSTOMER_CASES, "/api/customers/1/cases", ""),
      named(Endpoint.CUSTOMER_CASE_OPEN, "/api/customers/1/cases", "{\"kind\":\"order\",\"title\":\"Two chairs\"}"),
      named(Endpoint.CASE_CHANGE, "/api/cases/7", "{\"state\":\"done\"}", 2),
      named(Endpoint.CUSTOMER_TASKS, "/api/customers/1/tasks", ""),
      named(Endpoint.CUSTOMER_TASK_MAKE, "/api/customers/1/tasks", "{\"title\":\"Send the leaflet\"}"),
      named(Endpoint.CUSTOMER_TASK_DONE, "/api/customer-tasks/3/done", ""),
      named(Endpoint.CUSTOMER_ANONYMISE, "/api/customers/1/anonymise", ""),
      named(Endpoint.CLOSURES, "{\"queue\":\"sales\",\"closed\":true}"),
      named(Endpoint.QUEUE_CHANGE, "/api/queues/sales", "{\"goal_s\":10}")));

  /** What an agent is refused, though he may ask for his own. */
  private static final Map<Endpoint, Refused> NOT_HERS = new EnumMap<>(Map.ofEntries(
      Map.entry(Endpoint.ME_MESSAGE_SEEN, new Refused("/api/me/messages/1/seen", "", 404, "unknown_message")),
      notHers(Endpoint.VOICEMAILS, "/api/voicemails?queue=support"),
      notHers(Endpoint.VOICEMAIL_AUDIO, "/api/voicemails/1.3-1/audio"),
      notHers(Endpoint.VOICEMAIL_DONE, "/api/voicemails/1.3-1/done"),
      notHers(Endpoint.RECORDING_AUDIO, "/api/recordings/1700000000.4-talk-1/audio"),
      notHers(Endpoint.TASKS, "/api/tasks?queue=support"),
      notHers(Endpoint.TASK_DONE, "/api/tasks/3.4-s2/done"),
      notHers(Endpoint.TASK_CALL_BACK, "/api/tasks/3.4-s2/call-back"),
      notHers(Endpoint.GAVE_UP, "/api/gave-up?queue=support"),
      notHers(Endpoint.GAVE_UP_CALL_BACK, "/api/gave-up/2.5/call-back"),
      notHers(Endpoint.CALLBACKS, "/api/callbacks?queue=support"),
      notHers(Endpoint.CALLBACK_CANCEL, "/api/callbacks/2.6+b2")));

  /** Handed on with the agent's name: who has the call decides. */
  private static final Set<Endpoint> BY_HER_CALL = EnumSet.of(
      Endpoint.CALL_SCRIPT, Endpoint.SCRIPT_RUN, Endpoint.SCRIPT_RUN_ANSWER, Endpoint.SCRIPT_RUN_BACK, Endpoint.CALL_TRANSFER,
      Endpoint.CALL_CONSULT, Endpoint.CALL_MUTE, Endpoint.CALL_RECORDING, Endpoint.ME_DIAL, Endpoint.ME_WRAP_UP, Endpoint.ME_NOT_READY);

  /** Customers are the company's: whoever takes calls serves each of them. */
  private static final Set<Endpoint> OF_EVERY_AGENT = EnumSet.of(
      Endpoint.CALL_CUSTOMER, Endpoint.CUSTOMERS, Endpoint.CUSTOMER_CREATE, Endpoint.CUSTOMER, Endpoint.CUSTOMER_CHANGE,
      Endpoint.CUSTOMER_NUMBER_ADD, Endpoint.CUSTOMER_NUMBER_REMOVE, Endpoint.CUSTOMER_NOTE, Endpoint.CUSTOMER_TIMELINE,
      Endpoint.CUSTOMER_CASES, Endpoint.CUSTOMER_CASE_OPEN, Endpoint.CASE_CHANGE, Endpoint.CUSTOMER_TASKS, Endpoint.CUSTOMER_TASK_MAKE,
      Endpoint.CUSTOMER_TASK_DONE);

  /** {@code version}: of what is changed; 0: none is wanted. */
  private record Named(String path, String body, int version) {}

  private record Refused(String path, String body, int status, String code) {}

  private final List<ScriptRequest> scripts = Collections.synchronizedList(new ArrayList<>());
  private ApiOnTheWire api;

  private static Map.Entry<Endpoint, Named> named(Endpoint endpoint, String body) {
    return named(endpoint, endpoint.path(), body);
  }

  private static Map.Entry<Endpoint, Named> named(Endpoint endpoint, String path, String body) {
    return named(endpoint, path, body, 0);
  }

  private static Map.Entry<Endpoint, Named> named(Endpoint endpoint, String path, String body, int version) {
    return Map.entry(endpoint, new Named(path, body, version));
  }

  private static Map.Entry<Endpoint, Refused> notHers(Endpoint endpoint, String path) {
    return Map.entry(endpoint, new Refused(path, "", 403, "wrong_role"));
  }

  /** Sam has a message, his import was read, and somebody talks in each tenant. */
  @BeforeEach
  void start() throws Exception {
    api = ApiOnTheWire.started();
    scripts(ScriptRequest.Begin.class);
    scripts(ScriptRequest.Look.class);
    scripts(ScriptRequest.Answer.class);
    scripts(ScriptRequest.Back.class);
    api.messages.send(List.of(AgentId.of("demo", "sam")), "ada", "well done", 1_000);
    api.send("POST", "/api/customers/import?dry_run=true", api.token(ApiOnTheWire.DEMO, "sam"), "name\nBea\n", "Content-Type", "text/csv");
    api.day.talks(AgentId.of("demo", "sam"), new CallId("1700000000.3"));
    api.day.talks(ZORA, new CallId("1700000000.9"));
  }

  @AfterEach
  void stop() {
    api.close();
  }

  private <Q extends ScriptRequest> void scripts(Class<Q> type) {
    api.signals.<ScriptRequest.Outcome, Q>answer(type, (request, reply) -> {
      scripts.add(request);
      reply.accept(new ScriptRequest.Outcome.Listed(List.of()));
    });
  }

  @Test
  void everyEndpointIsLookedAt() {
    Set<Endpoint> looked = EnumSet.copyOf(NAMED.keySet());
    for (Set<Endpoint> others : List.of(OF_NO_TENANT, OF_WHO_ASKS)) {
      others.forEach(each -> assertTrue(looked.add(each), () -> each + " is in two lists"));
    }
    assertEquals(EnumSet.allOf(Endpoint.class), looked, "a new endpoint belongs into one of the lists");
    OF_WHO_ASKS.forEach(each -> assertFalse(each.path().contains("{"), () -> each + " names something"));
  }

  @Test
  void everyEndpointThatOpensToAgentsIsLookedAt() {
    Set<Endpoint> looked = EnumSet.copyOf(NOT_HERS.keySet());
    looked.addAll(BY_HER_CALL);
    looked.addAll(OF_EVERY_AGENT);
    Set<Endpoint> agents = EnumSet.copyOf(NAMED.keySet());
    agents.removeIf(each -> !each.roles().contains(Role.AGENT));
    assertEquals(agents, looked, "a new endpoint belongs into one of the lists");
  }

  static Stream<Endpoint> named() {
    return NAMED.keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("named")
  void nobodyReachesWhatIsAnotherTenants(Endpoint endpoint) throws Exception {
    Named asked = NAMED.get(endpoint);
    HttpResponse<String> foreign = ask(endpoint, asked, api.token(ApiOnTheWire.OTHER, "zora"));
    assertFalse(DEMOS.matcher(foreign.body()).find(), foreign::body);
    Set<TenantId> reached = inside(TenantId.class, handedOn());
    assertTrue(reached.isEmpty() || reached.equals(Set.of(ApiOnTheWire.OTHER)), () -> endpoint + ": " + handedOn());
    boolean read = endpoint.method().equals("GET") && foreign.statusCode() == 200 && reached.isEmpty();
    assertTrue(
        foreign.statusCode() == 404 || read || !reached.isEmpty() || endpoint == Endpoint.CUSTOMER_CREATE, () -> endpoint + ": " + foreign.body());
    assertEquals(1, api.customers.find(ApiOnTheWire.DEMO, 1).orElseThrow().version(), "nothing of hers changed");

    String own = endpoint.roles().contains(Role.SUPERVISOR) ? "sam" : "ada";
    HttpResponse<String> there = ask(endpoint, asked, api.token(ApiOnTheWire.DEMO, own));
    assertEquals(200, there.statusCode(), () -> "it is there for who may ask: " + there.body());
    assertTrue(!read || !there.body().equals(foreign.body()), () -> "the same for both: " + there.body());
  }

  static Stream<Endpoint> ofWhoAsks() {
    return OF_WHO_ASKS.stream();
  }

  @ParameterizedTest
  @MethodSource("ofWhoAsks")
  void whatIsOfWhoAsksIsOfHisTenant(Endpoint endpoint) throws Exception {
    HttpResponse<String> answer = api.send(endpoint.method(), endpoint.path(), api.token(ApiOnTheWire.OTHER, "zora"), "");
    assertFalse(DEMOS.matcher(answer.body()).find(), answer::body);
    assertTrue(Set.of(ApiOnTheWire.OTHER).containsAll(inside(TenantId.class, handedOn())), () -> handedOn().toString());
  }

  static Stream<Endpoint> notHers() {
    return NOT_HERS.keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("notHers")
  void anAgentIsRefusedWhatIsAnothers(Endpoint endpoint) throws Exception {
    Refused expected = NOT_HERS.get(endpoint);
    HttpResponse<String> refused = api.send(endpoint.method(), expected.path(), api.token(ApiOnTheWire.DEMO, "anna"), expected.body());
    assertEquals(expected.status(), refused.statusCode(), refused::body);
    assertTrue(refused.body().contains("\"code\":\"" + expected.code() + "\""), refused::body);
    assertEquals(List.of(), requests(), "nothing was asked of anybody");
  }

  static Stream<Endpoint> byHerCall() {
    return BY_HER_CALL.stream();
  }

  @ParameterizedTest
  @MethodSource("byHerCall")
  void whatAnAgentAsksOfACallIsHandedOnInHerName(Endpoint endpoint) throws Exception {
    ask(endpoint, NAMED.get(endpoint), api.token(ApiOnTheWire.DEMO, "anna"));
    Object request = requests().getLast();
    assertEquals(ANNA, first(AgentId.class, request), () -> "who asks is named first: " + request);
  }

  @ParameterizedTest
  @EnumSource(names = {"VOICEMAILS", "TASKS", "GAVE_UP", "CALLBACKS"})
  void anAgentsListsHaveHerQueuesOnly(Endpoint endpoint) throws Exception {
    String hers = api.send("GET", endpoint.path(), api.token(ApiOnTheWire.DEMO, "anna"), "").body();
    String all = api.send("GET", endpoint.path(), api.token(ApiOnTheWire.DEMO, "sam"), "").body();
    assertTrue(hers.contains("sales") && !hers.contains("support"), hers);
    assertTrue(all.contains("support"), all);
  }

  private HttpResponse<String> ask(Endpoint endpoint, Named asked, String token) throws Exception {
    return asked.version() == 0
        ? api.send(endpoint.method(), asked.path(), token, asked.body())
        : api.send(endpoint.method(), asked.path(), token, asked.body(), "If-Match", "\"" + asked.version() + "\"", "Content-Type", "application/json");
  }

  private List<Object> requests() {
    return Stream.of(List.copyOf(api.asked), List.copyOf(api.edits), List.copyOf(scripts)).<Object>flatMap(Collection::stream).toList();
  }

  /** What the answering of a question told others to do, and who was written to. */
  private List<Object> handedOn() {
    return Stream.concat(requests().stream(), api.messages.unseen(100).stream().filter(each -> !each.text().isEmpty() && !each.from().equals("ada")))
        .toList();
  }

  private static <T> Set<T> inside(Class<T> type, Collection<?> records) {
    Set<T> found = new TreeSet<>(Comparator.comparing(Object::toString));
    records.forEach(each -> gather(type, each, found));
    return found;
  }

  private static <T> T first(Class<T> type, Object record) {
    List<T> found = new ArrayList<>();
    gather(type, record, found);
    return found.getFirst();
  }

  private static <T> void gather(Class<T> type, Object value, Collection<T> found) {
    if (type.isInstance(value)) {
      found.add(type.cast(value));
    } else if (value instanceof Record) {
      Arrays.stream(value.getClass().getRecordComponents()).map(component -> read(component, value)).forEach(each -> gather(type, each, found));
    }
  }

  private static Object read(RecordComponent component, Object record) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(component.toString(), e);
    }
  }
}
