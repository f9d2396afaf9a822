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

/** Takes rows one after the other: a new customer, a change to him who has one of the numbers, or neither. */
final class Import {
  private final Customers customers;
  private final TenantId tenant;
  private final String by;
  private final boolean dryRun;
  private final Tally tally;
  /** Digits of a number → the line where it stands. */
  private final Map<Long, Long> seen = new HashMap<>();

  Import(Customers customers, TenantId tenant, String by, boolean dryRun, Tally tally) {
    this.customers = customers;
    this.tenant = tenant;
    this.by = by;
    this.dryRun = dryRun;
    this.tally = tally;
  }

  void take(CsvRow.Read row) {
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
      tally.bad(bad);
    } else if (there.isEmpty()) {
      create(row);
    } else {
      change(row, there.values().iterator().next());
    }
  }

  private static BadRow wrong(CsvRow.Read row, String column, String english, String chinese) {
    return new BadRow(row.line(), column, new Words(english, chinese));
  }

  private void create(CsvRow.Read row) {
    String name = row.edit().name();
    if (!dryRun && name != null) {
      customers.create(tenant, row.edit().of(Details.named(name)), row.numbers(), by);
    }
    tally.created();
  }

  private void change(CsvRow.Read row, Customer there) {
    Details after = row.edit().of(there.details());
    List<String> fresh = row.numbers().stream().filter(number -> !there.numbers().contains(number)).toList();
    if (Edit.differing(there.details(), after).isEmpty() && fresh.isEmpty()) {
      tally.unchanged();
      return;
    }
    if (there.numbers().size() + fresh.size() > Customer.MOST_NUMBERS) {
      tally.bad(List.of(wrong(row, "numbers", "would be more than " + Customer.MOST_NUMBERS + " of one customer; remove some", "将超过每位客户 "
          + Customer.MOST_NUMBERS + " 个号码的上限；请删除一些")));
      return;
    }
    if (!dryRun) {
      customers.change(tenant, there.id(), 0, row.edit(), by);
      fresh.forEach(number -> customers.addNumber(tenant, there.id(), number, by));
    }
    tally.changed();
  }
}
