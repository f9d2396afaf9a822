package io.switchboard.core.customer;

import io.switchboard.core.id.TenantId;
import io.switchboard.core.signal.Words;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.util.List;
import java.util.function.Consumer;

/** A tenant's customers as a file of comma-separated values. Calls block, and read and write a row at a time. */
public interface CustomerBook {
  /** Bad rows that a report names one by one; all are counted. */
  int MOST_SHOWN = 1_000;

  /**
   * A row that was not taken.
   *
   * @param line of the file, from 1
   * @param column its heading, or empty where it is about the whole row
   * @param wrong what is wrong and what would be right
   */
  record BadRow(long line, String column, Words wrong) {}

  /**
   * What came of it, so far or at the end.
   *
   * @param rows read, without the headings
   * @param changed whose number was there, and in whom something changed; {@code unchanged}: in whom nothing did
   * @param badRows the first {@link #MOST_SHOWN}
   */
  record Report(boolean dryRun, long rows, long created, long changed, long unchanged, long bad, List<BadRow> badRows) {
    public Report {
      badRows = List.copyOf(badRows);
    }
  }

  /**
   * Takes the rows that are right, many in one transaction: one with a number of a customer who is there changes him. A dry run writes nothing and says
   * what would be.
   *
   * @param progress told now and then, and at the end
   * @throws IOException when the file cannot be read
   */
  Report read(TenantId tenant, Reader csv, boolean dryRun, String by, Consumer<Report> progress) throws IOException;

  /**
   * All but the anonymised, in the columns that are read back.
   *
   * @throws IOException when it cannot be written
   */
  void write(TenantId tenant, Writer csv) throws IOException;
}
