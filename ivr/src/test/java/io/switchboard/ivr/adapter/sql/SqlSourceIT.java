package io.switchboard.ivr.adapter.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import io.switchboard.ivr.lookup.Deadline;
import io.switchboard.ivr.lookup.Found;
import io.switchboard.ivr.lookup.Lookup;
import io.switchboard.ivr.lookup.Lookups.Asked;
import io.switchboard.ivr.lookup.Proof;
import io.switchboard.ivr.lookup.Proof.Fault;
import io.switchboard.ivr.lookup.Source.Question;
import io.switchboard.ivr.lookup.Sources;
import io.switchboard.ivr.value.Secret;
import io.switchboard.ivr.value.Type;
import io.switchboard.ivr.value.Value;
import io.switchboard.servers.Places;
import io.switchboard.servers.Ports;
import io.switchboard.servers.Progress;
import io.switchboard.servers.postgres.Durability;
import io.switchboard.servers.postgres.PostgresServer;
import io.switchboard.servers.process.Life;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

@Timeout(120)
class SqlSourceIT {
  private static final long LIMIT_MS = 500;
  private static final long TOLERANCE_MS = 200;
  private static final long RELAXED_MS = 5_000;
  private static final int CONNECTIONS = 4;
  private static final int PORT = Ports.free();

  private static Path directory;
  private static PostgresServer server;

  private SqlSource source;
  private Sources sources;

  @BeforeAll
  static void start() throws Exception {
    directory = Files.createTempDirectory("switchboard-sources-");
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
    startServer();
    sql("create table account (number text primary key, balance numeric(12,2), currency char(3), points bigint, vip boolean, since date, note text)");
    sql("create table paid (request text primary key, amount numeric)");
    sql("create role asker login password 'asks'", "grant select, update on account to asker", "grant select, insert, update on paid to asker");
    // As on a server whose administrator wants to see what failing statements were given.
    sql("alter system set log_parameter_max_length_on_error = -1");
    sql("select pg_reload_conf()");
  }

  private static void startServer() {
    server = PostgresServer.start(directory.resolve("postgres"), PORT, Durability.IN_MEMORY, Life.WITH_US, Progress.SILENT);
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
    Places.remove(directory);
  }

  @BeforeEach
  void open() throws Exception {
    sql("delete from account", "delete from paid",
        "insert into account values ('1001', 12.50, 'EUR', 7, true, '2020-02-29', 'it''s'), ('1002', null, null, null, null, null, null)");
    source = new SqlSource("company", CONNECTIONS, CompletableFuture.completedFuture(new SqlSettings(server.jdbcUrl(), "asker", "asks")));
    sources = new Sources(List.of(source));
    look("select 'warm' as x", Map.of("x", Type.TEXT), RELAXED_MS, asked(Map.of()));
  }

  @AfterEach
  void close() {
    sources.close();
  }

