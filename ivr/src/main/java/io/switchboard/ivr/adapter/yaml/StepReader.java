package io.switchboard.ivr.adapter.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.core.ending.Ending;
import io.switchboard.ivr.flow.Surroundings;
import io.switchboard.ivr.flow.Variables;
import io.switchboard.ivr.lookup.Lookup;
import io.switchboard.ivr.value.Expression;
import io.switchboard.ivr.value.Type;
import io.switchboard.ivr.verb.Assign;
import io.switchboard.ivr.verb.Callback;
import io.switchboard.ivr.verb.CheckDigit;
import io.switchboard.ivr.verb.Collect;
import io.switchboard.ivr.verb.Decide;
import io.switchboard.ivr.verb.Enqueue;
import io.switchboard.ivr.verb.Entry;
import io.switchboard.ivr.verb.Hangup;
import io.switchboard.ivr.verb.Language;
import io.switchboard.ivr.verb.LookUp;
import io.switchboard.ivr.verb.Menu;
import io.switchboard.ivr.verb.OpeningHours;
import io.switchboard.ivr.verb.Play;
import io.switchboard.ivr.verb.Recording;
import io.switchboard.ivr.verb.Retry;
import io.switchboard.ivr.verb.Return;
import io.switchboard.ivr.verb.Say;
import io.switchboard.ivr.verb.Saying;
import io.switchboard.ivr.verb.Step;
import io.switchboard.ivr.verb.SubFlow;
import io.switchboard.ivr.verb.Survey;
import io.switchboard.ivr.verb.ToAgent;
import io.switchboard.ivr.verb.Transfer;
import io.switchboard.ivr.verb.Voicemail;
import io.switchboard.ivr.verb.WaitCondition;
import io.switchboard.ivr.verb.Wish;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the steps of a flow, which the schema found well-formed. */
final class StepReader {
  private static final String WHEN = "when";

  private final Formulas formulas;
  private final Variables variables;
  private final Surroundings surroundings;

  /** {@code variables}: of this flow. */
  StepReader(Formulas formulas, Variables variables, Surroundings surroundings) {
    this.formulas = formulas;
    this.variables = variables;
    this.surroundings = surroundings;
  }

  /** {@code pointer}: where the step stands. Formulas that are none become problems, and the step is not complete then. */
  Step read(String pointer, JsonNode step) {
    Map.Entry<String, JsonNode> only = step.properties().stream().filter(each -> !each.getKey().equals(FlowText.AT_MOST)).findFirst().orElseThrow();
    JsonNode given = only.getValue();
    String at = pointer + "/" + only.getKey();
    return switch (only.getKey()) {
      case Play.VERB -> new Play(sayings(given.get("prompts")), text(given, "next"));
      case Say.VERB -> new Say(new Saying.Text(words(given.get("text"))), text(given, "next"));
      case Menu.VERB -> menu(given);
      case Collect.VERB -> collect(given);
      case Survey.VERB -> survey(given);
      case Language.VERB -> new Language(text(given, "language"), text(given, "next"));
      case OpeningHours.VERB -> new OpeningHours(text(given, "hours"), text(given, "open"), text(given, "closed"));
      case Decide.VERB -> new Decide(cases(at, given, Map.of()), text(given, "otherwise"));
      case Assign.VERB -> new Assign(assigned(at + "/values", given.get("values"), variables.types()), text(given, "next"));
      case LookUp.VERB -> lookup(at, given);
      case SubFlow.VERB -> sub(at, given);
      case Return.VERB -> new Return(text(given, "as"));
      case Enqueue.VERB -> enqueue(at, given);
      case WaitCondition.VERB ->
          new WaitCondition(text(given, "queue"), cases(at, given, WaitCondition.KNOWN), text(given, "otherwise"));
      case Callback.VERB -> new Callback(
          text(given, "queue"), given.has("number") ? formula(at + "/number", text(given, "number"), Type.TEXT) : Optional.empty(),
          text(given, "booked"), text(given, "refused"));
      case Transfer.VERB -> transfer(given);
      case Voicemail.VERB -> new Voicemail(
          text(given, "queue"), sayings(given.get("prompts")), ms(given, "most_s", Voicemail.MOST_MS), text(given, "next"));
      case Recording.VERB -> new Recording(
          sayings(given.get("prompts")), ms(given, "most_s", Recording.MOST_MS), ms(given, "silence_s", Recording.SILENCE_MS),
          ms(given, "least_s", Recording.LEAST_MS), text(given, "into"), text(given, "too_short"), text(given, "next"));
      case Hangup.VERB -> new Hangup(Ending.valueOf(text(given, "reason").toUpperCase(Locale.ROOT)));
      default -> PageReader.read(only.getKey(), given);
    };
  }

