package io.switchboard.app.command;

import io.switchboard.app.CustomerPorts;
import io.switchboard.app.OwnServers;
import io.switchboard.app.configuration.Configuration;
import io.switchboard.core.adapter.postgres.Database;
import io.switchboard.core.id.TenantId;
import io.switchboard.servers.Progress;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Customers into a file. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = "Writes all customers into a CSV file, in the columns that 'import' reads.")
public final class CustomersExportCommand implements Callable<Integer> {
  @Mixin private ConfigOption config;
  @Mixin private TenantOption tenant;

  @Parameters(paramLabel = "FILE", description = "The file; one that is there is not overwritten.")
  private Path file;

  @Override
  public Integer call() throws Exception {
    Configuration configuration = config.load();
    TenantId whose = tenant.of(configuration);
    if (Files.exists(file)) {
      throw new Exit.Refusal(file + " is there already; name another file");
    }
    try (OwnServers.Opened servers = OwnServers.databaseOnly(configuration, Progress.SILENT);
        Database database = Database.open(servers.postgres());
        Writer csv = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      CustomerPorts.book(configuration, database).write(whose, csv);
    }
    System.out.println("The customers of " + whose.value() + " are in " + file + ".");
    return 0;
  }
}
