package io.switchboard.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.switchboard.app.rehearsal.PlatformProcess;
import io.switchboard.app.rehearsal.PromptEar;
import io.switchboard.app.rehearsal.Rehearsal;
import io.switchboard.app.rehearsal.Script;
import io.switchboard.servers.Progress;
import io.switchboard.servers.audio.Ear;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Kill −9 of the platform while the demo company, which is slow, takes a payment that a caller has entered by his keys. */
class PaidOnceIT {
  private static final String NUMBER = "030123455";
  private static final String ACCOUNT = "10158384";
  private static final String FLOW = """
      first: pay
      steps:
        pay:
          flow: {flow: pay-by-card, with: {account: "'10158384'", amount: "20.5", currency: "'EUR'"}, exits: {paid: end, not-paid: end, person: end}}
        end:
          hangup: {reason: flow_ended}
      """;

  private static Rehearsal rehearsal;
  private static Ledger ledger;
  private static Ear ear;
  private static PlatformProcess platform;

  @BeforeAll
  static void open() throws Exception {
    rehearsal = Rehearsal.open(Script.empty().number("+4930123455", "debtor").file("flows/debtor.yaml", FLOW), Progress.SILENT);
    ledger = new Ledger(rehearsal);
    platform = rehearsal.platform();
    ear = PromptEar.of(rehearsal, Map.of());
    Scene.await(PaidOnceIT::made, made -> made, 60_000);
  }

  @AfterAll
  static void close() throws Exception {
    for (AutoCloseable each : List.of(platform, ledger, rehearsal)) {
      each.close();
    }
  }

  private static boolean made() {
    try {
      return company("select count(*) from company.account").equals("240");
    } catch (SQLException notYet) {
      return false;
    }
  }

  private static String company(String query) throws SQLException {
    try (Connection connection = connection(); Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }

  private static Connection connection() throws SQLException {
    return DriverManager.getConnection(
        rehearsal.postgres().jdbcUrl("switchboard_company"), rehearsal.postgres().user(), rehearsal.postgres().password());
  }

  /** Nobody else changes the account until it is closed, so a payment takes as long. */
  private static Connection slow() throws SQLException {
    Connection connection = connection();
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("select 1 from company.account where number = '" + ACCOUNT + "' for update");
    }
    return connection;
  }

  private static void entersCard(Listener caller, String card) throws Exception {
    caller.hears("en/pay-by-card/card");
    caller.presses(card + "#");
    caller.hears("en/pay-by-card/expiry");
    caller.presses("1299");
    caller.hears("en/pay-by-card/code");
    caller.presses("123#");
  }

  @Test
  void whenThePlatformDiesAmidAPayment_andHeEntersAnotherCard_thenItIsTakenOnce_andHeHearsOfTheCardThatPaid() throws Exception {
    double balance = Double.parseDouble(company("select balance from company.account where number = '" + ACCOUNT + "'"));
    try (Listener caller = Listener.dials(rehearsal, ledger, ear, NUMBER)) {
      caller.comesTo("offer");
      try (Connection holding = slow()) {
        caller.presses("1");
        entersCard(caller, "4111111111111111");
        Scene.await(() -> company("select count(*) from pg_stat_activity where query like '%pay_by_card%' and wait_event_type = 'Lock'"),
            "1"::equals);
        platform.kill();
        assertEquals("0", payments());
        holding.rollback();
      }
      Scene.await(PaidOnceIT::payments, "1"::equals); // nobody heard of it
      platform = rehearsal.launch(); // as its supervisor does
      entersCard(caller, "5555555555554444");
      caller.comesTo("thanks");
      assertEquals("1", payments());
      assertEquals(caller.call() + ":pay-by-card:pay:1", company("select request from company.payment where account = '" + ACCOUNT + "'"));
      assertEquals(balance + 20.5, Double.parseDouble(company("select balance from company.account where number = '" + ACCOUNT + "'")), 0.001);
      assertEquals(List.of("1111"), ledger.column("select body -> 'values' ->> 'last_digits' from journal where call = ? and kind = 'Remembered'"
          + " and body -> 'values' ->> 'last_digits' <> ''", caller.call()));
    }
  }

  private static String payments() throws SQLException {
    return company("select count(*) from company.payment where account = '" + ACCOUNT + "'");
  }
}
