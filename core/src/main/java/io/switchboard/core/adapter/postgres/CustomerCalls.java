package io.switchboard.core.adapter.postgres;

import io.switchboard.core.adapter.postgres.FactJson.UnreadableFact;
import io.switchboard.core.customer.Customer;
import io.switchboard.core.customer.CustomerCard.OpenTask;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.journal.Fact;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A customer's interactions in the journal, found by his numbers, and where an agent said that it is he. */
final class CustomerCalls {
  private static final Logger LOG = LoggerFactory.getLogger(CustomerCalls.class);

  /** Each part along an index of its own. */
  private static final String NEWEST = """
      select call, min(at_ms) from (
        (select call, at_ms, seq from journal where kind = 'CallArrived' and tenant = ? and body ->> 'caller' = any(?::text[])
           and body ->> 'caller' <> '' and at_ms < ? order by seq desc limit ?)
        union all
        (select call, at_ms, seq from journal where kind = 'CallbackBooked' and tenant = ? and body ->> 'number' = any(?::text[])
           and at_ms < ? order by seq desc limit ?)
        union all
        (select call, at_ms, seq from journal where kind = 'DialBegun' and tenant = ? and body ->> 'number' = any(?::text[])
           and at_ms < ? order by seq desc limit ?)
        union all
        (select begun.call, begun.at_ms, begun.seq from journal named join journal begun on begun.call = named.call
           where named.kind = 'CustomerNamed' and named.tenant = ? and named.body ->> 'customer' = ?
           and begun.kind in ('CallArrived', 'CallbackBooked', 'DialBegun') and begun.at_ms < ? order by named.seq desc limit ?)) every_way
      group by call order by min(at_ms) desc, min(seq) desc limit ?""";
  private static final String FACTS = "select call, seq, kind, body from journal where call = any(?::text[]) and tenant = ? and (? or kind = any(?::text[])) order by seq";
  private static final String OPEN_TASKS = """
      select m.kind, case m.kind when 'TaskMade' then m.body ->> 'task' else m.call || '-' || (m.body ->> 'message') end, m.body ->> 'survey',
        m.body ->> 'score', (m.body ->> 'dueMs')::bigint
      from (
        (select seq, call, kind, body from journal where kind = 'TaskMade' and tenant = ? and body ->> 'number' = any(?::text[])
           and body ->> 'number' <> '')
        union all
        (select seq, call, kind, body from journal where kind = 'VoicemailLeft' and tenant = ? and body ->> 'caller' = any(?::text[])
           and body ->> 'caller' <> '')) m
      where not exists (select from journal d where d.call = m.call and (
        m.kind = 'TaskMade' and d.kind = 'TaskDone' and d.body ->> 'task' = m.body ->> 'task'
        or m.kind = 'VoicemailLeft' and d.kind = 'VoicemailDone' and d.body ->> 'message' = m.body ->> 'message'
        or m.kind = 'VoicemailLeft' and d.kind = 'VoicemailLeft' and d.body ->> 'message' = m.body ->> 'message' and d.seq < m.seq))
      order by m.seq desc limit ?""";

  private CustomerCalls() {}

  /** The newest first. */
  static List<CallId> newest(Connection connection, Customer customer, long beforeMs, int limit) throws SQLException {
    String tenant = customer.tenant().value();
    List<String> numbers = customer.numbers();
    return Sql.list(connection, NEWEST, row -> new CallId(row.getString(1)), tenant, numbers, beforeMs, limit, tenant, numbers, beforeMs, limit,
        tenant, numbers, beforeMs, limit, tenant, Long.toString(customer.id()), beforeMs, limit, limit);
  }

  /** In the order of the calls given; {@code kinds} empty: all facts. */
  static Map<CallId, List<Fact>> facts(Connection connection, TenantId tenant, List<CallId> calls, Collection<String> kinds) throws SQLException {
    Map<CallId, List<Fact>> facts = new LinkedHashMap<>();
    calls.forEach(call -> facts.put(call, new ArrayList<>()));
    if (calls.isEmpty()) {
      return facts;
    }
    Sql.list(connection, FACTS, row -> {
      try {
        facts.getOrDefault(new CallId(row.getString(1)), new ArrayList<>()).add(FactJson.read(row.getString(3), row.getString(4)));
      } catch (UnreadableFact e) {
        LOG.error("fact {} is passed over: {}", row.getLong(2), e.getMessage());
      }
      return true;
    }, calls.stream().map(CallId::value).toList(), tenant.value(), kinds.isEmpty(), kinds);
    return facts;
  }

  /** Bad scores and messages with which nobody has dealt, the newest first. */
  static List<OpenTask> openTasks(Connection connection, TenantId tenant, Collection<String> numbers, int most) throws SQLException {
    return Sql.list(connection, OPEN_TASKS, row -> {
      boolean score = row.getString(1).equals("TaskMade");
      return new OpenTask(
          row.getString(2), score ? "call_back" : "voicemail", score ? row.getString(3) + ": " + row.getString(4) : "", "",
          row.getObject(5, Long.class));
    }, tenant.value(), numbers, tenant.value(), numbers, most);
  }
}
