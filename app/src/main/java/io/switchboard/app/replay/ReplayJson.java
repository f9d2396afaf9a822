package io.switchboard.app.replay;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.switchboard.acd.replay.Replay;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.metric.Snapshot;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A comparison for programs: one JSON object. Shares are from 0 to 1, durations seconds, times ISO 8601; what there is none of is null. */
public final class ReplayJson {
  private static final JsonMapper MAPPER = new JsonMapper();

  private ReplayJson() {}

  public static String line(Comparison comparison) {
    ObjectNode all = MAPPER.createObjectNode();
    all.put("tenant", comparison.tenant().value());
    all.put("from", comparison.period().from().toOffsetDateTime().toString());
    all.put("to", comparison.period().until().toOffsetDateTime().toString());
    all.put("zone", comparison.period().from().getZone().getId());
    all.put("seed", comparison.seed());
    all.put("callbacks_left_out", comparison.callbacksLeftOut());
    all.put("service_level", comparison.definitions().formula());
    ArrayNode scenarios = all.putArray("scenarios");
    comparison.scenarios().forEach(scenario -> scenario(scenarios.addObject(), comparison, scenario));
    return all.toString();
  }

  private static void scenario(ObjectNode into, Comparison comparison, Scenario scenario) {
    into.put("name", scenario.name());
    into.put("occupancy", scenario.numbers().occupancy());
    Replay.Drawn drawn = scenario.drawn();
    if (drawn == null) {
      into.putNull("drawn");
    } else {
      into.putObject("drawn").put("talks", drawn.handlings()).put("hang_ups", drawn.hangUps()).put("ringings", drawn.ringings());
    }
    ArrayNode queues = into.putArray("queues");
    for (QueueId queue : comparison.queues()) {
      queue(queues.addObject(), Comparison.of(scenario, queue));
    }
    ArrayNode agents = into.putArray("agents");
    for (Snapshot.Agent agent : scenario.numbers().agents()) {
      agents.addObject().put("agent", agent.agent().name()).put("answered", agent.callsAnswered())
          .put("unanswered", agent.offersUnanswered()).put("occupancy", agent.occupancy());
    }
  }

  private static void queue(ObjectNode into, Snapshot.Queue queue) {
    into.put("queue", queue.queue().name()).put("entered", queue.entered()).put("offered", queue.offered())
        .put("answered", queue.answered()).put("answered_within", queue.answeredWithin()).put("service_level", queue.serviceLevel())
        .put("abandoned", queue.abandoned()).put("short_abandoned", queue.shortAbandoned()).put("abandonment", queue.abandonment())
        .put("asa_s", seconds(queue.asaMs())).put("handled", queue.handled()).put("aht_s", seconds(queue.ahtMs()));
    counts(into.putObject("left"), queue.left());
    counts(into.putObject("refused"), queue.refused());
    ArrayNode waits = into.putArray("answered_waits");
    for (int range = 0; range < queue.answeredWaits().counts().size(); range++) {
      boolean last = range == queue.answeredWaits().upToMs().size();
      waits.addObject().put("up_to_s", last ? null : queue.answeredWaits().upToMs().get(range) / 1_000.0)
          .put("calls", queue.answeredWaits().counts().get(range));
    }
  }

  private static <E extends Enum<E>> void counts(ObjectNode into, Map<E, Long> counts) {
    counts.forEach((reason, count) -> into.put(reason.name().toLowerCase(Locale.ROOT), count));
  }

  private static @Nullable Double seconds(@Nullable Double ms) {
    return ms == null ? null : ms / 1_000;
  }
}
