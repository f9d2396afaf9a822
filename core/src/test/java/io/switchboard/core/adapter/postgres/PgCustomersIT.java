package io.switchboard.core.adapter.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.core.adapter.csv.CsvBook;
import io.switchboard.core.customer.Customer;
import io.switchboard.core.customer.Customers.Hit;
import io.switchboard.core.customer.CustomerBook;
import io.switchboard.core.customer.Customers;
import io.switchboard.core.customer.Details;
import io.switchboard.core.customer.Edit;
import io.switchboard.core.customer.Written;
import io.switchboard.core.customer.Numbering;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.line.NumberPlan;
import io.switchboard.servers.postgres.PostgresServer;
import java.sql.SQLException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PgCustomersIT {
  private static final TenantId DEMO = Samples.DEMO;
  private static final TenantId OTHER = new TenantId("other");

  private static PostgresServer server;
  private static PgSettings settings;
  private static Database database;
  private static PgCustomers customers;
  private static final AtomicLong NOW = new AtomicLong(1_000);

  @BeforeAll
  static void start() throws Exception {
    server = PostgresServer.temporary();
    settings = TestDatabase.make(server);
    database = Database.open(settings);
    customers = new PgCustomers(database, NOW::incrementAndGet);
  }

  @AfterAll
  static void stop() {
    database.close();
    server.close();
  }

  private static Customer made(TenantId tenant, String name, String... numbers) {
    return customers.create(tenant, Details.named(name), List.of(numbers), "anna");
  }

  private static List<String> found(TenantId tenant, String typed) {
    return customers.search(tenant, typed).stream().map(Hit::name).toList();
  }

  private static Edit named(String name) {
    return new Edit(name, null, null, null, null, null, null, null);
  }

  @Test
  void aCustomerIsWhatWasWritten_andHasHisTenant() {
    Details details = new Details(
        "Ada Lovelace", "Engines", "en", "vip", "likes numbers", Map.of("channel", "phone"), Map.of("recording", "given"), true);
    Customer ada = customers.create(DEMO, details, List.of("+44201", "+44202"), "anna");
    assertEquals(details, ada.details());
    assertEquals(List.of("+44201", "+44202"), ada.numbers());
    assertEquals(1, ada.version());
    assertEquals(ada, customers.find(DEMO, ada.id()).orElseThrow());
    assertTrue(customers.find(OTHER, ada.id()).isEmpty());
    assertTrue(customers.doNotCall(DEMO, "+44202"));
    assertFalse(customers.doNotCall(OTHER, "+44202"));
  }

  @Test
  void whenTwoChangeDifferentFields_thenBothAreWritten_andTheSameFieldIsRefused() {
    Customer before = made(DEMO, "Grace Hopper", "+1201");
    assertInstanceOf(Written.Done.class, customers.change(DEMO, before.id(), 1, named("Grace B. Hopper"), "anna"));
    Edit other = new Edit(null, "Navy", null, null, null, Map.of("channel", "email"), null, null);
    Customer merged = ((Written.Done<Customer>) customers.change(DEMO, before.id(), 1, other, "ben")).now();
    assertEquals("Grace B. Hopper", merged.details().name());
    assertEquals("Navy", merged.details().company());
    assertEquals(3, merged.version());
    Written<Customer> late = customers.change(DEMO, before.id(), 1, named("G. Hopper"), "ben");
    assertEquals(new Written.Overtaken<>(merged, Set.of("name")), late);
    assertInstanceOf(Written.Done.class, customers.change(DEMO, before.id(), 0, named("G. Hopper"), "ben"));
    assertInstanceOf(Written.Unknown.class, customers.change(OTHER, before.id(), 0, named("X"), "zoe"));
    Edit without = new Edit(null, null, null, null, null, Map.of("channel", ""), null, null);
    assertEquals(Map.of(), ((Written.Done<Customer>) customers.change(DEMO, before.id(), 0, without, "ben")).now().details().preferences());
  }

  @Test
  void whatIsDoneTogetherIsWrittenWhole_orNotAtAll() {
    Customer before = made(DEMO, "Grace Hopper", "+1401");
    customers.together(all -> {
      Customer fresh = all.create(DEMO, Details.named("Mary Shaw"), List.of("+1402"), "anna");
      assertEquals(List.of(fresh), all.byNumber(DEMO, "+1402"), "seen within");
      assertEquals(List.of(), customers.byNumber(DEMO, "+1402"), "and not without");
      all.change(DEMO, before.id(), 0, named("G. Hopper"), "anna");
      all.addNumber(DEMO, before.id(), "+1403", "anna");
    });
    assertEquals("Mary Shaw", customers.byNumber(DEMO, "+1402").getFirst().details().name());
    assertEquals("G. Hopper", customers.byNumber(DEMO, "+1403").getFirst().details().name());

    Details unfit = new Details("Barbara", "", "", "", "", Map.of("channel", "a\0b"), Map.of(), false);
    assertThrows(Customers.Unfit.class, () -> customers.together(all -> {
      all.create(DEMO, Details.named("Radia Perlman"), List.of("+1404"), "anna");
      all.create(DEMO, unfit, List.of("+1405"), "anna");
    }));
    assertEquals(List.of(), customers.byNumber(DEMO, "+1404"));
    assertThrows(IllegalStateException.class, () -> customers.together(all -> {
      all.create(DEMO, Details.named("Radia Perlman"), List.of("+1404"), "anna");
      throw new IllegalStateException("of the work");
    }));
    assertEquals(List.of(), customers.byNumber(DEMO, "+1404"));
  }

  @Test
  void fiveThousandRowsOfAFileAreTakenInSeconds() throws Exception {
    TenantId many = new TenantId("many");
    StringBuilder csv = new StringBuilder("name,numbers,company,language,notes\n");
    for (int i = 0; i < 5_000; i++) {
      csv.append("Customer ").append(i).append(",+4930").append(1_000_000 + i).append("|+49170").append(1_000_000 + i).append(",Looms,en,writes in ink\n");
    }
    CsvBook book = new CsvBook(customers, new Numbering(Map.of(many, new NumberPlan("DE", ""))), tenant -> Set.of());
    List<Long> progress = new ArrayList<>();
    long beganMs = System.currentTimeMillis();
    CustomerBook.Report report = book.read(many, new StringReader(csv.toString()), false, "sam", so -> progress.add(so.rows()));
    System.out.println("5,000 rows in " + (System.currentTimeMillis() - beganMs) + " ms");
    assertEquals(List.of(5_000L, 0L), List.of(report.created(), report.bad()));
    assertEquals(11, progress.size(), "every five hundred, and at the end");
    assertEquals(5_000, book.read(many, new StringReader(csv.toString()), false, "sam", so -> {}).unchanged());
  }

  @Test
  void eachChangeIsInTheLog_whichNobodyChanges() throws Exception {
    Customer barbara = made(DEMO, "Barbara Liskov", "+1301");
    customers.change(DEMO, barbara.id(), 1, named("B. Liskov"), "ben");
    customers.addNumber(DEMO, barbara.id(), "+1302", "ben");
    customers.removeNumber(DEMO, barbara.id(), "+1301", "ben");
    assertEquals("{created,changed,number_added,number_removed}",
        TestDatabase.single(settings, "select array_agg(what order by seq) from customer_change where customer = " + barbara.id()));
    assertEquals("Barbara Liskov → B. Liskov",
        TestDatabase.single(settings, "select details ->> 'name' from customer_change where what = 'changed' and customer = " + barbara.id()));
    assertThrows(SQLException.class, () -> TestDatabase.single(settings, "update customer_change set by_user = 'x' returning seq"));
    assertThrows(SQLException.class, () -> TestDatabase.single(settings, "delete from customer_change returning seq"));
  }

  @Test
  void aNumberIsHadByNobody_oneOrSeveral() {
    Customer mother = made(DEMO, "Marie Curie", "+3301");
    Customer daughter = made(DEMO, "Irène Curie", "+3301", "+3302");
    made(OTHER, "Somebody Else", "+3301");
    assertEquals(List.of(daughter, mother), customers.byNumber(DEMO, "+3301"));
    assertEquals(List.of(daughter), customers.byNumber(DEMO, "+3302"));
    assertEquals(List.of(), customers.byNumber(DEMO, "+3303"));
    assertEquals(List.of("Somebody Else"), found(OTHER, "3301"));
  }

  @Test
  void whoIsSearchedIsFoundByAnyPart_fromTwoCharactersOn_inHisTenantOnly() {
    made(DEMO, "Jörg Großmann", "+491701234567");
    made(DEMO, "王小伟", "+8613812345678");
    made(DEMO, "100% Cotton_Shop", "+4930999");
    assertEquals(List.of("Jörg Großmann"), found(DEMO, "GROSSM"));
    assertEquals(List.of("Jörg Großmann"), found(DEMO, "rg g"));
    assertEquals(List.of("Jörg Großmann"), found(DEMO, "0170 123 4567"));
    assertEquals(List.of("王小伟"), found(DEMO, "小伟"));
    assertEquals(List.of("王小伟"), found(DEMO, "王小"));
    assertEquals(List.of("100% Cotton_Shop"), found(DEMO, "0%"));
    assertEquals(List.of(), found(DEMO, "n%s"));
    assertEquals(List.of(), found(DEMO, "j"));
    assertEquals(List.of(), found(OTHER, "小伟"));
  }

  @Test
  void whenHeIsRenamedOrGetsAnotherNumber_thenHeIsFoundByThatAndNoMoreByTheOld() {
    Customer maiden = made(DEMO, "Hedwig Kiesler", "+4315550001");
    customers.change(DEMO, maiden.id(), 1, named("Hedy Lamarr"), "anna");
    customers.addNumber(DEMO, maiden.id(), "+4315559992", "anna");
    customers.removeNumber(DEMO, maiden.id(), "+4315550001", "anna");
    assertEquals(List.of("Hedy Lamarr"), found(DEMO, "lamarr"));
    assertEquals(List.of("Hedy Lamarr"), found(DEMO, "5559992"));
    assertEquals(List.of(), found(DEMO, "kiesler"));
    assertEquals(List.of(), found(DEMO, "5550001"));
  }

  @Test
  void ofManyTheRareOnesAreFoundByTheIndex_andThoseWhoseNameBeginsWithItComeFirst() throws Exception {
    TenantId large = new TenantId("large");
    made(large, "Zacharias Quick", "+49300000001");
    made(large, "Anton Zacharias", "+49300000002");
    new PgCustomerSeed(database).put(large, 0, 10_000, 5, done -> {});
    assertEquals(List.of("Zacharias Quick", "Anton Zacharias"), found(large, "zachar"));
    assertEquals(20, found(large, "an").size());
    assertTrue(found(large, "mü").getFirst().matches("(?i)mu.*|.* mü.*"), () -> found(large, "mü").toString());
    assertEquals("10002", TestDatabase.single(settings, "select count(*) from customer where tenant = 'large'"));
    made(large, "Put By Hand", "+1"); // the ids go on behind the samples
  }
}
