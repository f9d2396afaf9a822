package io.switchboard.app.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.acd.agent.AgentSettings;
import io.switchboard.acd.policy.AgentPolicy;
import io.switchboard.acd.policy.CallOrder;
import io.switchboard.acd.policy.Reserve;
import io.switchboard.acd.queue.Choice;
import io.switchboard.acd.queue.Comfort;
import io.switchboard.acd.queue.Doors;
import io.switchboard.acd.queue.Overflow;
import io.switchboard.acd.queue.QueueSettings;
import io.switchboard.acd.queue.Returns;
import io.switchboard.acd.queue.Waiting;
import io.switchboard.acd.skill.Relaxation;
import io.switchboard.core.access.Role;
import io.switchboard.core.call.EntryPoint;
import io.switchboard.core.dial.DialLimits;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.line.Destinations;
import io.switchboard.core.line.NumberPlan;
import io.switchboard.core.line.Phone;
import io.switchboard.core.line.Trunk;
import io.switchboard.core.time.Hours;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes the records of files that were checked. */
final class CompanySections {
  private final Documents all;
  private final WorkSections work;
  private final LookupSections lookups;

  CompanySections(Documents all) {
    this.all = all;
    this.work = new WorkSections(all);
    this.lookups = new LookupSections(all.lookups());
  }

  Configuration configuration() {
    List<EntryPoint> entryPoints = all.entryPoints().names(KeyPath.of("entry_points")).stream()
        .map(name -> entryPoint(name, KeyPath.of("entry_points", name))).toList();
    List<AgentPlan> agents = all.agents().entries().map(this::agent).toList();
    return new Configuration(
        new InstallationSection(all.installation().root()).installation(),
        all.tenants().names(KeyPath.ROOT).stream().map(this::tenant).toList(),
        entryPoints,
        entryPoint("unknown_number", KeyPath.of("unknown_number")),
        all.entryPoints().at(KeyPath.of("busy", "flow")).asText(),
        all.queues().entries().map(this::queue).toList(),
        agents,
        users(agents),
        hours(),
        all.trunks().names(KeyPath.ROOT).stream().map(this::trunk).toList(),
        lookups.sources(),
        lookups.lookups(),
        scripts(),
        all.queues().entries().collect(Collectors.toMap(at -> QueueId.of(outer(at), at.key()), at -> work.desk(outer(at), all.queues().at(at)))));
  }

  private Tenant tenant(String name) {
    JsonNode tenant = all.tenants().at(KeyPath.of(name));
    return new Tenant(
        new TenantId(name), tenant.path("name").asText(), ZoneId.of(tenant.path("time_zone").asText()), all.ofTenant(name, "languages"),
        all.ofTenant(name, "skills"), levels(tenant.path("value_classes")),
        new Destinations(all.ofTenant(name, "destinations")), tenant.path("transfer_caller_id").asText("own").equals("caller"), work.reasons(name),
        CrmSection.of(tenant.path("crm")), dialling(KeyPath.of(name), ZoneId.of(tenant.path("time_zone").asText())));
  }

  private DialLimits dialling(KeyPath tenant, ZoneId zone) {
    JsonNode dialling = all.tenants().at(tenant.then("dialling"));
    DialLimits usual = DialLimits.STANDARD;
    Set<String> emergency = dialling.has("emergency")
        ? Set.copyOf(Documents.texts(all.tenants(), tenant.then("dialling").then("emergency"))) : usual.emergency();
    return new DialLimits(
        emergency, dialling.path("at_once").asInt(usual.atOnce()), dialling.path("agent_per_day").asInt(usual.agentPerDay()),
        dialling.path("per_day").asInt(usual.perDay()), ms(dialling, "ring_s", usual.ringMs() / 1000), zone, overTrunks(dialling.path("trunks")));
  }

  private static Map<String, DialLimits.OverTrunk> overTrunks(JsonNode trunks) {
    Map<String, DialLimits.OverTrunk> limits = new HashMap<>();
    trunks.fields().forEachRemaining(trunk -> limits.put(trunk.getKey(), new DialLimits.OverTrunk(
        trunk.getValue().path("at_once").asInt(DialLimits.OverTrunk.MOST.atOnce()),
        trunk.getValue().path("per_day").asInt(DialLimits.OverTrunk.MOST.perDay()))));
    return limits;
  }

