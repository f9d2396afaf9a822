package io.switchboard.app.command;

import io.switchboard.app.CustomerPorts;
import io.switchboard.app.OwnServers;
import io.switchboard.app.configuration.Configuration;
import io.switchboard.core.adapter.postgres.Database;
import io.switchboard.core.customer.CustomerBook;
import io.switchboard.core.customer.CustomerBook.BadRow;
import io.switchboard.core.id.TenantId;
import io.switchboard.servers.Progress;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Customers from a file. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "Takes customers from a CSV file in UTF-8, a row at a time; the first line names the columns:",
      "name, numbers (several apart by |), company, language, value_class, notes, preferences and consent (name=text apart by |), do_not_call.",
      "A row with a number of a customer who is there changes him, an empty cell changes nothing. A bad row is named and left out."
    })
public final class CustomersImportCommand implements Callable<Integer> {
  private static final long TOLD_EVERY = 5_000;

  @Mixin private ConfigOption config;
  @Mixin private TenantOption tenant;

  @Parameters(paramLabel = "FILE", description = "The file.")
  private Path file;

  @Option(names = "--dry-run", description = "Write nothing, and say what would be.")
  private boolean dryRun;

  @Override
  public Integer call() throws Exception {
    Configuration configuration = config.load();
    TenantId whose = tenant.of(configuration);
    if (!Files.isReadable(file)) {
      throw new Exit.Refusal("there is no file " + file + " that can be read");
    }
    try (OwnServers.Opened servers = OwnServers.databaseOnly(configuration, Progress.SILENT);
        Database database = Database.open(servers.postgres());
        Reader csv = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      CustomerBook.Report report = CustomerPorts.book(configuration, database).read(whose, csv, dryRun, "import", this::told);
      for (BadRow bad : report.badRows()) {
        System.out.println("line " + bad.line() + (bad.column().isEmpty() ? "" : ", " + bad.column()) + ": " + bad.wrong().english());
      }
      System.out.println(line(report) + (dryRun ? " (dry run: nothing was written)" : ""));
      return report.bad() == 0 ? 0 : Exit.FAILED;
    }
  }

  private void told(CustomerBook.Report report) {
    if (report.rows() > 0 && report.rows() % TOLD_EVERY == 0) {
      System.out.println("  " + line(report));
    }
  }

  private static String line(CustomerBook.Report report) {
    return String.format(Locale.ROOT, "%,d rows: %,d new, %,d changed, %,d as they were, %,d bad", report.rows(), report.created(), report.changed(),
        report.unchanged(), report.bad());
  }
}
