package io.switchboard.ivr.adapter.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.core.id.Names;
import io.switchboard.ivr.flow.Contract;
import io.switchboard.ivr.flow.Flow;
import io.switchboard.ivr.flow.FlowCheck;
import io.switchboard.ivr.flow.Kind;
import io.switchboard.ivr.flow.Limit;
import io.switchboard.ivr.flow.Problem;
import io.switchboard.ivr.flow.Surroundings;
import io.switchboard.ivr.flow.Variables;
import io.switchboard.ivr.value.Type;
import io.switchboard.ivr.verb.Return;
import io.switchboard.ivr.verb.Step;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** One flow's file: read, checked by its schema, and then, when the others are known, by the checker. */
final class FlowText {
  static final String AT_MOST = "at_most";

  private static final String SECRET = "secret";

  private final Kind kind;
  private final String name;
  private final String text;
  private final YamlText yaml;
  private final List<Problem> found = new ArrayList<>();

  /**
   * @param file shown in problems
   * @param name of the flow
   */
  FlowText(Kind kind, String file, String name, String text) {
    this.kind = kind;
    this.name = name;
    this.text = text;
    this.yaml = YamlText.read(file, text, found);
    if (!Names.valid(name)) {
      found.add(new Problem(file, 0, "", "a " + kind.noun() + " cannot be named '" + name + "'", "a file named by 1 to 64 of a-z 0-9 _ . -"));
    }
    if (found.isEmpty()) {
      found.addAll(FlowSchemas.check(kind, yaml));
    }
  }

  String name() {
    return name;
  }

  /** As far as it could be read. */
  Contract contract() {
    Set<String> exits = new TreeSet<>();
    yaml.root().path("steps").forEach(step -> {
      if (step.path(Return.VERB).path("as").isTextual()) {
        exits.add(step.path(Return.VERB).get("as").asText());
      }
    });
    return new Contract(variables(), exits);
  }

  private Variables variables() {
    Map<String, Type> types = new LinkedHashMap<>();
    Set<String> secrets = new HashSet<>();
    Set<String> parameters = new HashSet<>();
    yaml.root().path("parameters").properties().forEach(each -> {
      parameters.add(each.getKey());
      Type.named(each.getValue().asText()).ifPresent(type -> types.put(each.getKey(), type));
    });
    yaml.root().path("variables").properties().forEach(each -> {
      if (each.getValue().asText().equals(SECRET)) {
        secrets.add(each.getKey());
      }
      Type.named(each.getValue().asText()).ifPresent(type -> types.put(each.getKey(), type));
    });
    return new Variables(types, parameters, secrets, kind.given());
  }

  /** The flow; empty where it could not be read at all. It is proven if no problem was added. */
  Optional<Flow> flow(Surroundings surroundings, List<Problem> problems) {
    Optional<Flow> flow = read(surroundings);
    problems.addAll(found);
    return flow;
  }

  private Optional<Flow> read(Surroundings surroundings) {
    JsonNode steps = yaml.root().path("steps");
    if (!steps.isObject() || !yaml.root().path("first").isTextual()) {
      return Optional.empty();
    }
    Variables variables = variables();
    StepReader reader = new StepReader(new Formulas(surroundings.expressions(), yaml, found), variables, surroundings);
    Set<String> unreadable = unreadable();
    Map<String, Step> read = new LinkedHashMap<>();
    Map<String, Limit> limits = new HashMap<>();
    steps.properties().stream().filter(each -> !unreadable.contains(each.getKey())).forEach(each -> {
      int before = found.size();
      Step step = reader.read("/steps/" + each.getKey(), each.getValue());
      if (found.size() == before) {
        read.put(each.getKey(), step);
        limit(each.getValue().path(AT_MOST)).ifPresent(limit -> limits.put(each.getKey(), limit));
      }
    });
    unreadable.addAll(unreadable());
    Flow flow = new Flow(name, digest(text), yaml.root().get("first").asText(), variables, read, limits);
    FlowCheck.check(kind, flow, unreadable, surroundings)
        .forEach(finding -> found.add(yaml.problem(finding.pointer(), finding.wrong(), finding.right())));
    return Optional.of(flow);
  }

  private static Optional<Limit> limit(JsonNode given) {
    return given.isObject() ? Optional.of(new Limit(given.get("times").asInt(), given.get("then").asText())) : Optional.empty();
  }

  /** The steps in which something wrong was found. */
  private Set<String> unreadable() {
    Set<String> names = new TreeSet<>();
    for (Problem problem : found) {
      String[] parts = problem.pointer().split("/", 4);
      if (parts.length > 2 && parts[1].equals("steps")) {
        names.add(parts[2]);
      }
    }
    return names;
  }

  /** Its text as it stands; its shape was looked at. */
  YamlText yaml() {
    return yaml;
  }

  /** Whether nothing wrong was found so far. */
  boolean right() {
    return found.isEmpty();
  }

  Problem problem(String pointer, String wrong, String right) {
    return yaml.problem(pointer, wrong, right);
  }

  /** 64 bits of SHA-256 as 16 hexadecimal digits: enough to tell apart all texts that one flow will ever have. */
  private static String digest(String text) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException never) {
      throw new IllegalStateException("every Java has SHA-256", never);
    }
  }
}
