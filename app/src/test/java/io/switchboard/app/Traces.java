package io.switchboard.app;

import io.switchboard.app.rehearsal.Rehearsal;
import io.switchboard.servers.postgres.PostgresServer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import redis.clients.jedis.RedisClient;

/** Where a text stands in what a platform and its servers keep: every table, all of Redis, every file that was written. */
final class Traces {
  private static final String TABLES = """
      select format('%I.%I', table_schema, table_name) from information_schema.tables
      where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE' order by 1""";
  /** What no text has: in sounds and the like short digits stand by chance. */
  private static final Pattern UNREADABLE = Pattern.compile("[\\x00-\\x08\\x0e-\\x1a]");

  private final Rehearsal rehearsal;

  Traces(Rehearsal rehearsal) {
    this.rehearsal = rehearsal;
  }

  /** So few digits that they stand by chance within others: only where nothing else belongs to them, as in {@code "0738"} or {@code =0738}. */
  static Pattern alone(String digits) {
    return Pattern.compile("(?<![0-9A-Za-z.])(?<![0-9]:)" + digits + "(?![0-9A-Za-z]|[.:][0-9])");
  }

  /** Every place, as {@code database/table}, {@code redis/key} or the path of a file. */
  List<String> of(Pattern what) throws Exception {
    List<String> places = new ArrayList<>(inTables(what));
    places.addAll(inRedis(what));
    places.addAll(inFiles(what));
    return places;
  }

  // --- tables

  List<String> inTables(Pattern what) throws SQLException {
    List<String> places = new ArrayList<>();
    for (String database : List.of("switchboard", "switchboard_company")) {
      PostgresServer server = rehearsal.postgres();
      try (Connection connection = DriverManager.getConnection(server.jdbcUrl(database), server.user(), server.password())) {
        for (String table : column(connection, TABLES)) {
          if (column(connection, "select t::text from " + table + " t").stream().anyMatch(row -> what.matcher(row).find())) {
            places.add(database + "/" + table);
          }
        }
      }
    }
    return places;
  }

  private static List<String> column(Connection connection, String sql) throws SQLException {
    List<String> column = new ArrayList<>();
    try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        column.add(rows.getString(1));
      }
    }
    return column;
  }

  // --- Redis

  List<String> inRedis(Pattern what) {
    try (RedisClient client = RedisClient.create(URI.create(rehearsal.redis().uri()))) {
      Map<String, String> all = new LinkedHashMap<>();
      client.keys("*").forEach(key -> all.put(key, value(client, key)));
      return all.entrySet().stream().filter(each -> what.matcher(each.toString()).find()).map(each -> "redis/" + each.getKey()).toList();
    }
  }

  private static String value(RedisClient client, String key) {
    return switch (client.type(key)) {
      case "string" -> String.valueOf(client.get(key));
      case "hash" -> client.hgetAll(key).toString();
      case "none" -> ""; // it has just expired
      default -> throw new IllegalStateException(key + " is a " + client.type(key) + ", of which nothing is known here");
    };
  }

  // --- files

  /** What was only read, the configuration and the tables' own files, is not among them. In what people cannot read, only ten digits or more are looked for. */
  List<String> inFiles(Pattern what) throws IOException {
    List<String> places = new ArrayList<>();
    for (Path file : files()) {
      String text = text(file);
      boolean searched = what.pattern().matches("\\d{10,}") || !UNREADABLE.matcher(text).find();
      if (searched && what.matcher(text).find()) {
        places.add(rehearsal.home().relativize(file).toString());
      }
    }
    return places;
  }

  /** Sounds that were made of callers, not by us. */
  List<String> recordings() throws IOException {
    return files().stream().map(file -> rehearsal.home().relativize(file).toString())
        .filter(file -> file.startsWith("data/recordings/") || file.matches("asterisk/.*/(monitor|recording|voicemail)/.*")).toList();
  }

  private static String text(Path file) throws IOException {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (NoSuchFileException gone) {
      return "";
    }
  }

  private List<Path> files() throws IOException {
    List<Path> all = new ArrayList<>();
    Path config = rehearsal.config();
    Path tables = rehearsal.home().resolve("postgres");
    Files.walkFileTree(rehearsal.home(), new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
        return directory.equals(config) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (attributes.isRegularFile() && (!file.startsWith(tables) || file.toString().matches(".*(\\.log|/log|/log/.*)"))) {
          all.add(file);
        }
        return FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFileFailed(Path file, IOException why) throws IOException {
        if (why instanceof NoSuchFileException) { // servers that run take files of theirs away
          return FileVisitResult.CONTINUE;
        }
        throw why;
      }
    });
    return all;
  }
}
