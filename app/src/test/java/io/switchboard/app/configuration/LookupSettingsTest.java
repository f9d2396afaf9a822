package io.switchboard.app.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonPointer;
import io.switchboard.ivr.adapter.http.HttpLookup;
import io.switchboard.ivr.adapter.http.HttpSettings;
import io.switchboard.ivr.adapter.sql.SqlLookup;
import io.switchboard.ivr.adapter.sql.SqlSettings;
import io.switchboard.ivr.lookup.Lookup;
import io.switchboard.ivr.lookup.Proof;
import io.switchboard.ivr.value.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LookupSettingsTest {
  private static final String RIGHT = """
      sources:
        company:
          sql: { url: embedded, connections: 3 }
        bank:
          sql: { url: "jdbc:postgresql://db:5432/bank?sslmode=require", user: flows, password: "${env:BANK}" }
        crm:
          http: { url: https://crm.example/api/, headers: { Authorization: "Bearer ${env:CRM}", X-Api-Key: file:key, Accept-Language: de } }
      lookups:
        balance:
          source: company
          sql: |
            select balance, currency -- of ':account'
            from account where number = :account::text and :request <> ''
          takes: { account: text }
          gives: { balance: number, currency: text }
          limit_ms: 800
        verify-pin:
          source: bank
          sql: "select true as right where :account = :pin;"
          takes: { account: text, pin: secret }
          gives: { right: flag }
        order:
          source: crm
          get: /orders/{order}?by={request}
          takes: { order: text }
          gives:
            state: { type: text, at: /status }
            due: { type: text, at: /delivery/day, optional: true }
        pay:
          source: crm
          post: /payments
          body: { card: "{card}", amounts: ["{amount}"] }
          takes: { card: secret, amount: number }
      """;

  @TempDir
  private Path path;

  private Directory directory;

  @BeforeEach
  void rightDirectory() {
    directory = new Directory(path).environment("BANK", "t0p-bank").environment("CRM", "t0p-crm").write("key", "t0p-key\n").write("lookups.yaml", RIGHT);
  }

  @Test
  void everySettingBecomesARecord() throws Exception {
    Configuration configuration = directory.load();
    assertEquals(
        List.of(
            new SourcePlan.Embedded("company", 3),
            new SourcePlan.Sql("bank", new SqlSettings("jdbc:postgresql://db:5432/bank?sslmode=require", "flows", "t0p-bank"), 8),
            new SourcePlan.Http("crm", new HttpSettings("https://crm.example/api",
                Map.of("Authorization", "Bearer t0p-crm", "X-Api-Key", "t0p-key", "Accept-Language", "de")), 8)),
        configuration.sources());
    assertEquals(
        Map.of(
            "balance", new Lookup("balance", Map.of("account", Type.TEXT), Set.of(), Map.of("balance", Type.NUMBER, "currency", Type.TEXT), 800),
            "verify-pin", new Lookup("verify-pin", Map.of("account", Type.TEXT, "pin", Type.TEXT), Set.of("pin"), Map.of("right", Type.FLAG), 2_000),
            "order", new Lookup("order", Map.of("order", Type.TEXT), Set.of(), Map.of("state", Type.TEXT, "due", Type.TEXT), 2_000),
            "pay", new Lookup("pay", Map.of("card", Type.TEXT, "amount", Type.NUMBER), Set.of("card"), Map.of(), 2_000)),
        configuration.lookupsByName());
    SqlLookup balance = assertInstanceOf(LookupPlan.Asking.Sql.class, configuration.lookups().getFirst().asking()).sql();
    assertEquals(List.of("account", "request"), balance.sql().parameters());
    HttpLookup order = assertInstanceOf(LookupPlan.Asking.Http.class, configuration.lookups().get(2).asking()).http();
    assertTrue(order.body().isEmpty());
    assertEquals(new HttpLookup.Place(JsonPointer.compile("/delivery/day"), true), order.places().get("due"));
    HttpLookup pay = assertInstanceOf(LookupPlan.Asking.Http.class, configuration.lookups().get(3).asking()).http();
    assertEquals(Set.of("card", "amount"), pay.body().orElseThrow().parameters());
    assertFalse(configuration.toString().contains("t0p"), configuration::toString);
  }

  @Test
  void anInstallationNeedHaveNone() throws Exception {
    Configuration configuration = directory.remove("lookups.yaml").load();
    assertEquals(List.of(), configuration.sources());
    assertEquals(Map.of(), configuration.lookupsByName());
  }

  @Test
  void whatTheSourceFindsWrongHasItsLine() throws Exception {
    LookupPlan balance = directory.load().lookups().getFirst();
    assertEquals("lookups.yaml:11: lookups.balance.sql: wrong; right", balance.wrong(new Proof.Fault("sql", "wrong", "right")).toString());
    assertEquals("lookups.yaml:15: lookups.balance.gives.currency: wrong; right", balance.wrong(new Proof.Fault("gives.currency", "wrong", "right")).toString());
  }

  /** What stands there | what is written instead | the line that is read, without the file's name. */
  @ParameterizedTest(name = "{2}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      password: "${env:BANK}" | password: hunter2 | 5: sources.bank.sql.password: has a secret in plain; write ${env:NAME}, and set NAME before the start, or file:path
      password: "${env:BANK}" | password: 12345678 | 5: sources.bank.sql.password: has a secret in plain; write ${env:NAME}, and set NAME before the start, or file:path
      password: "${env:BANK}" | password: "${env:NOPE:-hunter2}" | 5: sources.bank.sql.password: has a secret in plain; write ${env:NAME}, and set NAME before the start, or file:path
      password: "${env:BANK}" | password: "x${env:BANK}" | 5: sources.bank.sql.password: has a secret in plain; write ${env:NAME}, and set NAME before the start, or file:path
      password: "${env:BANK}" | password: "${env:NOPE}" | 5: sources.bank.sql.password: the environment variable NOPE is not set; set it before the start
      "Bearer ${env:CRM}" | Bearer hunter2 | 7: sources.crm.http.headers.Authorization: has a secret in plain; write ${env:NAME}, and set NAME before the start, or file:path
      X-Api-Key: file:key | Cookie: session=hunter2 | 7: sources.crm.http.headers.Cookie: has a secret in plain; write ${env:NAME}, and set NAME before the start, or file:path
      X-Api-Key: file:key | x-csrf-TOKEN: hunter2 | 7: sources.crm.http.headers.x-csrf-TOKEN: has a secret in plain; write ${env:NAME}, and set NAME before the start, or file:path
      X-Api-Key: file:key | Host: evil.example | 7: sources.crm.http.headers.Host: is no header that can be set; leave it out, or correct its name
      X-Api-Key: file:key | "a b": c | 7: sources.crm.http.headers.a b: is no header that can be set; leave it out, or correct its name
      X-Api-Key: file:key | X-Name: "ü" | 7: sources.crm.http.headers.X-Name: 'ü' is not allowed; give the header's value, of ASCII characters
      https://crm.example/api/ | https://me:hunter2@crm.example | 7: sources.crm.http.url: 'https://…@crm.example' is not allowed; give an address such as https://crm.example/api, without user and password: they go into headers
      https://crm.example/api/ | ftp://crm.example | 7: sources.crm.http.url: 'ftp://crm.example' is not allowed; give an address such as https://crm.example/api, without user and password: they go into headers
      ?sslmode=require | ?password=${env:BANK} | 5: sources.bank.sql.url: has a user or a password in it; write user and password: ${env:NAME} beside it
      jdbc:postgresql://db:5432 | jdbc:postgresql://me:hunter2@db:5432 | 5: sources.bank.sql.url: 'jdbc:postgresql://…@db:5432/bank?sslmode=require' is not allowed; give 'embedded' for the demo company's database in the installation's own PostgreSQL, or jdbc:postgresql://host:port/database, without user and password: they have keys of their own
      jdbc:postgresql://db:5432 | jdbc:mysql://db:5432 | 5: sources.bank.sql.url: 'jdbc:mysql://db:5432/bank?sslmode=require' is not allowed; give 'embedded' for the demo company's database in the installation's own PostgreSQL, or jdbc:postgresql://host:port/database, without user and password: they have keys of their own
      , user: flows | `` | 5: sources.bank.sql.user: is missing; give a user of the database who may do no more than the lookups need
      connections: 3 | connections: 51 | 3: sources.company.sql.connections: 51 is not allowed; give how many lookups are asked at the same time, 1 to 50; eight times as many may wait
      connections: 3 | user: me | 3: sources.company.sql: has a user, but embedded has its own; leave user and password out
      `  company:⏎` | `  Company One: { sql: { url: embedded } }⏎  company:⏎` | 2: sources.Company One: is no name for a source; use 1 to 64 of a-z 0-9 _ . - from a letter or digit on
      source: company | source: compnay | 10: lookups.balance.source: 'compnay' is unknown; did you mean 'company'?
      source: company | source: crm | 11: lookups.balance.sql: does not fit 'crm', which is a source of http; give get or post, or another source
      get: /orders/{order}?by={request} | url: /orders | 24: lookups.order.url: unknown key; known keys are source, sql, get, post, body, takes, gives, limit_ms
      :account::text | :acount::text | 11: lookups.balance.sql: names the parameter 'acount', which is unknown; did you mean 'account'? Or add it to takes
      :account = :pin | ':account' = :pin | 20: lookups.verify-pin.takes.account: is not used in the statement; write :account there, outside of quotes, or leave it out
      :account = :pin;" | :account = :pin; delete from account" | 19: lookups.verify-pin.sql: has more than one statement; keep one; a function of the database can do several things
      "select true as right where :account = :pin;" | "drop table :account, :pin" | 19: lookups.verify-pin.sql: begins with 'drop'; write one that begins with select, insert, update, delete, merge, with, values or call
      "select true as right where :account = :pin;" | "select $1 where :account = :pin" | 19: lookups.verify-pin.sql: has a parameter '$1' without a name; write its name after a colon, e.g. :account
      pin: secret | pin: secrete | 20: lookups.verify-pin.takes.pin: 'secrete' is not allowed; did you mean 'secret'?
      pin: secret | pin: secret, request: text | 20: lookups.verify-pin.takes.request: is there by itself; leave it out, or choose another name
      pin: secret | pin: secret, Pin-2: text | 20: lookups.verify-pin.takes.Pin-2: is no name for a parameter; use 1 to 32 of a-z 0-9 _ from a letter on
      right: flag | right: secret | 21: lookups.verify-pin.gives.right: 'secret' is not allowed; give text, integer, number or flag; of an HTTP source {type: text, at: /a/place}
      right: flag | right: { type: flag, at: /x } | 21: lookups.verify-pin.gives.right: has a place, but a row has columns; give its type alone; its column has its name
      state: { type: text, at: /status } | state: text | 27: lookups.order.gives.state: has no place in the answer; give {type: text, at: /place}, a JSON pointer
      state: { type: text, at: /status } | state: { type: text } | 27: lookups.order.gives.state.at: is missing; give where it stands in the answer, as a JSON pointer such as /delivery/day
      at: /status | at: status | 27: lookups.order.gives.state.at: 'status' is not allowed; give where it stands in the answer, as a JSON pointer such as /delivery/day
      /orders/{order} | /orders/{oder} | 24: lookups.order.get: names the parameter 'oder', which is unknown; did you mean 'order'? Or add it to takes
      /orders/{order} | orders/{order} | 24: lookups.order.get: 'orders/{order}?by={request}' is no path; give one that begins with one slash, e.g. /orders/{order}
      /orders/{order} | //evil.example/{order} | 24: lookups.order.get: '//evil.example/{order}?by={request}' is no path; give one that begins with one slash, e.g. /orders/{order}
      takes: { order: text } | takes: { order: secret } | 24: lookups.order.get: has the secret 'order', and servers write paths into their logs; send it in the body of a post
      `get: /orders/{order}?by={request}` | `get: /orders/{order}⏎    body: { a: b }` | 25: lookups.order.body: belongs to a post; leave it out, or write post instead of get
      ["{amount}"] | ["{amont}", "{amount}"] | 32: lookups.pay.body: names the parameter 'amont', which is unknown; did you mean 'amount'? Or add it to takes
      ["{amount}"] | ["amount"] | 33: lookups.pay.takes.amount: is not used in path and body; write {amount} there, or leave it out
      limit_ms: 800 | limit_ms: 5001 | 16: lookups.balance.limit_ms: 5001 is not allowed; give milliseconds from 100 to 5000 that the caller hears silence at most
      """)
  void oneWrongSetting(String from, String to, String line) {
    directory.change("lookups.yaml", from.replace("⏎", "\n"), to.replace("⏎", "\n"));
    List<String> wrongs = directory.wrongs();
    assertTrue(wrongs.contains("lookups.yaml:" + line), () -> String.join("\n", wrongs));
    assertFalse(String.join("\n", wrongs).matches("(?s).*(hunter2|12345678|t0p).*"), () -> String.join("\n", wrongs));
  }

  @Test
  void aStatementMayBeInAFileOfItsOwn() throws Exception {
    directory.write("sql/pin.sql", "-- of one account\nselect true as right\n\twhere :account = :pin\n")
        .change("lookups.yaml", "\"select true as right where :account = :pin;\"", "file:sql/pin.sql");
    assertEquals(List.of(), directory.wrongs());
  }

  @Test
  void theLookupsThatComeWithTheProgramAreRight() throws Exception {
    directory.write("lookups.yaml", Files.readString(Path.of("../config/lookups.yaml")));
    assertEquals(
        Set.of("customer-by-number", "verify-pin", "balance", "last-bill", "order-state", "report-lost-card", "pay-by-card"),
        directory.load().lookupsByName().keySet());
  }
}
