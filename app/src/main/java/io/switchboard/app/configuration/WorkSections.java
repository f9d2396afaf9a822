package io.switchboard.app.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.acd.agent.BreakPlan;
import io.switchboard.acd.agent.NotReadyReason;
import io.switchboard.acd.queue.Codes;
import io.switchboard.acd.queue.Work;
import io.switchboard.acd.queue.WrapUp;
import io.switchboard.core.ending.OfferEnding;
import io.switchboard.core.recording.RecordingPlan;
import io.switchboard.desktop.protocol.MeView.WrapUpCode;
import io.switchboard.desktop.wall.Thresholds;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** How agents work, as files that were checked say: wrap-up, what counts as a strike, reasons for being not ready, breaks. */
final class WorkSections {
  /** The prompt by which callers hear that they are recorded. */
  private static final String RECORDED = "talk-recorded";
  private static final long KEEP_DAYS = 90;
  private static final long WRAP_UP_S = 20;
  private static final long WAITING_ALARM = 20;
  private static final long LONGEST_ALARM_S = 180;
  private static final double LEVEL_ALARM = 0.7;

  private final Document tenants;

  WorkSections(Documents all) {
    this.tenants = all.tenants();
  }

  /** What a queue says, else its tenant, else the default. */
  Work work(String tenant, JsonNode queue) {
    JsonNode strikes = queue.has("strikes_for") ? queue.path("strikes_for") : tenants.at(KeyPath.of(tenant, "strikes_for"));
    Set<String> codes = new LinkedHashSet<>();
    codes(tenant, queue).fieldNames().forEachRemaining(codes::add);
    Work work = Work.of(wrapUp(queue)).answeredBy(queue.path("auto_answer").asBoolean(false))
        .coded(new Codes(codes, queue.path("wrap_up_code_required").asBoolean(false)));
    return strikes.isMissingNode() ? work : work.counting(endings(strikes));
  }

  private JsonNode codes(String tenant, JsonNode queue) {
    return queue.has("wrap_up_codes") ? queue.path("wrap_up_codes") : tenants.at(KeyPath.of(tenant, "wrap_up_codes"));
  }

  /** What desks and wallboards show of a queue. */
  QueueDesk desk(String tenant, JsonNode queue) {
    JsonNode alarms = queue.path("alarms");
    List<WrapUpCode> codes = new ArrayList<>();
    codes(tenant, queue).properties().forEach(code -> codes.add(
        new WrapUpCode(code.getKey(), code.getValue().path("en").asText(), code.getValue().path("zh").asText())));
    return new QueueDesk(
        new Thresholds(
            alarms.path("waiting").asLong(WAITING_ALARM), alarms.path("longest_wait_s").asLong(LONGEST_ALARM_S) * 1000,
            alarms.path("service_level").asDouble(LEVEL_ALARM)),
        List.copyOf(codes), recording(queue.path("recording")));
  }

  private static RecordingPlan recording(JsonNode recording) {
    Set<String> may = new HashSet<>();
    recording.path("agent_may").forEach(each -> may.add(each.asText()));
    boolean unsaid = recording.path("agent_may").isMissingNode();
    return new RecordingPlan(
        RecordingPlan.Mode.valueOf(recording.path("mode").asText("off").toUpperCase(Locale.ROOT)), unsaid || may.contains("start"),
        unsaid || may.contains("pause"), recording.path("announcement").asText(RECORDED), Duration.ofDays(recording.path("keep_days").asLong(KEEP_DAYS)).toMillis());
  }

  private static WrapUp wrapUp(JsonNode queue) {
    JsonNode section = queue.path("wrap_up");
    if (section.isTextual()) {
      return WrapUp.endless();
    }
    return section.isObject()
        ? new WrapUp(
            section.path("seconds").asLong() * 1000, section.path("extend_s").asLong(0) * 1000,
            section.path("extensions").asInt(section.has("extend_s") ? 1 : 0))
        : WrapUp.fixed(queue.path("wrap_up_s").asLong(WRAP_UP_S) * 1000);
  }

  private static List<OfferEnding> endings(JsonNode list) {
    List<OfferEnding> endings = new ArrayList<>();
    list.forEach(each -> endings.add(OfferEnding.valueOf(each.asText().toUpperCase(Locale.ROOT))));
    return endings;
  }

  Map<String, NotReadyReason> reasons(String tenant) {
    Map<String, NotReadyReason> reasons = new LinkedHashMap<>();
    KeyPath section = KeyPath.of(tenant, "not_ready");
    for (String name : tenants.names(section)) {
      JsonNode reason = tenants.at(section.then(name));
      reasons.put(name, new NotReadyReason(reason.path("limit_s").asLong(0) * 1000, reason.path("then").asText().equals("ready")));
    }
    return Collections.unmodifiableMap(reasons);
  }

  List<BreakPlan> breaks(String tenant, JsonNode agent) {
    ZoneId zone = ZoneId.of(tenants.at(KeyPath.of(tenant, "time_zone")).asText());
    List<BreakPlan> breaks = new ArrayList<>();
    agent.path("breaks").forEach(each -> breaks.add(new BreakPlan(
        each.path("reason").asText(), LocalTime.parse(each.path("at").asText()), zone, each.path("minutes").asLong() * 60_000,
        each.path("flexible_s").asLong(0) * 1000)));
    return List.copyOf(breaks);
  }
}
