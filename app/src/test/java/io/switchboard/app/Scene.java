package io.switchboard.app;

import io.switchboard.app.rehearsal.PlatformProcess;
import io.switchboard.app.rehearsal.Rehearsal;
import io.switchboard.app.rehearsal.Script;
import io.switchboard.desktop.adapter.client.ApiClient;
import io.switchboard.desktop.adapter.client.HeadlessAgent;
import io.switchboard.servers.Ports;
import io.switchboard.servers.Progress;
import io.switchboard.servers.sipp.Behaviour;
import io.switchboard.servers.sipp.CallerPlan;
import io.switchboard.servers.sipp.Dialling;
import io.switchboard.servers.sipp.Keys;
import io.switchboard.servers.sipp.SippCall;
import io.switchboard.servers.sipp.SippCallers;
import io.switchboard.servers.sipp.SippPhones;
import io.switchboard.servers.sipp.Stay;
import io.switchboard.servers.sipp.Volume;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A running platform with real servers, and people who call and answer. */
final class Scene implements AutoCloseable {
  static final long SOON_MS = 15_000;
  private static final long POLL_MS = 20;

  final Rehearsal rehearsal;
  final Ledger ledger;
  final PlatformProcess platform;
  final ApiClient supervisor;
  private final Map<String, HeadlessAgent> agents = new HashMap<>();
  private final Deque<AutoCloseable> people = new ArrayDeque<>();
  private int callers;

  private Scene(Rehearsal rehearsal, PlatformProcess platform) throws Exception {
    this.rehearsal = rehearsal;
    this.platform = platform;
    this.ledger = new Ledger(rehearsal);
    this.supervisor = rehearsal.supervisor(platform);
  }

  static Scene open(Script script) throws Exception {
    Rehearsal rehearsal = Rehearsal.open(script, Progress.SILENT);
    try {
      rehearsal.asterisk().console("logger add channel heard verbose(3)");
      return new Scene(rehearsal, rehearsal.platform());
    } catch (Exception e) {
      rehearsal.close();
      throw e;
    }
  }

  /** Waits until Asterisk plays this prompt to someone. */
  void awaitHeard(String language, String prompt, Map<String, String> arguments) throws Exception {
    String sound = Sayings.load(rehearsal.config(), rehearsal.configuration(), rehearsal.home().resolve("data/sounds"))
        .prompts().sounds(language, prompt, arguments).toCompletableFuture().get().getFirst().file();
    Path heard = rehearsal.asterisk().directory().resolve("state/log/heard");
    await(() -> Files.readString(heard, StandardCharsets.ISO_8859_1).lines().filter(line -> line.contains("Playing")).toList(),
        lines -> lines.stream().anyMatch(line -> line.contains(sound)));
  }

  /** On a rehearsal whose platform runs already. */
  static Scene of(Rehearsal rehearsal, PlatformProcess platform) throws Exception {
    return new Scene(rehearsal, platform);
  }

  SippPhones phones(String name, Behaviour behaviour, int port) {
    SippPhones phones = SippPhones.start(rehearsal.home(), name, behaviour, port);
    people.push(phones);
    return phones;
  }

  /** Phones whose people say whatever they hear. */
  SippPhones echoes(String name, Behaviour behaviour, int port) {
    SippPhones phones = SippPhones.echoing(rehearsal.home(), name, behaviour, port);
    people.push(phones);
    return phones;
  }

  /** One phone that registers and then listens. */
  SippPhones registers(String endpoint, String secret, Behaviour behaviour) {
    SippPhones phone = SippPhones.registered(
        rehearsal.home(), endpoint, behaviour, Ports.free(), rehearsal.sipPort(), List.of(new SippPhones.Login(endpoint, secret)));
    people.push(phone);
    return phone;
  }

  HeadlessAgent agent(String name) {
    return agents.computeIfAbsent(name, each -> rehearsal.agent(platform, each));
  }

  /** Signed in and ready, in this order: the first has been idle longest. */
  void ready(String... names) throws Exception {
    for (String name : names) {
      agent(name).signIn();
      agent(name).ready();
    }
  }

  void signOut(String... names) throws Exception {
    for (String name : names) {
      agent(name).signOut();
    }
  }

  /** Someone dials. */
  Caller calls(String number, Stay stay, Keys... keys) {
    return speaks(number, 0, 0, stay, keys);
  }

  /** Someone dials, presses keys, and speaks for so many milliseconds, and is then silent. */
  Caller speaks(String number, int ms, int silentMs, Stay stay, Keys... keys) {
    return speaks("0170" + (1_000_000 + callers + 1), number, ms, silentMs, stay, keys);
  }

