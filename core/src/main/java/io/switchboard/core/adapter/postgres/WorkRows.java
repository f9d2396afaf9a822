package io.switchboard.core.adapter.postgres;

import io.switchboard.core.customer.CustomerCase;
import io.switchboard.core.customer.FollowUp;
import io.switchboard.core.id.TenantId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Cases and follow-ups as rows. */
final class WorkRows {
  private static final String CASE = """
      select id, customer, version, kind, title, body, state, owner, due_at_ms, opened_by, opened_at_ms, changed_at_ms from customer_case\s""";
  private static final String FOLLOW_UP = """
      select id, customer, title, owner, due_at_ms, made_by, made_at_ms, done_by, done_at_ms, note from customer_follow_up\s""";

  private WorkRows() {}

  static Optional<CustomerCase> oneCase(Connection connection, TenantId tenant, long id, boolean locked) throws SQLException {
    return Sql.one(connection, CASE + "where tenant = ? and id = ?" + (locked ? " for update" : ""), WorkRows::readCase, tenant.value(), id);
  }

  /** The open ones first: the one due first, then the newest. */
  static List<CustomerCase> cases(Connection connection, TenantId tenant, long customer, boolean openOnly, int most) throws SQLException {
    return Sql.list(connection, CASE + """
        where tenant = ? and customer = ? and (not ? or state <> 'DONE')
        order by state = 'DONE', case when state <> 'DONE' then due_at_ms end nulls last, id desc limit ?""",
        WorkRows::readCase, tenant.value(), customer, openOnly, most);
  }

  static void update(Connection connection, CustomerCase now) throws SQLException {
    Sql.update(connection, """
        update customer_case set version = ?, kind = ?, title = ?, body = ?, state = ?, owner = ?, due_at_ms = ?, changed_at_ms = ? where id = ?""",
        now.version(), now.kind().name(), now.title(), now.text(), now.state().name(), now.owner(), now.dueAtMs(), now.changedAtMs(), now.id());
  }

  private static CustomerCase readCase(ResultSet row) throws SQLException {
    return new CustomerCase(
        row.getLong(1), row.getLong(2), row.getInt(3), CustomerCase.Kind.valueOf(row.getString(4)), row.getString(5), row.getString(6),
        CustomerCase.State.valueOf(row.getString(7)), row.getString(8), row.getObject(9, Long.class), row.getString(10), row.getLong(11),
        row.getLong(12));
  }

  static Optional<FollowUp> followUp(Connection connection, TenantId tenant, long id) throws SQLException {
    return Sql.one(connection, FOLLOW_UP + "where tenant = ? and id = ?", WorkRows::readFollowUp, tenant.value(), id);
  }

  static List<FollowUp> followUps(Connection connection, TenantId tenant, long customer, boolean openOnly, int most) throws SQLException {
    return Sql.list(connection, FOLLOW_UP + """
        where tenant = ? and customer = ? and (not ? or done_by is null)
        order by done_by is not null, case when done_by is null then due_at_ms end nulls last, id desc limit ?""",
        WorkRows::readFollowUp, tenant.value(), customer, openOnly, most);
  }

  private static FollowUp readFollowUp(ResultSet row) throws SQLException {
    return new FollowUp(
        row.getLong(1), row.getLong(2), row.getString(3), row.getString(4), row.getObject(5, Long.class), row.getString(6), row.getLong(7),
        row.getString(8), row.getObject(9, Long.class), row.getString(10));
  }

  static String low(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT);
  }
}
