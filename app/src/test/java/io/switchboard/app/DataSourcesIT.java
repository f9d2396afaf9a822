package io.switchboard.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.app.company.CompanyDatabase;
import io.switchboard.app.configuration.Configuration;
import io.switchboard.app.configuration.ConfigurationFiles;
import io.switchboard.app.configuration.Directory;
import io.switchboard.app.rehearsal.Checkout;
import io.switchboard.core.adapter.postgres.Database;
import io.switchboard.core.adapter.postgres.PgSettings;
import io.switchboard.ivr.adapter.sql.SqlSettings;
import io.switchboard.ivr.lookup.Found;
import io.switchboard.ivr.lookup.Lookups.Asked;
import io.switchboard.ivr.value.Secret;
import io.switchboard.ivr.value.Type;
import io.switchboard.ivr.value.Value;
import io.switchboard.servers.postgres.PostgresServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The lookups that come with the program, in the demo company's database. */
@Timeout(120)
class DataSourcesIT {
  /** The one whose telephone is the first that the demo's callers call from. */
  private static final String NUMBER = "+491701010001";
  private static final String ACCOUNT = "10079192";

  @TempDir private static Path home;
  private static PostgresServer server;
  private static PgSettings postgres;
  private static Configuration configuration;
  private static DataSources sources;