  private EntryPoint entryPoint(String name, KeyPath at) {
    JsonNode entry = all.entryPoints().at(at);
    return new EntryPoint(
        new TenantId(entry.path("tenant").asText()), name, entry.path("number").asText(), entry.path("flow").asText(),
        entry.path("language").asText());
  }

  private QueueSettings queue(KeyPath at) {
    JsonNode queue = all.queues().at(at);
    String tenant = outer(at);
    Hours hours = queue.has("hours") ? plan(KeyPath.of(tenant, queue.path("hours").asText())) : Hours.always();
    List<Relaxation> relaxations = new ArrayList<>();
    queue.path("relax").forEach(step ->
        relaxations.add(new Relaxation(step.path("after_s").asLong() * 1000, levels(step.path("skills")))));
    return new QueueSettings(
        QueueId.of(tenant, at.key()), levels(queue.path("skills")), relaxations,
        new CallOrder(queue.path("priority").asInt(0), ms(queue, "answer_within_s", 20)),
        choice(queue), ms(queue, "ring_s", 20), work.work(tenant, queue),
        new Waiting(
            ms(queue, "announce_position_every_s", 45), queue.path("announce_position_on_entry").asBoolean(true),
            queue.path("music").asText("default"), queue.path("announce_expected_wait").asBoolean(true), comfort(queue.path("comfort")),
            queue.path("message").asText("")),
        new Doors(queue.path("max_waiting").asInt(200), ms(queue, "max_wait_s", 0), hours, queue.path("wait_without_agents").asBoolean(false),
            overflows(queue.path("overflow"))),
        new Returns(ms(queue, "redial_keeps_place_s", 0), queue.has("callback") ? callback(queue.path("callback"), at.then("callback")) : null,
            ms(queue, "return_to_agent_s", 20)));
  }

  private Map<QueueId, String> scripts() {
    return all.queues().entries().filter(at -> all.queues().at(at.then("script")).isTextual())
        .collect(Collectors.toMap(at -> QueueId.of(outer(at), at.key()), at -> all.queues().at(at.then("script")).asText()));
  }

  private Returns.Callback callback(JsonNode callback, KeyPath at) {
    return new Returns.Callback(
        callback.path("from").asText(), Documents.texts(all.queues(), at.then("trunks")), Documents.texts(all.queues(), at.then("numbers")),
        ms(callback, "ring_s", 30), callback.path("attempts").asInt(3), ms(callback, "retry_s", 300), ms(callback, "window_s", 14_400),
        callback.path("most").asInt(100));
  }

  private static List<Overflow> overflows(JsonNode rules) {
    List<Overflow> overflows = new ArrayList<>();
    rules.fields().forEachRemaining(rule -> {
      JsonNode when = rule.getValue();
      overflows.add(new Overflow(
          rule.getKey(), ms(when, "after_s", 0), ms(when, "every_s", 0), when.path("ahead").asInt(0), ms(when, "expected_wait_s", 0),
          when.path("signed_in_below").asInt(0)));
    });
    return overflows;
  }

  private static Comfort comfort(JsonNode comfort) {
    List<String> prompts = new ArrayList<>();
    comfort.path("prompts").forEach(prompt -> prompts.add(prompt.asText()));
    return prompts.isEmpty() ? Comfort.NONE : new Comfort(prompts, ms(comfort, "every_s", 60));
  }

  private static Choice choice(JsonNode queue) {
    JsonNode reserve = queue.path("reserve");
    return new Choice(
        AgentPolicy.valueOf(queue.path("policy").asText(AgentPolicy.LONGEST_IDLE.text()).toUpperCase(Locale.ROOT)),
        reserve.isObject() ? new Reserve(reserve.path("agents").asInt(), reserve.path("points").asInt()) : Reserve.NONE,
        ms(queue, "preferred_agent_wait_s", 0), Duration.ofDays(queue.path("last_agent_days").asLong(0)).toMillis(),
        queue.path("ring_at_once").asInt(1));
  }

