package io.switchboard.app.command;

import io.switchboard.app.OwnServers;
import io.switchboard.app.configuration.Configuration;
import io.switchboard.core.adapter.postgres.Database;
import io.switchboard.core.adapter.postgres.PgCustomerSeed;
import io.switchboard.core.id.TenantId;
import io.switchboard.servers.Progress;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sample customers. */
@Command(
    name = "seed",
    mixinStandardHelpOptions = true,
    description = {
      "Puts N sample customers into the database: English, German and Chinese names, one or two numbers each, the same ones each time.",
      "It adds to who is there; --from goes on behind those of an earlier run. From 20,000 on the index of the search is made anew at the",
      "end, and searches are slow until it is there; if it was broken off, run it again with N 1.",
      "The database must be there: 'switchboard run' makes it."
    })
public final class CustomersSeedCommand implements Callable<Integer> {
  private static final long MOST = 10_000_000;
  private static final long TOLD_EVERY = 50_000;

  @Mixin private ConfigOption config;
  @Mixin private TenantOption tenant;

  @Parameters(paramLabel = "N", description = "How many, 1 to 10000000.")
  private long count;

  @Option(names = "--from", paramLabel = "PLACE", defaultValue = "0", description = "The first one's place in the row of samples (${DEFAULT-VALUE}).")
  private long from;

  @Override
  public Integer call() throws Exception {
    if (count < 1 || count > MOST || from < 0 || from + count > 8 * MOST) {
      throw new Exit.Refusal("N is 1 to " + MOST + ", and --from and N together at most " + 8 * MOST);
    }
    Configuration configuration = config.load();
    TenantId whose = tenant.of(configuration);
    long sinceNanos = System.nanoTime();
    try (OwnServers.Opened servers = OwnServers.databaseOnly(configuration, Progress.SILENT);
        Database database = Database.open(servers.postgres())) {
      new PgCustomerSeed(database).put(whose, from, count, System.currentTimeMillis(), done -> {
        if (done % TOLD_EVERY == 0 || done == count) {
          System.out.printf(Locale.ROOT, "  %,d of %,d customers put (%.0f s)%n", done, count, (System.nanoTime() - sinceNanos) / 1e9);
        }
      });
    }
    System.out.printf(Locale.ROOT, "%,d sample customers are in %s; found by name and number from now on (%.0f s).%n", count, whose.value(),
        (System.nanoTime() - sinceNanos) / 1e9);
    return 0;
  }
}