  @BeforeAll
  static void open() throws Exception {
    server = PostgresServer.temporary();
    postgres = PgSettings.of(server.jdbcUrl(), server.user(), server.password());
    Database.open(postgres).close(); // the journal is in the same server
    configuration = load("shipped", Files.readString(Checkout.home().resolve("config/lookups.yaml")));
    sources = DataSources.open(configuration, postgres);
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!(look("balance", Map.of("account", ACCOUNT), Map.of()) instanceof Found.Row)) {
      assertTrue(System.nanoTime() < end, "no database after a minute");
    }
  }

  @AfterAll
  static void close() {
    if (sources != null) {
      sources.close();
    }
    server.close();
  }

  private static Configuration load(String name, String lookups) throws Exception {
    Path path = Files.createDirectories(home.resolve(name));
    new Directory(path).write("lookups.yaml", lookups).write("switchboard.yaml", """
        postgres: %s
        postgres_user: %s
        postgres_password: %s
        data: %s
        """.formatted(server.jdbcUrl(), server.user(), server.password(), home.resolve("data")));
    return ConfigurationFiles.load(path);
  }

  private static Found look(String name, Map<String, Object> values, Map<String, String> secrets) throws Exception {
    return look(name, "call-" + System.nanoTime() + "/1", values, secrets);
  }

  private static Found look(String name, String request, Map<String, Object> values, Map<String, String> secrets) throws Exception {
    Map<String, Value> given = new HashMap<>();
    values.forEach((key, value) -> given.put(key, value instanceof Double amount ? new Value.Decimal(amount) : new Value.Text(value.toString())));
    Map<String, Secret> hidden = new HashMap<>();
    secrets.forEach((key, value) -> hidden.put(key, new Secret(value)));
    return sources.lookups().look(name, new Asked(request, given, hidden)).toCompletableFuture().get(20, TimeUnit.SECONDS);
  }

  private static Map<String, Value> row(Found found) {
    return assertInstanceOf(Found.Row.class, found).values();
  }

  private static String text(Found found, String name) {
    return row(found).get(name).text();
  }

  private static String pin(String account) {
    return new StringBuilder(account.substring(4)).reverse().toString();
  }

  private static String single(String url, String user, String password, String query) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url, user, password); Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }

  private static String company(String query) throws SQLException {
    return single(server.jdbcUrl("switchboard_company"), server.user(), server.password(), query);
  }

  @Test
  void aCustomerIsKnownByHisNumber_andHearsOfHisAccount() throws Exception {
    Found customer = look("customer-by-number", Map.of("number", NUMBER), Map.of());
    assertEquals(ACCOUNT, text(customer, "account"));
    assertEquals("en", text(customer, "language"));
    assertFalse(text(customer, "name").isBlank());
    assertEquals(new Found.Nothing(), look("customer-by-number", Map.of("number", "+4930999999"), Map.of()));
    assertEquals("zh", text(look("customer-by-number", Map.of("number", "+491701030001"), Map.of()), "language"));
    assertEquals("EUR", text(look("balance", Map.of("account", ACCOUNT), Map.of()), "currency"));
    Map<String, Value> bill = row(look("last-bill", Map.of("account", ACCOUNT), Map.of()));
    assertTrue(((Value.Decimal) bill.get("amount")).number() > 19, bill::toString);
    assertEquals(LocalDate.now().withDayOfMonth(1).plusDays(20), LocalDate.parse(bill.get("due").text()));
    assertEquals(Type.FLAG, bill.get("paid").type());
    assertEquals("packed", text(look("order-state", Map.of("order", "400013"), Map.of()), "state"));
    assertEquals("", text(look("order-state", Map.of("order", "400078"), Map.of()), "delivery_day"), "not sent yet");
    assertEquals(new Found.Nothing(), look("order-state", Map.of("order", "' or true --"), Map.of()));
  }

  @Test
  void thereAreSomeHundredCustomers_withCheckDigitsAndHashedPins() throws Exception {
    assertEquals("240", company("select count(*) from company.customer"));
    assertEquals("240", company("select count(distinct pin_hash) from company.account where pin_hash like '$2a$%'"));
    assertEquals("240", company("select count(*) from company.telephone"));
    assertEquals("720", company("select count(*) from company.bill"));
    assertEquals("240", company("""
        select count(*) from company.account where (select sum(case when place % 2 = 0 then (2 * digit) / 10 + (2 * digit) % 10 else digit end) % 10
          from (select substr(reverse(number), place, 1)::integer as digit, place from generate_series(1, 8) place) digits) = 0"""));
  }

  private static List<Object> tried(String account, String pin, String request) throws Exception {
    Map<String, Value> row = row(look("verify-pin", request, Map.of("account", account), Map.of("pin", pin)));
    return List.of(((Value.Flag) row.get("correct")).set(), ((Value.Flag) row.get("locked")).set(), ((Value.Whole) row.get("tries_left")).number());
  }

  @Test
  void fiveWrongPinsInADayLockAnAccount_andARequestThatComesTwiceCountsOnce() throws Exception {
    String account = company("select number from company.account where customer = 7");
    assertEquals(List.of(false, false, 4L), tried(account, "0000", "p1"));
    assertEquals(List.of(false, false, 4L), tried(account, "0000", "p1"));
    assertEquals(List.of(false, false, 3L), tried(account, "", "p2"));
    assertEquals(List.of(true, false, 5L), tried(account, pin(account), "p3"), "a right one forgives");
    for (int i = 1; i <= 4; i++) {
      assertEquals(List.of(false, false, 5L - i), tried(account, "000" + i, "p4" + i));
    }
    assertEquals(List.of(false, true, 0L), tried(account, "0009", "p5"));
    assertEquals(List.of(false, true, 0L), tried(account, pin(account), "p6"), "locked for the right one too");
    company("with moved as (update company.pin_try set at = at - interval '1 day' where account = '" + account + "' returning 1) select count(*) from moved");
    assertEquals(List.of(true, false, 5L), tried(account, pin(account), "p7"), "a day later");
    assertEquals(new Found.Nothing(), look("verify-pin", Map.of("account", "99999999"), Map.of("pin", "0000")));
  }

  @Test
  void aLostCardIsReportedOnce() throws Exception {
    String account = company("select number from company.account where customer = 12");
    String digits = company("select last_digits from company.card where account = '" + account + "' order by 1");
    Map<String, Object> card = Map.of("account", account, "last_digits", digits);
    Map<String, Value> first = row(look("report-lost-card", "l1", card, Map.of()));
    assertEquals(new Value.Flag(false), first.get("already"));
    assertEquals(first, row(look("report-lost-card", "l1", card, Map.of())), "the same call again");
    Map<String, Value> later = row(look("report-lost-card", "l2", card, Map.of()));
    assertEquals(Map.of("already", new Value.Flag(true), "reference", first.get("reference")), later);
    assertEquals("l1", company("select lost_request from company.card where account = '" + account + "' and last_digits = '" + digits + "'"));
    assertEquals(new Found.Nothing(), look("report-lost-card", Map.of("account", account, "last_digits", "abcd"), Map.of()));
  }

  private static Map<String, Value> paid(String request, String account, double amount, String card, String expiry, String code) throws Exception {
    return row(askedToPay(request, account, amount, card, expiry, code));
  }

  private static Found askedToPay(String request, String account, double amount, String card, String expiry, String code) throws Exception {
    return look("pay-by-card", request, Map.of("account", account, "amount", amount), Map.of("card", card, "expiry", expiry, "code", code));
  }

  @Test
  void aPaymentIsTakenOnce_andOfTheCardOnlyTheLastDigitsStay() throws Exception {
    String account = company("select number from company.account where customer = 21");
    String balance = "select balance from company.account where number = '" + account + "'";
    double before = Double.parseDouble(company(balance));
    Map<String, Value> first = paid("r1", account, 20.5, "4111111111111111", "1299", "123");
    assertEquals(new Value.Flag(true), first.get("paid"));
    assertEquals(new Value.Text("1111"), first.get("last_digits"));
    assertTrue(first.get("authorisation").text().matches("[0-9A-F]{6}"), first::toString);
    assertEquals(first, paid("r1", account, 20.5, "4111111111111111", "1299", "123"), "the same request again");
    assertEquals(first, paid("r1", account, 20.5, "5555555555554444", "0120", "12"), "whatever card was entered again");
    assertInstanceOf(Found.Failed.class, askedToPay("r1", account, 21.5, "4111111111111111", "1299", "123"), "it was another payment");
    String other = company("select number from company.account where customer = 22");
    assertInstanceOf(Found.Failed.class, askedToPay("r1", other, 20.5, "4111111111111111", "1299", "123"), "it was another's payment");
    assertEquals(before + 20.5, Double.parseDouble(company(balance)), 0.001);
    assertEquals("0", company("select count(*) from company.payment p where p::text like '%4111111%'"));
    for (List<String> refused : List.of(
        List.of("4000000000000002", "1299", "123", "declined"), List.of("4000000000009995", "1299", "123", "no_funds"),
        List.of("4929123456789012", "1299", "123", "no_test_card"), List.of("41", "1299", "123", "wrong_card"),
        List.of("4111111111111111", "1399", "123", "wrong_expiry"), List.of("4111111111111111", "0120", "123", "expired"),
        List.of("4111111111111111", "1299", "12", "wrong_code"), List.of("'; drop", "'", "\\", "wrong_card"))) {
      Map<String, Value> answer = paid("r-" + refused, account, 1, refused.get(0), refused.get(1), refused.get(2));
      assertEquals(List.of(new Value.Flag(false), new Value.Text(refused.get(3)), new Value.Text("")),
          List.of(answer.get("paid"), answer.get("reason"), answer.get("authorisation")));
    }
    assertEquals(new Value.Text("wrong_amount"), paid("r-0", account, -5, "4111111111111111", "1299", "123").get("reason"));
    assertEquals(before + 20.5, Double.parseDouble(company(balance)), 0.001);
  }

  @Test
  void flowsMayDoNoMoreThanTheLookupsNeed() throws Exception {
    SqlSettings flows = new CompanyDatabase(postgres, home.resolve("data")).flows();
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("data/company-password"))));
    assertFalse(flows.toString().contains(flows.password()));
    for (String forbidden : List.of(
        "select pin_hash from company.account", "select * from company.payment", "select * from company.pin_try", "select * from company.card",
        "update company.account set balance = 0 returning 1", "delete from company.bill returning 1", "insert into company.customer select from company.customer returning 1",
        "create table company.mine as select 1", "create table public.mine as select 1", "create role other", "set role switchboard_company_owner",
        "select pg_read_file('/etc/passwd')", "set log_parameter_max_length = -1")) {
      SQLException refused = assertThrows(SQLException.class, () -> single(flows.url(), flows.user(), flows.password(), forbidden), forbidden);
      assertEquals("42501", refused.getSQLState(), forbidden + ": " + refused.getMessage());
    }
    for (String journal : List.of("journal", "login", "flyway_schema_history")) {
      assertEquals("42501", assertThrows(SQLException.class,
          () -> single(server.jdbcUrl(), flows.user(), flows.password(), "select count(*) from " + journal)).getSQLState());
    }
    assertEquals("0", single(flows.url(), flows.user(), flows.password(), "show log_parameter_max_length"));
  }

  @Test
  void makingItAgainChangesNothing() throws Exception {
    String before = company("select md5(string_agg(a::text, ',' order by number)) from company.account a");
    SqlSettings flows = new CompanyDatabase(postgres, home.resolve("data")).prepare();
    assertEquals(before, company("select md5(string_agg(a::text, ',' order by number)) from company.account a"));
    assertEquals("t", single(flows.url(), flows.user(), flows.password(), "select true"));
    assertInstanceOf(Found.Row.class, look("balance", Map.of("account", ACCOUNT), Map.of()));
  }

  @Test
  void theLookupsThatComeWithTheProgramAreUnderstood_andAWrongOneIsNamedWithItsLine() throws Exception {
    try (DataSources check = DataSources.toCheck(configuration)) {
      assertEquals(new DataSources.Proofs(List.of(), List.of()), check.prove(configuration.lookups()));
    }
    Configuration wrong = load("wrong", """
        sources:
          company: { sql: { url: embedded } }
          away: { sql: { url: "jdbc:postgresql://127.0.0.1:1/x", user: x } }
          gone: { http: { url: http://127.0.0.1:1 } }
        lookups:
          balance: { source: company, sql: "select balanc from company.account where number = :account", takes: { account: text } }
          pins:
            source: company
            sql: select pin_hash from company.account
          state:
            source: company
            sql: select state from company.orders
            gives:
              state: integer
              day: text
          lose: { source: company, sql: delete from company.bill }
          far: { source: away, sql: "select 1 as x", gives: { x: integer } }
          farther: { source: gone, get: /x }
        """);
    try (DataSources check = DataSources.toCheck(wrong)) {
      DataSources.Proofs proofs = check.prove(wrong.lookups());
      assertEquals(
          List.of(
              "lookups.yaml:6: lookups.balance.sql: column \"balanc\" does not exist (SQLSTATE 42703); correct the statement",
              "lookups.yaml:9: lookups.pins.sql: permission denied for table account (SQLSTATE 42501); grant the source's user what the statement needs",
              "lookups.yaml:14: lookups.state.gives.state: its column is text, not integer; name a type that it is, or cast it in the statement",
              "lookups.yaml:15: lookups.state.gives.day: the statement returns no column 'day'; its columns are state",
              "lookups.yaml:16: lookups.lose.sql: permission denied for table bill (SQLSTATE 42501); grant the source's user what the statement needs"),
          proofs.wrongs().stream().sorted((a, b) -> Integer.compare(a.line(), b.line())).map(Object::toString).toList());
      assertEquals(
          List.of(
              "the source away cannot be reached now, so what is looked up there is not checked: no connection (SQLSTATE 08001)",
              "the source gone cannot be reached now, so what is looked up there is not checked: gone: no connection"),
          proofs.warnings());
    }
  }

  @Test
  void whatIsNewIsTriedBeforeItIsTaken_whatIsOldHoldsNothingBack() throws Exception {
    String shipped = Files.readString(Checkout.home().resolve("config/lookups.yaml"));
    Configuration changed = load("changed", shipped.replace("select balance, currency from", "select balance, currenci from"));
    assertEquals(1, sources.wrongs(configuration, changed).size());
    assertEquals(List.of(), sources.wrongs(changed, changed));
    sources.publish(load("more", shipped + "  many: { source: company, sql: \"select count(*) as n from company.bill\", gives: { n: integer } }\n"));
    assertEquals("720", text(look("many", Map.of(), Map.of()), "n"));
    sources.publish(configuration);
    assertEquals(new Found.Failed("there is no lookup many"), look("many", Map.of(), Map.of()));
  }
}
