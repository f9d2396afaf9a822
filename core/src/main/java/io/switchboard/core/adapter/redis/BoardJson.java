package io.switchboard.core.adapter.redis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.switchboard.core.ending.Ending;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.metric.Definitions;
import io.switchboard.core.metric.Snapshot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The live numbers as JSON: ids as strings, times in milliseconds since the epoch, durations in milliseconds. */
final class BoardJson {
  private static final ObjectMapper MAPPER = JsonMapper.builder()
      .addModule(new SimpleModule("switchboard-ids")
          .addSerializer(TenantId.class, ToStringSerializer.instance)
          .addSerializer(QueueId.class, ToStringSerializer.instance)
          .addSerializer(AgentId.class, ToStringSerializer.instance)
          .addSerializer(CallId.class, ToStringSerializer.instance))
      .build();

  /** A tenant's own numbers. */
  private record Totals(
      long atMs, boolean complete, TenantId tenant, Definitions definitions, long sinceMs, long callsInFlow, long callsWaiting,
      long callsTalking, Map<Ending, Long> endings) {
    static Totals of(Snapshot snapshot, Snapshot.Tenant tenant) {
      return new Totals(
          snapshot.atMs(), snapshot.complete(), tenant.tenant(), tenant.definitions(), tenant.sinceMs(), tenant.callsInFlow(),
          tenant.callsWaiting(), tenant.callsTalking(), tenant.endings());
    }
  }

  private record Message(Totals tenant, List<Snapshot.Queue> queues, List<Snapshot.Agent> agents) {}

  private BoardJson() {}

  /** Everything in one message. */
  static String message(Snapshot snapshot, Snapshot.Tenant tenant) {
    return text(new Message(Totals.of(snapshot, tenant), tenant.queues(), tenant.agents()));
  }

  /** A field for the tenant, for each queue and each agent. */
  static Map<String, String> fields(Snapshot snapshot, Snapshot.Tenant tenant) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("tenant", text(Totals.of(snapshot, tenant)));
    tenant.queues().forEach(queue -> fields.put("queue:" + queue.queue().name(), text(queue)));
    tenant.agents().forEach(agent -> fields.put("agent:" + agent.agent().name(), text(agent)));
    return fields;
  }

  private static String text(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write " + value, e);
    }
  }
}