  private AgentPlan agent(KeyPath at) {
    JsonNode agent = all.agents().at(at);
    Set<QueueId> queues = Documents.texts(all.agents(), at.then("queues")).stream()
        .map(name -> QueueId.of(outer(at), name)).collect(Collectors.toCollection(LinkedHashSet::new));
    AgentPlan.PhonePlan phone = phone(agent.path("phone"), at.then("phone"));
    return new AgentPlan(
        new AgentSettings(
            AgentId.of(outer(at), at.key()), agent.path("display_name").asText(), phone.phone(), levels(agent.path("skills")), queues,
            agent.path("strikes").asInt(3), agent.path("weight").asInt(1), agent.path("auto_answer").asBoolean(false),
            work.breaks(outer(at), agent)),
        phone, role(agent.path("role").asText("agent")));
  }

  private AgentPlan.PhonePlan phone(JsonNode phone, KeyPath at) {
    if (phone.has("number")) {
      return new AgentPlan.PhonePlan.Outside(
          new Phone.Number(phone.path("number").asText(), Documents.texts(all.agents(), at.then("trunks"))));
    }
    if (phone.isMissingNode() || phone.has("browser")) {
      String tenantAndName = outer(at) + "-" + at.parent().key();
      return new AgentPlan.PhonePlan.Browser(new Phone.Endpoint(phone.path("browser").asText(tenantAndName)));
    }
    Phone.Endpoint endpoint = new Phone.Endpoint(phone.path("endpoint").asText());
    return phone.has("contact")
        ? new AgentPlan.PhonePlan.Fixed(endpoint, phone.path("contact").asText())
        : new AgentPlan.PhonePlan.Registering(endpoint, phone.path("secret").asText());
  }

  private List<UserPlan> users(List<AgentPlan> agents) {
    List<UserPlan> users = new ArrayList<>();
    agents.forEach(agent -> users.add(new UserPlan(agent.id().tenant(), agent.id().name(), agent.role())));
    all.users().entries().forEach(at ->
        users.add(new UserPlan(new TenantId(outer(at)), at.key(), role(all.users().at(at.then("role")).asText()))));
    return List.copyOf(users);
  }

  private Map<TenantId, Map<String, Hours>> hours() {
    Map<TenantId, Map<String, Hours>> hours = new LinkedHashMap<>();
    all.hours().entries().forEach(at ->
        hours.computeIfAbsent(new TenantId(outer(at)), tenant -> new LinkedHashMap<>()).put(at.key(), plan(at)));
    hours.replaceAll((tenant, plans) -> Collections.unmodifiableMap(plans));
    return Collections.unmodifiableMap(hours);
  }

  private Hours plan(KeyPath at) {
    JsonNode plan = all.hours().at(at);
    ZoneId zone = ZoneId.of(plan.path("time_zone").asText(all.tenants().at(KeyPath.of(outer(at), "time_zone")).asText()));
    Set<LocalDate> closed = Documents.texts(all.hours(), at.then("closed")).stream().map(LocalDate::parse).collect(Collectors.toSet());
    return new Hours(
        zone, Map.copyOf(new Week(all.hours(), at.then("week"), new Findings()).spans()),
        new SpecialDays(all.hours(), at, new Findings()).days(), Set.copyOf(closed),
        all.calendars().closures(Documents.texts(all.hours(), at.then("calendars")), zone));
  }

  private Trunk trunk(String name) {
    JsonNode trunk = all.trunks().at(KeyPath.of(name));
    return new Trunk(
        name, Trunk.Mode.valueOf(trunk.path("mode").asText().toUpperCase(Locale.ROOT)), trunk.path("host").asText(),
        trunk.path("port").asInt(5060), trunk.path("user").asText(), trunk.path("secret").asText(),
        new NumberPlan(trunk.path("region").asText(), trunk.path("called_prefix").asText()),
        Documents.texts(all.trunks(), KeyPath.of(name, "transfer_to")));
  }

  private static Map<String, Integer> levels(JsonNode skills) {
    Map<String, Integer> levels = new LinkedHashMap<>();
    skills.fields().forEachRemaining(skill -> levels.put(skill.getKey(), skill.getValue().asInt()));
    return Collections.unmodifiableMap(levels);
  }

  private static Role role(String name) {
    return Role.valueOf(name.toUpperCase(Locale.ROOT));
  }

  private static long ms(JsonNode section, String key, long otherwiseS) {
    return section.path(key).asLong(otherwiseS) * 1000;
  }

  private static String outer(KeyPath at) {
    return at.steps().getFirst().toString();
  }
}