  /** Someone dials who has this number, as he would write it. */
  Caller callsAs(String from, String number, Stay stay) {
    return speaks(from, number, 0, 0, stay);
  }

  /** Someone dials who has this number, as he would write it, presses keys and speaks. */
  Caller speaks(String from, String number, int ms, int silentMs, Stay stay, Keys... keys) {
    callers++;
    CallerPlan plan = CallerPlan.to(rehearsal.sipPort(), number)
        .who(n -> new Dialling(from, number, "Caller " + from)).pressing(keys).speaking(ms, silentMs).staying(stay);
    SippCallers sipp = SippCallers.start(rehearsal.home(), "caller-" + callers, plan, new Volume.Times(1, 10));
    people.push(sipp);
    return new Caller(sipp, "+49" + from.substring(1));
  }

  /** One who dialled. */
  final class Caller {
    private final SippCallers sipp;
    private final String number;

    private Caller(SippCallers sipp, String number) {
      this.sipp = sipp;
      this.number = number;
    }

    /** In E.164. */
    String number() {
      return number;
    }

    /** His call's id, once it arrived. */
    String call() throws Exception {
      return ledger.call(number);
    }

    String ending() throws Exception {
      return ledger.ending(call());
    }

    /** Waits for this fact of his call, and gives its first. */
    String awaits(String kind, String field) throws Exception {
      return ledger.await("select coalesce(body ->> ?, '') from journal where call = ? and kind = ? order by seq",
          rows -> !rows.isEmpty(), SOON_MS, field, call(), kind).getFirst();
    }

    /** This field of every fact of this kind. */
    List<String> all(String kind, String field) throws Exception {
      return ledger.column("select body ->> ? from journal where call = ? and kind = ? order by seq", field, call(), kind);
    }

    /** His timeline through the API, once it is closed. */
    List<Map<String, Object>> timeline() throws Exception {
      awaits("InteractionClosed", "call");
      return facts(supervisor.get("/api/calls/" + call()));
    }

    SippCall heard() {
      return sipp.trace().calls().getFirst();
    }
  }

  @SuppressWarnings("unchecked") // as the API says
  static List<Map<String, Object>> facts(Map<String, Object> answer) {
    return (List<Map<String, Object>>) answer.get("facts");
  }

  @SuppressWarnings("unchecked") // as the API says
  Map<String, Object> queue(String name) throws Exception {
    return ((List<Map<String, Object>>) supervisor.get("/api/queues").get("queues")).stream()
        .filter(each -> each.get("queue").equals(name)).findFirst().orElseThrow();
  }

  @SuppressWarnings("unchecked") // as the API says
  Map<String, Object> agentNow(String name) throws Exception {
    return ((List<Map<String, Object>>) supervisor.get("/api/agents").get("agents")).stream()
        .filter(each -> each.get("agent").equals(name)).findFirst().orElseThrow();
  }

  /** A call as the board shows it, once it is in this stage: the board hears of a fact a moment after it is durable. */
  Map<String, Object> live(String call, String stage) throws Exception {
    return await(() -> live(call), shown -> stage.equals(shown.get("stage")));
  }

  @SuppressWarnings("unchecked") // as the API says
  private Map<String, Object> live(String call) throws Exception {
    return ((List<Map<String, Object>>) supervisor.get("/api/calls").get("calls")).stream()
        .filter(each -> each.get("call").equals(call)).findFirst().orElse(Map.of());
  }

  @SuppressWarnings("unchecked") // as the API says
  String part(String name) throws Exception {
    return String.valueOf(((List<Map<String, Object>>) supervisor.get("/api/health").get("parts")).stream()
        .filter(each -> each.get("name").equals(name)).findFirst().orElseThrow().get("state"));
  }

  /** A question that is asked again until the answer is right. */
  interface Asking<T> {
    T ask() throws Exception;
  }

  static <T> T await(Asking<T> question, Predicate<T> right) throws Exception {
    return await(question, right, SOON_MS);
  }

  static <T> T await(Asking<T> question, Predicate<T> right, long withinMs) throws Exception {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(withinMs);
    T answer = question.ask();
    while (!right.test(answer)) {
      if (System.nanoTime() > end) {
        throw new AssertionError("after " + withinMs + " ms still " + answer);
      }
      TimeUnit.MILLISECONDS.sleep(POLL_MS);
      answer = question.ask();
    }
    return answer;
  }

  @Override
  public void close() throws Exception {
    try (rehearsal; platform; ledger) {
      while (!people.isEmpty()) {
        people.pop().close();
      }
    }
  }
}
