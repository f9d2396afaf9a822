package io.switchboard.core.adapter.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.core.customer.Customer;
import io.switchboard.core.customer.CustomerBook.BadRow;
import io.switchboard.core.customer.CustomerBook.Report;
import io.switchboard.core.customer.Customers;
import io.switchboard.core.customer.Details;
import io.switchboard.core.customer.Edit;
import io.switchboard.core.customer.Numbering;
import io.switchboard.core.customer.Written;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.line.NumberPlan;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class CsvRowsTest {
  private static final TenantId DEMO = new TenantId("demo");

  private final List<String> made = new ArrayList<>();
  /** How many were made in each. */
  private final List<Integer> transactions = new ArrayList<>();
  private final Book book = new Book();

  private Report read(String csv) throws Exception {
    return new CsvBook(book, new Numbering(Map.of(DEMO, new NumberPlan("DE", ""))), tenant -> Set.of("vip"))
        .read(DEMO, new StringReader(csv), false, "sam", report -> {});
  }

  private static List<String> bad(Report report) {
    return report.badRows().stream().map(row -> row.line() + " " + row.column() + " " + row.wrong().english().split("[,;]")[0]).toList();
  }

  @Test
  void commasSemicolonsAndTabsAreUnderstood_andAMarkAtTheBeginning() throws Exception {
    for (String between : List.of(",", ";", "\t")) {
      made.clear();
      Report report = read("\uFEFFName,Number,Value class\r\n\"Müller, Jörg\",0170 1234567,VIP\r\n".replace("\"Müller, Jörg\",", "\"Müller, Jörg\"\u0001")
          .replace(",Number,", "\u0001Number\u0001").replace("4567,", "4567\u0001").replace("\u0001", between));
      assertEquals(List.of(), bad(report));
      assertEquals(List.of("Müller, Jörg [+491701234567] vip"), made);
    }
  }

  @Test
  void eachBadRowIsNamedByLineAndColumn_andTheOthersAreTaken() throws Exception {
    Report report = read("""
        name,numbers,language,do_not_call,preferences
        Ann,+491701111111|+49301234567,en,yes,channel=phone
        ,+491701111112,,,
        "Ben
        Two",+491701111113,,,
        Carl,nothing,tlh,perhaps,channel
        Dora,0170 1111111,,,
        Emil,+491709999999|+491708888888,,,
        Finn,1,2,3,4,5
        """);
    assertEquals(List.of(
        "3 name is empty", "4 name contains a line break or another control character", "6 language is 'tlh'", "6 preferences has 'channel'",
        "6 do_not_call is 'perhaps'", "6 numbers has 'nothing'", "7 numbers has +491701111111", "8 numbers are of several customers: Old (1)",
        "9  has more cells than there are columns", "9 language is '2'", "9 preferences has '4'", "9 do_not_call is '3'", "9 numbers has '1'"),
        bad(report).stream().filter(each -> !each.startsWith("9 numbers") || each.contains("'1'")).toList());
    assertEquals(List.of("Ann [+491701111111, +49301234567] "), made);
    assertEquals(7, report.rows());
    assertEquals(6, report.bad());
  }

  @Test
  void aFileWithoutNamesOrWithOtherColumnsIsNotTaken() throws Exception {
    assertEquals(List.of("1 phone is no column", "1 name is missing"), bad(read("phone,company\n+4930,X\n")));
    assertEquals(List.of("1 name is missing"), bad(read("")));
    BadRow open = read("name\n\"Ann\n").badRows().getFirst();
    assertEquals("cannot be read on", open.wrong().english().split(":")[0]);
  }

  @Test
  void whoIsThereIsChangedOrLeftAsHeIs() throws Exception {
    Report report = read("name,numbers,company\nOld,+491709999999,\nNew Name,+491708888888,Looms\n");
    assertEquals(1, report.unchanged());
    assertEquals(1, report.changed());
    assertEquals(List.of("2 name=New Name"), made);
  }

  @Test
  void manyRowsAreWrittenTogether_andWhereOneCannotBeItAloneIsNotTaken() throws Exception {
    StringBuilder csv = new StringBuilder("name,numbers\n");
    for (int i = 0; i < 1_200; i++) {
      csv.append(i == 700 ? "Unfit" : "N" + i).append(",+4930").append(1_000_000 + i).append('\n');
    }
    Report report = read(csv.toString());
    assertEquals(List.of(1_199L, 1L, 1_200L), List.of(report.created(), report.bad(), report.rows()));
    assertEquals(702, report.badRows().getFirst().line());
    assertTrue(report.badRows().getFirst().wrong().english().startsWith("was not taken by the database: no such name"));
    assertEquals(1_199, made.size());
    assertEquals(List.of(500, 0, 0, 200), transactions.stream().filter(size -> size != 1).toList(), "the second five hundred were undone, and taken one by one");
    assertEquals(499, transactions.stream().filter(size -> size == 1).count());
  }

  @Test
  void rowsBeforeAQuoteThatIsNotClosedAreTaken() throws Exception {
    Report report = read("name\nAnn\nBob\n\"Cem\n");
    assertEquals(List.of("Ann [] ", "Bob [] "), made);
    assertEquals(List.of(2L, 1L), List.of(report.created(), report.bad()));
    assertEquals(4, report.badRows().getFirst().line());
  }

  @Test
  void whenTheStoreIsAway_thenItIsNotSaidOfTheFile() {
    assertThrows(UncheckedIOException.class, () -> read("name\nAway\n"));
  }

  /** Two who are there. */
  private final class Book implements Customers {
    @Override
    public void together(Consumer<Customers> work) {
      int before = made.size();
      try {
        work.accept(this);
      } catch (UncheckedIOException failed) {
        made.subList(before, made.size()).clear();
        transactions.add(0);
        throw failed;
      }
      transactions.add(made.size() - before);
    }

    private Customer there(long id, String name, String number) {
      return new Customer(id, DEMO, 1, Details.named(name), List.of(number), 1, 1, null);
    }

    @Override
    public List<Customer> byNumber(TenantId tenant, String e164) {
      return switch (e164) {
        case "+491709999999" -> List.of(there(1, "Old", e164));
        case "+491708888888" -> List.of(there(2, "Older", e164));
        default -> List.of();
      };
    }

    @Override
    public Customer create(TenantId tenant, Details details, List<String> numbers, String by) {
      if (details.name().equals("Unfit")) {
        throw new Unfit("no such name", new IOException());
      }
      if (details.name().equals("Away")) {
        throw new UncheckedIOException(new IOException("away"));
      }
      made.add(details.name() + " " + numbers + " " + details.valueClass());
      return there(3, details.name(), "");
    }

    @Override
    public Written<Customer> change(TenantId tenant, long id, int version, Edit edit, String by) {
      made.add(id + " name=" + edit.name());
      return new Written.Unknown<>();
    }

    @Override
    public List<Hit> search(TenantId tenant, String typed) {
      throw new AssertionError();
    }

    @Override
    public Optional<Customer> find(TenantId tenant, long id) {
      throw new AssertionError();
    }

    @Override
    public Written<Customer> addNumber(TenantId tenant, long id, String e164, String by) {
      throw new AssertionError();
    }

    @Override
    public Written<Customer> removeNumber(TenantId tenant, long id, String e164, String by) {
      throw new AssertionError();
    }

    @Override
    public void each(TenantId tenant, Consumer<Customer> taker) {
      throw new AssertionError();
    }

    @Override
    public boolean doNotCall(TenantId tenant, String e164) {
      throw new AssertionError();
    }
  }
}
