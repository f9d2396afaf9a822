package io.switchboard.core.adapter.csv;

import io.switchboard.core.customer.CustomerBook;
import io.switchboard.core.customer.CustomerBook.BadRow;
import io.switchboard.core.customer.CustomerBook.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Counts what became of the rows, and tells it every some hundred. */
final class Tally {
  private static final int TOLD_EVERY = 500;

  private final boolean dryRun;
  private final Consumer<Report> progress;
  private final List<BadRow> badRows = new ArrayList<>();
  private long rows;
  private long created;
  private long changed;
  private long unchanged;
  private long bad;

  Tally(boolean dryRun, Consumer<Report> progress) {
    this.dryRun = dryRun;
    this.progress = progress;
  }

  long rows() {
    return rows;
  }

  void created() {
    created++;
    row();
  }

  void changed() {
    changed++;
    row();
  }

  void unchanged() {
    unchanged++;
    row();
  }

  /** One row, with everything that is wrong with it. */
  void bad(List<BadRow> wrongs) {
    bad++;
    wrongs.stream().limit(CustomerBook.MOST_SHOWN - badRows.size()).forEach(badRows::add);
    row();
  }

  /** Of the file, and no row. */
  void bad(BadRow wrong) {
    bad++;
    badRows.add(wrong);
  }

  private void row() {
    if (++rows % TOLD_EVERY == 0) {
      progress.accept(report());
    }
  }

  Report end() {
    Report report = report();
    progress.accept(report);
    return report;
  }

  private Report report() {
    return new Report(dryRun, rows, created, changed, unchanged, bad, badRows);
  }
}
