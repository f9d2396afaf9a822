package io.switchboard.core.adapter.postgres;

import io.switchboard.core.access.Passwords;
import io.switchboard.core.id.TenantId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Hashes of passwords in the table {@code login}. */
public final class PgPasswords implements Passwords {
  private final Database database;

  public PgPasswords(Database database) {
    this.database = database;
  }

  @Override
  public Optional<String> hash(TenantId tenant, String user) {
    try (Connection connection = database.pool().getConnection();
        PreparedStatement statement = connection.prepareStatement("select hash from login where tenant = ? and user_name = ?")) {
      statement.setString(1, tenant.value());
      statement.setString(2, FactJson.clean(user));
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
      }
    } catch (SQLException e) {
      throw away(e);
    }
  }

  @Override
  public void store(TenantId tenant, String user, String hash) {
    try (Connection connection = database.pool().getConnection();
        PreparedStatement statement = connection.prepareStatement("""
            insert into login (tenant, user_name, hash) values (?, ?, ?)
            on conflict (tenant, user_name) do update set hash = excluded.hash, changed_at = now()""")) {
      statement.setString(1, tenant.value());
      statement.setString(2, user);
      statement.setString(3, hash);
      statement.executeUpdate();
    } catch (SQLException e) {
      throw away(e);
    }
  }

  @Override
  public List<Change> changedWithin(long periodMs) {
    try (Connection connection = database.pool().getConnection();
        PreparedStatement statement = connection.prepareStatement("""
            select tenant, user_name, (extract(epoch from now() - changed_at) * 1000)::bigint from login
            where changed_at > now() - ? * interval '1 millisecond'""")) {
      statement.setLong(1, periodMs);
      List<Change> changes = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          changes.add(new Change(new TenantId(rows.getString(1)), rows.getString(2), rows.getLong(3)));
        }
      }
      return changes;
    } catch (SQLException e) {
      throw away(e);
    }
  }

  private static UncheckedIOException away(SQLException e) {
    return new UncheckedIOException(new IOException("cannot reach the passwords in PostgreSQL: " + e.getMessage(), e));
  }
}
