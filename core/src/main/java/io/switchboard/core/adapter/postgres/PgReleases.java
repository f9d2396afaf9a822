package io.switchboard.core.adapter.postgres;

import io.switchboard.core.release.Release;
import io.switchboard.core.release.Releases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Releases in PostgreSQL, each text once however many of them have it. */
public final class PgReleases implements Releases {
  private static final int MOST = 1000;

  private static final String LIST = """
      select r.number, r.at_ms, r.made_by, r.rolled_back_to, f.file, f.version
      from (select * from release where number < ? order by number desc limit ?) r
      left join release_file f on f.release = r.number
      order by r.number desc
      """;

  private final Database database;

  public PgReleases(Database database) {
    this.database = database;
  }

  /** On a connection of its own, so that a PostgreSQL that is gone says so at once. */
  @Override
  public Release keep(Map<String, String> texts, long atMs, String by, int rolledBackTo) {
    try (Connection connection = Database.connect(database.settings())) {
      connection.setAutoCommit(false);
      Optional<Release> last = read(connection, Integer.MAX_VALUE, 1).stream().findFirst();
      Optional<Release> next = Release.after(last, texts, atMs, by, rolledBackTo);
      if (next.isPresent()) {
        insert(connection, next.get(), texts);
        connection.commit();
      }
      return next.or(() -> last).orElseThrow();
    } catch (SQLException e) {
      throw new UncheckedIOException("PostgreSQL cannot keep the release: " + e.getMessage(), new IOException(e));
    }
  }

  private static void insert(Connection connection, Release release, Map<String, String> texts) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("insert into release values (?, ?, ?, nullif(?, 0), ?)")) {
      statement.setInt(1, release.number());
      statement.setLong(2, release.atMs());
      statement.setString(3, release.by());
      statement.setInt(4, release.rolledBackTo());
      statement.setString(5, release.digest());
      statement.executeUpdate();
    }
    try (PreparedStatement text = connection.prepareStatement("insert into release_text values (?, ?) on conflict do nothing");
        PreparedStatement file = connection.prepareStatement("insert into release_file values (?, ?, ?)")) {
      for (Map.Entry<String, String> each : release.files().entrySet()) {
        text.setString(1, each.getValue());
        text.setString(2, texts.get(each.getKey()));
        text.addBatch();
        file.setInt(1, release.number());
        file.setString(2, each.getKey());
        file.setString(3, each.getValue());
        file.addBatch();
      }
      text.executeBatch();
      file.executeBatch();
    }
  }

  @Override
  public List<Release> list(int before, int limit) {
    if (limit < 1 || limit > MOST) {
      throw new IllegalArgumentException("the limit is 1 to " + MOST + ", not " + limit);
    }
    try (Connection connection = database.pool().getConnection()) {
      return read(connection, before, limit);
    } catch (SQLException e) {
      throw away(e);
    }
  }

  private static List<Release> read(Connection connection, int before, int limit) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(LIST)) {
      statement.setInt(1, before);
      statement.setInt(2, limit);
      List<Release> releases = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        boolean more = row.next();
        while (more) {
          int number = row.getInt(1);
          long atMs = row.getLong(2);
          String by = row.getString(3);
          int rolledBackTo = row.getInt(4);
          SortedMap<String, String> files = new TreeMap<>();
          while (more && row.getInt(1) == number) {
            if (row.getString(5) != null) {
              files.put(row.getString(5), row.getString(6));
            }
            more = row.next();
          }
          releases.add(new Release(number, atMs, by, rolledBackTo, files));
        }
      }
      return List.copyOf(releases);
    }
  }

  @Override
  public Optional<Content> content(int number) {
    try (Connection connection = database.pool().getConnection();
        PreparedStatement statement = connection.prepareStatement(
            "select f.file, t.text from release_file f join release_text t on t.version = f.version where f.release = ?")) {
      Optional<Release> release = number == Integer.MAX_VALUE ? Optional.empty()
          : read(connection, number + 1, 1).stream().filter(found -> found.number() == number).findFirst();
      if (release.isEmpty()) {
        return Optional.empty();
      }
      statement.setInt(1, number);
      SortedMap<String, String> texts = new TreeMap<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          texts.put(row.getString(1), row.getString(2));
        }
      }
      return Optional.of(new Content(release.get(), texts));
    } catch (SQLException e) {
      throw away(e);
    }
  }

  private static UncheckedIOException away(SQLException e) {
    return new UncheckedIOException("cannot read releases from PostgreSQL: " + e.getMessage(), new IOException(e));
  }
}