  private static void sql(String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
        Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    }
  }

  private static long count(String query) throws SQLException {
    try (Connection connection = DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
        Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }

  private static Asked asked(Map<String, Value> values) {
    return new Asked("call-1/3", values, Map.of());
  }

  private static Asked asked(String account) {
    return asked(Map.of("account", new Value.Text(account)));
  }

  private Question question(String sql, Map<String, Type> takes, Set<String> secrets, Map<String, Type> gives, long limitMs) {
    NamedSql named = ((NamedSql.Result.Good) NamedSql.parse(sql)).sql();
    return source.question(new SqlLookup(new Lookup("it", takes, secrets, gives, limitMs), named));
  }

  private CompletableFuture<Found> ask(String sql, Map<String, Type> gives, long limitMs, Asked asked) {
    Map<String, Type> takes = new HashMap<>();
    asked.values().forEach((name, value) -> takes.put(name, value.type()));
    asked.secrets().keySet().forEach(name -> takes.put(name, Type.TEXT));
    sources.publish(List.of(question(sql, takes, new HashSet<>(asked.secrets().keySet()), gives, limitMs)));
    return sources.look("it", asked).toCompletableFuture();
  }

  private Found look(String sql, Map<String, Type> gives, long limitMs, Asked asked) throws Exception {
    return ask(sql, gives, limitMs, asked).get(30, TimeUnit.SECONDS);
  }

  private Found look(String sql, Map<String, Type> gives, Asked asked) throws Exception {
    return look(sql, gives, RELAXED_MS, asked);
  }

  private static String why(Found found) {
    return assertInstanceOf(Found.Failed.class, found).why();
  }

  private static void await(Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!condition.call()) {
      assertTrue(System.nanoTime() < end, "not after 20 s");
      TimeUnit.MILLISECONDS.sleep(10);
    }
  }

  private static final Map<String, Type> ALL = Map.of(
      "balance", Type.NUMBER, "currency", Type.TEXT, "points", Type.INTEGER, "vip", Type.FLAG, "since", Type.TEXT, "note", Type.TEXT);

  @Test
  void aRowIsReadByItsLabels_andNullIsTheEmptyValue() throws Exception {
    assertEquals(new Found.Row(Map.of("balance", new Value.Decimal(12.5), "currency", new Value.Text("EUR"), "points", new Value.Whole(7), "vip",
        new Value.Flag(true), "since", new Value.Text("2020-02-29"), "note", new Value.Text("it's"))),
        look("select * from account where number = :account", ALL, asked("1001")));
    assertEquals(new Found.Row(Map.of("balance", new Value.Decimal(0), "currency", new Value.Text(""), "points", new Value.Whole(0), "vip",
        new Value.Flag(false), "since", new Value.Text(""), "note", new Value.Text(""))),
        look("select * from account where number = :account", ALL, asked("1002")));
    assertEquals(new Found.Nothing(), look("select * from account where number = :account", ALL, asked("1003")));
    assertEquals(new Found.Row(Map.of("number", new Value.Text("1001"))),
        look("select number from account order by number", Map.of("number", Type.TEXT), asked(Map.of())), "of several rows the first");
  }

  @Test
  void everyTypeCanBeGivenToAStatement() throws Exception {
    assertEquals(new Found.Row(Map.of("x", new Value.Text("1/2.5/t/a?b/call-1/3"))), look("""
        select concat_ws('/', :whole, :decimal, :flag, :text, :request) as x -- :none '
        where :flag and :whole + 1 = 2 and :decimal::numeric = 2.5 and '{"a": 1}'::jsonb ? 'a' and :text <> ':text'""",
        Map.of("x", Type.TEXT), asked(Map.of("whole", new Value.Whole(1), "decimal", new Value.Decimal(2.5), "flag", new Value.Flag(true),
            "text", new Value.Text("a?b")))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"'; delete from account; --", "' or ''='", "\\'; select 1", "?", ":account", "$1", "%", "\u0001", "1001' ", "${env:HOME}"})
  void aParameterIsNothingButItsValue(String account) throws Exception {
    assertEquals(new Found.Nothing(), look("select * from account where number = :account or '' = ':account'", ALL, asked(account)));
    assertEquals(new Found.Row(Map.of("x", new Value.Text(account))), look("select :account as x", Map.of("x", Type.TEXT), asked(account)));
    assertEquals(2, count("select count(*) from account"));
  }

  @Test
  void dataMayBeChanged_andWhatComesTwiceCanBeTold() throws Exception {
    String pay = """
        insert into paid values (:request, :amount) on conflict (request) do update set amount = paid.amount returning amount as x""";
    for (int i = 0; i < 3; i++) {
      assertEquals(new Found.Row(Map.of("x", new Value.Decimal(10))),
          look(pay, Map.of("x", Type.NUMBER), asked(Map.of("amount", new Value.Decimal(10 + i)))));
    }
    assertEquals(1, count("select count(*) from paid where amount = 10"));
    String rename = "update account set note = 'changed' where number = :account";
    assertEquals(new Found.Row(Map.of()), look(rename, Map.of(), asked("1001")));
    assertEquals(new Found.Nothing(), look(rename, Map.of(), asked("1003")));
    assertEquals("it: the statement returns no row", why(look(rename, Map.of("note", Type.TEXT), asked("1001"))));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      select balance as other from account | it: x is no column of the statement
      select note as x from account | it: x is text, not integer
      select 7.5 as x | it: x is numeric with a fraction, or too large, not integer
      select 1e30::numeric as x | it: x is numeric with a fraction, or too large, not integer
      select 1.0 / 0 as x | company: the statement failed (SQLSTATE 22012)
      select :account::integer as x | company: a parameter is no value of the type that the statement makes of it (SQLSTATE 22P02)
      select number as x from account where number = :account::integer | company: operator does not exist: text = integer (SQLSTATE 42883)
      select x from nowhere | company: relation "nowhere" does not exist (SQLSTATE 42P01)
      select 1 as x fron account | company: syntax error at or near "fron" (SQLSTATE 42601)
      delete from account | company: permission denied for table account (SQLSTATE 42501)
      insert into paid values (:account, 1), (:account, 2) | company: there is such a row already (SQLSTATE 23505, constraint paid_pkey)
      """)
  void whatGoesWrongIsNamed_andNoValueIsTold(String sql, String why) throws Exception {
    for (int i = 0; i < 7; i++) { // and it counts only against this statement
      assertEquals(why, why(look(sql, Map.of("x", Type.INTEGER), asked("secret-4711"))));
    }
    assertEquals(0, source.inUse());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      select repeat('x', 1001) as x | it: x is longer than 1000 characters
      select repeat('x', 100000) as x | the row is larger than 64 KiB
      select repeat('x', 50000000) as x | the row is larger than 64 KiB
      """)
  void aRowThatIsTooLargeIsRefused(String sql, String why) throws Exception {
    for (int i = 0; i < 6; i++) {
      assertEquals(why, why(look(sql, Map.of("x", Type.TEXT), asked(Map.of()))));
    }
    assertInstanceOf(Found.Row.class, look("select 1 as x", Map.of("x", Type.INTEGER), asked(Map.of())));
  }

  @Test
  void ofManyRowsOnlyTheFirstIsMade() throws Exception {
    assertInstanceOf(Found.Row.class,
        look("select generate_series(1, 2000000000) as x", Map.of("x", Type.INTEGER), LIMIT_MS, asked(Map.of())));
  }

  @Test
  void whenAStatementTakesTooLong_thenItFailsInTime_isTakenBack_andItsConnectionLivesOn() throws Exception {
    Found.Row backend = (Found.Row) look("select pg_backend_pid() as x", Map.of("x", Type.INTEGER), asked(Map.of()));
    for (int i = 0; i < 3; i++) {
      long began = System.nanoTime();
      assertEquals("company did not answer within 500 ms", why(look("select pg_sleep(30), 1 as x", Map.of("x", Type.INTEGER), LIMIT_MS, asked(Map.of()))));
      long tookMs = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
      assertTrue(tookMs <= LIMIT_MS + TOLERANCE_MS, tookMs + " ms");
      await(() -> sources.underWay() == 0);
    }
    assertEquals(0, count("select count(*) from pg_stat_activity where usename = 'asker' and state = 'active'"));
    assertEquals(1, count("select count(*) from pg_stat_activity where pid = " + backend.values().get("x").text()));
    assertInstanceOf(Found.Row.class, look("select 1 as x", Map.of("x", Type.INTEGER), LIMIT_MS, asked(Map.of())));
  }

  @Test
  void whenTwoHundredCallersAskASlowSource_thenAllFailInTime_andItIsNotAskedMoreThanMay() throws Exception {
    look("select pg_sleep(0.1), 1 as x", Map.of("x", Type.INTEGER), asked(Map.of()));
    long began = System.nanoTime();
    List<CompletableFuture<Found>> all = new ArrayList<>();
    all.add(ask("select pg_sleep(30), 1 as x", Map.of("x", Type.INTEGER), LIMIT_MS, asked(Map.of())));
    for (int i = 1; i < 200; i++) {
      all.add(sources.look("it", asked(Map.of())).toCompletableFuture());
    }
    long most = 0;
    while (!all.stream().allMatch(CompletableFuture::isDone)) {
      most = Math.max(most, source.inUse());
      TimeUnit.MILLISECONDS.sleep(5);
    }
    long tookMs = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    assertTrue(tookMs <= LIMIT_MS + TOLERANCE_MS, tookMs + " ms");
    assertEquals(CONNECTIONS, most);
    for (CompletableFuture<Found> each : all) {
      why(each.join());
    }
    await(() -> sources.underWay() == 0 && source.inUse() == 0);
    assertTrue(count("select count(*) from pg_stat_activity where usename = 'asker'") <= CONNECTIONS);
    why(look("select pg_sleep(30), 1 as x", Map.of("x", Type.INTEGER), LIMIT_MS, asked(Map.of()))); // with the four before the fifth in a row
    long next = System.nanoTime();
    assertEquals("company failed 5 times in a row and is not asked for some seconds", why(look("select 1 as x", Map.of("x", Type.INTEGER), asked(Map.of()))));
    assertTrue(System.nanoTime() - next < TimeUnit.MILLISECONDS.toNanos(100));
  }

  @Test
  void whenTheServerIsGone_thenCallersAreToldSoonAndThenAtOnce_andItIsUsedAgainWhenItIsBack() throws Exception {
    server.kill();
    try {
      for (int i = 0; i < 5; i++) {
        long began = System.nanoTime();
        String why = why(look("select 1 as x", Map.of("x", Type.INTEGER), LIMIT_MS, asked(Map.of())));
        assertTrue(why.equals("company: no connection (SQLSTATE 08001)") || why.equals("company did not answer within 500 ms")
            || why.equals("company: no connection (SQLSTATE 08006)") || why.equals("company: no connection (SQLSTATE 57P01)"), why);
        assertTrue(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began) <= LIMIT_MS + TOLERANCE_MS);
      }
      assertEquals("company failed 5 times in a row and is not asked for some seconds",
          why(look("select 1 as x", Map.of("x", Type.INTEGER), LIMIT_MS, asked(Map.of()))));
      Proof proof = question("select 1 as x", Map.of(), Set.of(), Map.of(), LIMIT_MS).prove(Deadline.inMs(3_000));
      assertEquals(new Proof.Unreachable("no connection (SQLSTATE 08001)"), proof);
    } finally {
      startServer();
    }
    await(() -> look("select 1 as x", Map.of("x", Type.INTEGER), LIMIT_MS, asked(Map.of())) instanceof Found.Row);
    await(() -> sources.underWay() == 0);
  }

  /** Cancelling does not reach it either: as with a network that swallows everything. */
  @Test
  void whenTheServerStandsStill_thenTheConnectionIsGivenUp() throws Exception {
    CompletableFuture<Found> asked = ask("select pg_sleep(30), 1 as x", Map.of("x", Type.INTEGER), LIMIT_MS, asked(Map.of()));
    long began = System.nanoTime();
    await(() -> count("select count(*) from pg_stat_activity where usename = 'asker' and state = 'active'") == 1);
    long backend = count("select pid from pg_stat_activity where usename = 'asker' and state = 'active'");
    signal("STOP", backend);
    try {
      assertEquals("company did not answer within 500 ms", why(asked.get()));
      long tookMs = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
      assertTrue(tookMs <= LIMIT_MS + TOLERANCE_MS, tookMs + " ms");
      await(() -> sources.underWay() == 0 && source.inUse() == 0);
      long letGoMs = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
      assertTrue(letGoMs <= LIMIT_MS + SqlSource.GRACE_MS + 1_000 + TOLERANCE_MS, letGoMs + " ms");
      assertInstanceOf(Found.Row.class, look("select 1 as x", Map.of("x", Type.INTEGER), asked(Map.of())));
    } finally {
      signal("CONT", backend);
    }
  }

  private static void signal(String name, long pid) throws Exception {
    assertEquals(0, new ProcessBuilder("kill", "-" + name, Long.toString(pid)).inheritIO().start().waitFor());
  }

  @Test
  void whileTheDatabaseIsBeingPrepared_questionsWaitForIt_withinTheirLimits() throws Exception {
    CompletableFuture<SqlSettings> where = new CompletableFuture<>();
    try (Sources early = new Sources(List.of(source = new SqlSource("company", 1, where)))) {
      early.publish(List.of(question("select 1 as x", Map.of(), Set.of(), Map.of("x", Type.INTEGER), LIMIT_MS)));
      String why = why(early.look("it", asked(Map.of())).toCompletableFuture().get(5, TimeUnit.SECONDS));
      assertTrue(why.equals("company did not answer within 500 ms") || why.equals("company: no connection (SQLSTATE 08001)"), why);
      CompletableFuture<Found> asked = early.look("it", asked(Map.of())).toCompletableFuture();
      where.complete(new SqlSettings(server.jdbcUrl(), "asker", "asks"));
      assertInstanceOf(Found.Row.class, asked.get(5, TimeUnit.SECONDS));
    }
  }

  @Test
  void whatASourceWouldNotUnderstandIsKnownBeforeItIsAsked() throws Exception {
    assertEquals(List.of(), faults("select balance, currency as c from account where number = :account", Map.of("balance", Type.NUMBER, "c", Type.TEXT)));
    assertEquals(List.of(), faults("update account set note = :account", Map.of()));
    assertEquals(List.of(), faults("select 1 / length(:account) as c from account where note = :account", Map.of("c", Type.INTEGER)));
    assertEquals("permission denied for table account (SQLSTATE 42501)", faults("delete from account where number = :account", Map.of()).getFirst().wrong());
    assertEquals(List.of(new Fault("gives.balanc", "the statement returns no column 'balanc'", "its columns are balance, note")),
        faults("select balance, note from account where number = :account", Map.of("balanc", Type.NUMBER)));
    assertEquals(List.of(new Fault("gives.note", "its column is text, not number", "name a type that it is, or cast it in the statement")),
        faults("select note from account where number = :account", Map.of("note", Type.NUMBER)));
    assertEquals(List.of(new Fault("gives.note", "the statement returns no column 'note'", "select it, or add returning")),
        faults("update account set note = :account", Map.of("note", Type.TEXT)));
    assertEquals("column \"balanc\" does not exist (SQLSTATE 42703)", faults("select balanc from account where number = :account", Map.of()).getFirst().wrong());
    assertEquals(new Fault("sql", "operator does not exist: bigint = character varying (SQLSTATE 42883)",
        "correct the statement; a parameter of another type than its column is cast, e.g. :account::integer"),
        faults("select 1 from account where points = :account", Map.of()).getFirst());
    assertEquals(1, count("select count(*) from account where note = 'it''s'"), "nothing was done");
  }

  private List<Fault> faults(String sql, Map<String, Type> gives) {
    return assertInstanceOf(Proof.Told.class,
        question(sql, Map.of("account", Type.TEXT), Set.of(), gives, LIMIT_MS).prove(Deadline.inMs(RELAXED_MS))).faults();
  }

  @Test
  void whenTheServerLogsEveryStatement_thenThatIsSaidWhereSecretsAreTaken() throws Exception {
    sql("alter role asker set log_statement = 'all'");
    try (SqlSource fresh = new SqlSource("company", 1, CompletableFuture.completedFuture(new SqlSettings(server.jdbcUrl(), "asker", "asks")))) {
      assertEquals(List.of(), told(fresh, Set.of()).warnings());
      assertEquals(
          List.of("company writes parameters of statements into its own log, secrets too: alter role asker set log_parameter_max_length = 0"),
          told(fresh, Set.of("pin")).warnings());
    }
    sql("alter role asker set log_parameter_max_length = 0");
    try (SqlSource fresh = new SqlSource("company", 1, CompletableFuture.completedFuture(new SqlSettings(server.jdbcUrl(), "asker", "asks")))) {
      assertEquals(List.of(), told(fresh, Set.of("pin")).warnings());
    } finally {
      sql("alter role asker reset all");
    }
  }

  private static Proof.Told told(SqlSource source, Set<String> secrets) {
    NamedSql named = ((NamedSql.Result.Good) NamedSql.parse("select :pin as x")).sql();
    Lookup lookup = new Lookup("it", Map.of("pin", Type.TEXT), secrets, Map.of("x", Type.TEXT), LIMIT_MS);
    return assertInstanceOf(Proof.Told.class, source.question(new SqlLookup(lookup, named)).prove(Deadline.inMs(RELAXED_MS)));
  }

  @Test
  void aSecretIsInNoLog_neitherOursNorTheServers() throws Exception {
    Secret pin = new Secret("4711-0815");
    Asked asked = new Asked("call-1/3", Map.of(), Map.of("pin", pin));
    ListAppender<ILoggingEvent> heard = new ListAppender<>();
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    Level before = root.getLevel();
    heard.start();
    root.addAppender(heard);
    root.setLevel(Level.ALL);
    List<String> whys = new ArrayList<>();
    try {
      whys.add(why(look("select 1 / (length(:pin) - length(:pin)) as x", Map.of("x", Type.INTEGER), asked)));
      whys.add(why(look("insert into paid values (:pin, 1), (:pin, 2)", Map.of(), asked)));
      whys.add(why(look("select :pin as x, pg_sleep(30)", Map.of("x", Type.TEXT), LIMIT_MS, asked)));
      whys.add(why(look("select :pin as x", Map.of("x", Type.INTEGER), asked)));
      await(() -> sources.underWay() == 0);
      long backend = count("select pg_terminate_backend(pid)::int from pg_stat_activity where usename = 'asker'");
      assertEquals(1, backend);
      look("select :pin as x", Map.of("x", Type.TEXT), asked);
    } finally {
      root.detachAppender(heard);
      root.setLevel(before);
    }
    List<ILoggingEvent> events = new ArrayList<>(heard.list);
    String ours = String.join("\n", whys) + asked + new SqlSettings("jdbc:postgresql://h/d?password=asks", "u", "asks");
    for (ILoggingEvent event : events) {
      ours += event.getFormattedMessage() + Arrays.toString(event.getArgumentArray())
          + (event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy()));
    }
    assertTrue(!events.isEmpty() && !ours.contains("4711-0815") && !ours.contains("asks"), ours);
    Path log = directory.resolve("postgres/log");
    await(() -> Files.readString(log).contains("division by zero"));
    assertFalse(Files.readString(log).contains("4711-0815 "), () -> "the server's log has it");
    assertFalse(Files.readString(log).contains("'4711-0815'"), () -> "the server's log has it");
  }
}
