package io.switchboard.core.adapter.csv;

import io.switchboard.core.customer.Customer;
import io.switchboard.core.customer.CustomerBook.BadRow;
import io.switchboard.core.customer.Customers;
import io.switchboard.core.customer.Details;
import io.switchboard.core.customer.Edit;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.signal.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Takes rows in their order: a new customer, a change to him who has one of the numbers, or neither. So many of them are written in one
 * transaction; where one of those cannot be written, each by itself, so that it alone is not taken.
 */
final class Import {
  static final int TOGETHER = 500;

  private final Customers customers;
  private final TenantId tenant;
  private final String by;
  private final boolean dryRun;
  private final Tally tally;
  /** Digits of a number → the line where it stands. */
  private final Map<Long, Long> seen = new HashMap<>();
  private final List<CsvRow.Read> waiting = new ArrayList<>();

  /** What became of a row. */
  private sealed interface Taken {
    enum Right implements Taken {
      CREATED,
      CHANGED,
      UNCHANGED
    }

    record Wrong(List<BadRow> bad) implements Taken {}
  }

  Import(Customers customers, TenantId tenant, String by, boolean dryRun, Tally tally) {
    this.customers = customers;
    this.tenant = tenant;
    this.by = by;
    this.dryRun = dryRun;
    this.tally = tally;
  }

  void take(CsvRow.Read row) {
    waiting.add(row);
    if (waiting.size() == TOGETHER) {
      flush();
    }
  }

  /** Takes those that wait: call it at the end. */
  void flush() {
    List<Taken> taken = new ArrayList<>();
    try {
      customers.together(all -> waiting.forEach(row -> taken.add(take(all, row))));
    } catch (Customers.Unfit one) {
      taken.clear();
      waiting.forEach(row -> taken.add(alone(row)));
    }
    waiting.clear();
    taken.forEach(this::tell);
  }

  private Taken alone(CsvRow.Read row) {
    List<Taken> taken = new ArrayList<>();
    try {
      customers.together(all -> taken.add(take(all, row)));
      return taken.getFirst();
    } catch (Customers.Unfit unfit) {
      return new Taken.Wrong(List.of(wrong(
          row, "", "was not taken by the database: " + unfit.getMessage() + "; correct it, or remove what is unusual in it",
          "未被数据库接受：" + unfit.getMessage() + "；请更正，或删除其中的特殊内容")));
    }
  }

  private void tell(Taken taken) {
    switch (taken) {
      case Taken.Right.CREATED -> tally.created();
      case Taken.Right.CHANGED -> tally.changed();
      case Taken.Right.UNCHANGED -> tally.unchanged();
      case Taken.Wrong wrong -> tally.bad(wrong.bad());
    }
  }

  private Taken take(Customers customers, CsvRow.Read row) {
    List<BadRow> bad = new ArrayList<>(row.bad());
    Map<Long, Customer> there = new LinkedHashMap<>();
    for (String number : row.numbers()) {
      Long before = seen.putIfAbsent(Long.parseLong(number.substring(1)), row.line());
      if (before != null && before != row.line()) {
        bad.add(wrong(row, "numbers", "has " + number + ", which stands in line " + before + " already; keep one of both lines",
            "含 " + number + "，该号码已出现在第 " + before + " 行；请只保留其中一行"));
      }
      customers.byNumber(tenant, number).forEach(each -> there.put(each.id(), each));
    }
    if (there.size() > 1) {
      String who = there.values().stream().map(each -> each.details().name() + " (" + each.id() + ")").collect(Collectors.joining(", "));
      bad.add(wrong(row, "numbers", "are of several customers: " + who + "; take the number from all but one of them, or out of this line",
          "属于多个客户：" + who + "；请只在其中一个客户处保留该号码，或从此行删除"));
    }
    if (there.isEmpty() && row.edit().name() == null && row.bad().stream().noneMatch(each -> each.column().equals("name"))) {
      bad.add(wrong(row, "name", "is empty; give the customer's name", "为空；请填写客户姓名"));
    }
    if (!bad.isEmpty()) {
      return new Taken.Wrong(bad);
    }
    return there.isEmpty() ? create(customers, row) : change(customers, row, there.values().iterator().next());
  }

  private static BadRow wrong(CsvRow.Read row, String column, String english, String chinese) {
    return new BadRow(row.line(), column, new Words(english, chinese));
  }

  private Taken create(Customers customers, CsvRow.Read row) {
    String name = row.edit().name();
    if (!dryRun && name != null) {
      customers.create(tenant, row.edit().of(Details.named(name)), row.numbers(), by);
    }
    return Taken.Right.CREATED;
  }

  private Taken change(Customers customers, CsvRow.Read row, Customer there) {
    Details after = row.edit().of(there.details());
    List<String> fresh = row.numbers().stream().filter(number -> !there.numbers().contains(number)).toList();
    if (Edit.differing(there.details(), after).isEmpty() && fresh.isEmpty()) {
      return Taken.Right.UNCHANGED;
    }
    if (there.numbers().size() + fresh.size() > Customer.MOST_NUMBERS) {
      return new Taken.Wrong(List.of(wrong(row, "numbers", "would be more than " + Customer.MOST_NUMBERS + " of one customer; remove some", "将超过每位客户 "
          + Customer.MOST_NUMBERS + " 个号码的上限；请删除一些")));
    }
    if (!dryRun) {
      customers.change(tenant, there.id(), 0, row.edit(), by);
      fresh.forEach(number -> customers.addNumber(tenant, there.id(), number, by));
    }
    return Taken.Right.CHANGED;
  }
}