  // --- questions

  private static Menu menu(JsonNode given) {
    JsonNode noKey = given.get("no_key");
    String then = text(noKey, "then");
    return new Menu(
        sayings(given.get("prompts")),
        keys(given.get("keys")),
        retry(noKey, Retry.SAY_NO_KEY, then),
        retry(given.path("wrong_key"), Retry.SAY_WRONG_KEY, then),
        given.path("timeout_ms").asLong(Retry.TIMEOUT_MS));
  }

  private static Collect collect(JsonNode given) {
    JsonNode noKey = given.get("no_key");
    String then = text(noKey, "then");
    Entry.Accepts accepts = given.has("check")
        ? new Entry.Accepts.Checked(CheckDigit.valueOf(text(given, "check").toUpperCase(Locale.ROOT))) : new Entry.Accepts.Digits();
    return new Collect(
        text(given, "into"),
        sayings(given.get("prompts")),
        digits(given.get("digits"), given.path("end_key").asText(String.valueOf(Entry.HASH)), accepts),
        keys(given.path("keys")),
        given.has("confirm") ? sayings(given.get("confirm")) : List.of(),
        retry(noKey, Retry.SAY_NO_KEY, then),
        retry(given.path("wrong"), Retry.SAY_WRONG_ENTRY, then),
        given.path("timeout_ms").asLong(Retry.TIMEOUT_MS),
        given.path("between_keys_ms").asLong(Retry.BETWEEN_KEYS_MS),
        text(given, "next"));
  }

  private static Entry digits(JsonNode given, String end, Entry.Accepts accepts) {
    int least = given.isObject() ? given.get("least").asInt() : given.asInt();
    int most = given.isObject() ? given.get("most").asInt() : given.asInt();
    return new Entry(least, most, end.equals("none") ? Entry.NO_END : end.charAt(0), accepts);
  }

  private static Survey survey(JsonNode given) {
    JsonNode noKey = given.get("no_key");
    String then = text(noKey, "then");
    int worst = given.get("worst").asInt();
    int best = given.get("best").asInt();
    Entry entry = new Entry(1, Integer.toString(best).length(), Entry.HASH, new Entry.Accepts.Between(worst, best));
    return new Survey(
        text(given, "name"), sayings(given.get("prompts")), entry, given.path("queue").asText(""), given.path("bad").asInt(worst - 1),
        ms(given, "call_back_within_s", Survey.CALL_BACK_WITHIN_MS), retry(noKey, Retry.SAY_NO_KEY, then), retry(given.path("wrong"), Retry.SAY_WRONG_ENTRY, then),
        given.path("timeout_ms").asLong(Retry.TIMEOUT_MS), given.path("between_keys_ms").asLong(Retry.BETWEEN_KEYS_MS),
        text(given, "next"));
  }

  private static Retry retry(JsonNode given, String say, String then) {
    return new Retry(
        given.has("say") ? saying(given.get("say")) : Saying.of(say),
        given.path("repeats").asInt(Retry.REPEATS),
        given.path("then").asText(then));
  }

  // --- formulas

  private List<Decide.Case> cases(String at, JsonNode given, Map<String, Type> also) {
    Map<String, Type> known = new HashMap<>(variables.readable());
    known.putAll(also);
    List<Decide.Case> cases = new ArrayList<>();
    for (int i = 0; i < given.get(WHEN).size(); i++) {
      JsonNode each = given.get(WHEN).get(i);
      formulas.read(at + "/" + WHEN + "/" + i + "/if", text(each, "if"), known, Optional.of(Type.FLAG))
          .ifPresent(condition -> cases.add(new Decide.Case(condition, text(each, "then"))));
    }
    return cases;
  }

  private Optional<Expression> formula(String at, String written, Type type) {
    return formulas.read(at, written, variables.readable(), Optional.of(type));
  }

  /** {@code types}: of what is assigned to; a name that is not in it is left to the checker. */
  private SortedMap<String, Expression> assigned(String at, JsonNode given, Map<String, Type> types) {
    SortedMap<String, Expression> all = new TreeMap<>();
    given.properties().forEach(entry ->
        formulas.read(at + "/" + entry.getKey(), entry.getValue().asText(), variables.readable(), Optional.ofNullable(types.get(entry.getKey())))
            .ifPresent(expression -> all.put(entry.getKey(), expression)));
    return Collections.unmodifiableSortedMap(all);
  }

