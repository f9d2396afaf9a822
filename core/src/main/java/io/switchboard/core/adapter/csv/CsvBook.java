package io.switchboard.core.adapter.csv;

import io.switchboard.core.customer.Customer;
import io.switchboard.core.customer.CustomerBook;
import io.switchboard.core.customer.Customers;
import io.switchboard.core.customer.Details;
import io.switchboard.core.customer.Numbering;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.signal.Words;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/** Reads and writes the files. */
public final class CsvBook implements CustomerBook {
  private static final int LOOKED_AHEAD = 8_192;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final Customers customers;
  private final Numbering numbering;
  private final Function<TenantId, Set<String>> valueClasses;

  /** {@code valueClasses}: as each tenant names them. */
  public CsvBook(Customers customers, Numbering numbering, Function<TenantId, Set<String>> valueClasses) {
    this.customers = customers;
    this.numbering = numbering;
    this.valueClasses = valueClasses;
  }

  @Override
  public Report read(TenantId tenant, Reader csv, boolean dryRun, String by, Consumer<Report> progress) throws IOException {
    Tally tally = new Tally(dryRun, progress);
    Import into = new Import(customers, tenant, by, dryRun, tally);
    try (CSVParser rows = format(new BufferedReader(csv, LOOKED_AHEAD))) {
      List<String> headings = rows.getHeaderNames().stream().map(Column::heading).toList();
      if (wrongHeadings(headings, tally)) {
        return tally.end();
      }
      CsvRow reading = new CsvRow(headings, text -> numbering.e164(tenant, text), valueClasses.apply(tenant));
      long line = rows.getCurrentLineNumber();
      Iterator<CSVRecord> records = rows.iterator();
      for (Optional<CSVRecord> row = next(records); row.isPresent(); row = next(records)) {
        into.take(reading.read(row.get(), line + 1));
        line = rows.getCurrentLineNumber();
      }
      into.flush();
    } catch (Unreadable | IllegalArgumentException broken) { // the parser says the latter of headings
      into.flush();
      tally.bad(new BadRow(tally.rows() + 2, "", new Words("cannot be read on: " + broken.getMessage() + "; close every quote and save the file as CSV",
          "无法继续读取：" + broken.getMessage() + "；请闭合所有引号，并将文件保存为 CSV")));
    }
    return tally.end();
  }

  /** No row can be told from there on. */
  private static final class Unreadable extends RuntimeException {
    Unreadable(Exception why) {
      super(why.getMessage(), why);
    }
  }

  /** What the parser says of a quote that is not closed is of the file; what the customers' store says is not. */
  private static Optional<CSVRecord> next(Iterator<CSVRecord> records) {
    try {
      return records.hasNext() ? Optional.of(records.next()) : Optional.empty();
    } catch (UncheckedIOException | IllegalArgumentException broken) {
      throw new Unreadable(broken);
    }
  }

  /** By the first line it is seen what stands between the values. */
  private static CSVParser format(BufferedReader csv) throws IOException {
    csv.mark(LOOKED_AHEAD);
    if (csv.read() != BYTE_ORDER_MARK) {
      csv.reset();
    }
    csv.mark(LOOKED_AHEAD);
    char[] start = new char[LOOKED_AHEAD - 1];
    int length = csv.read(start);
    csv.reset();
    String first = new String(start, 0, Math.max(0, length)).lines().findFirst().orElse("");
    char between = ',';
    for (char each : new char[] {';', '\t'}) {
      between = count(first, each) > count(first, between) ? each : between;
    }
    return CSVParser.builder().setReader(csv).setFormat(CSVFormat.RFC4180.builder()
        .setDelimiter(between).setHeader().setSkipHeaderRecord(true).setIgnoreEmptyLines(true).setTrim(true).setAllowMissingColumnNames(true)
        .get()).get();
  }

  private static long count(String text, char of) {
    return text.chars().filter(c -> c == of).count();
  }

  private static boolean wrongHeadings(List<String> headings, Tally tally) {
    List<String> unknown = headings.stream().filter(each -> !Column.known(each)).toList();
    for (String heading : unknown) {
      tally.bad(new BadRow(1, heading, new Words(
          "is no column; right are " + Column.names(), "不是有效的列；可用的列：" + Column.names())));
    }
    if (!headings.contains(Column.NAME.heading())) {
      tally.bad(new BadRow(1, Column.NAME.heading(), new Words(
          "is missing; the first line names the columns, of which this one is needed", "缺失；第一行应为列名，其中此列为必需")));
      return true;
    }
    return !unknown.isEmpty();
  }

  @Override
  public void write(TenantId tenant, Writer csv) throws IOException {
    try (CSVPrinter printer = new CSVPrinter(csv, CSVFormat.RFC4180)) {
      printer.printRecord(Column.all());
      customers.each(tenant, each -> {
        try {
          printer.printRecord(values(each));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      });
    }
  }

  private static List<String> values(Customer each) {
    Details details = each.details();
    return List.of(
        details.name(), String.join("|", each.numbers()), details.company(), details.language(), details.valueClass(), details.notes(),
        pairs(details.preferences()), pairs(details.consent()), details.doNotCall() ? "yes" : "no");
  }

  private static String pairs(Map<String, String> texts) {
    return texts.entrySet().stream().sorted(Map.Entry.comparingByKey()).map(each -> each.getKey() + "=" + each.getValue())
        .collect(Collectors.joining("|"));
  }
}