  private LookUp lookup(String at, JsonNode given) {
    Lookup lookup = surroundings.lookups().get(text(given, "lookup"));
    SortedMap<String, String> secrets = new TreeMap<>();
    SortedMap<String, Expression> with = new TreeMap<>();
    given.path("with").properties().forEach(entry -> {
      String parameter = entry.getKey();
      String written = entry.getValue().asText();
      if (variables.secrets().contains(written)) {
        secrets.put(parameter, written);
      } else {
        Optional<Type> wanted = Optional.ofNullable(lookup).map(known -> known.takes().get(parameter));
        formulas.read(at + "/with/" + parameter, written, variables.readable(), wanted).ifPresent(value -> with.put(parameter, value));
      }
    });
    return new LookUp(
        text(given, "lookup"), Collections.unmodifiableSortedMap(with), Collections.unmodifiableSortedMap(secrets), texts(given.path("into")),
        text(given, "found"), text(given, "nothing"), text(given, "failed"));
  }

  private SubFlow sub(String at, JsonNode given) {
    Map<String, Type> types = Optional.ofNullable(surroundings.flows().get(text(given, "flow")))
        .map(called -> called.variables().types()).orElse(Map.of());
    return new SubFlow(
        text(given, "flow"), assigned(at + "/with", given.path("with"), types), texts(given.path("into")), texts(given.get("exits")));
  }

  // --- queues and numbers

  private Enqueue enqueue(String at, JsonNode given) {
    Map<String, Integer> skills = new TreeMap<>();
    given.path("skills").properties().forEach(entry -> skills.put(entry.getKey(), entry.getValue().asInt()));
    return new Enqueue(
        text(given, "queue"),
        new Wish(
            given.path("priority").isTextual() ? 0 : given.path("priority").asInt(0), Map.copyOf(skills), given.path("value_class").asText(""),
            given.path("preferred_agent").asText(""), given.path("keep_wait").asBoolean(false)),
        given.path("priority").isTextual() ? formula(at + "/priority", text(given, "priority"), Type.INTEGER) : Optional.empty(),
        text(given, "closed"),
        text(given, "emergency"),
        text(given, "no_agents"),
        text(given, "full"),
        given.path("left").asText(text(given, "emergency")),
        given.path("max_wait").asText(text(given, "no_agents")),
        texts(given.path("overflow")),
        keys(given.path("keys")),
        given.path("after").asText(""));
  }

  private static Step transfer(JsonNode given) {
    String failed = text(given, "failed");
    if (given.has("agent")) {
      return new ToAgent(
          text(given, "agent"), text(given, "queue"), ms(given, "ring_s", ToAgent.RING_MS), given.path("busy").asText(failed),
          given.path("no_answer").asText(failed), failed);
    }
    Transfer.To to = given.has("sip") ? new Transfer.To.Sip(text(given, "sip"), text(given, "trunk")) : new Transfer.To.Number(text(given, "number"));
    return new Transfer(
        to, ms(given, "ring_s", Transfer.RING_MS), given.path("busy").asText(failed),
        given.path("no_answer").asText(failed), failed, text(given, "next"));
  }

  // --- what they are made of

  private static SortedMap<Character, String> keys(JsonNode given) {
    SortedMap<Character, String> keys = new TreeMap<>();
    given.properties().forEach(entry -> keys.put(entry.getKey().charAt(0), entry.getValue().asText()));
    return Collections.unmodifiableSortedMap(keys);
  }

  private static SortedMap<String, String> texts(JsonNode given) {
    SortedMap<String, String> texts = new TreeMap<>();
    given.properties().forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
    return Collections.unmodifiableSortedMap(texts);
  }

  static Map<String, String> words(JsonNode given) {
    return Map.copyOf(texts(given));
  }

  private static long ms(JsonNode given, String key, long otherwiseMs) {
    return given.has(key) ? given.get(key).asLong() * 1_000 : otherwiseMs;
  }

  private static List<Saying> sayings(JsonNode given) {
    List<Saying> all = new ArrayList<>();
    given.forEach(each -> all.add(saying(each)));
    return List.copyOf(all);
  }

  private static Saying saying(JsonNode given) {
    if (!given.isObject()) {
      return Saying.of(given.asText());
    }
    return given.has("text") ? new Saying.Text(words(given.get("text"))) : new Saying.Prompt(text(given, "prompt"), text(given, "language"));
  }

  static String text(JsonNode given, String key) {
    return given.get(key).asText();
  }
}
