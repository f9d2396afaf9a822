package io.switchboard.bench.search;

import static io.switchboard.bench.rig.Figures.ms;
import static io.switchboard.bench.rig.Figures.print;

import io.switchboard.core.adapter.postgres.Database;
import io.switchboard.core.adapter.postgres.PgCustomerSeed;
import io.switchboard.core.adapter.postgres.PgCustomers;
import io.switchboard.core.adapter.postgres.PgSettings;
import io.switchboard.core.customer.Customers;
import io.switchboard.core.customer.SampleCustomers;
import io.switchboard.core.id.TenantId;
import io.switchboard.servers.Places;
import io.switchboard.servers.Progress;
import io.switchboard.servers.postgres.PostgresServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import org.HdrHistogram.Histogram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bin/bench search}. */
@Command(
    name = "bin/bench search", mixinStandardHelpOptions = true, sortOptions = false,
    description = {
      "Searches for customers as an agent types, among those of one tenant, in a PostgreSQL of its own, one search after the other.",
      "The searches are drawn anew from the same kinds before they count, so that what is read has been read (warm).",
      "The last line is JSON, over all kinds together: customers, p50_ms, p99_ms, queries."
    })
public final class SearchBench implements Callable<Integer> {
  private static final TenantId TENANT = new TenantId("demo");
  private static final int TOLD_EVERY = 100_000;

  @Option(names = "--customers", description = "who are there (${DEFAULT-VALUE})", defaultValue = "1000000")
  private int customers;

  @Option(names = "--queries", description = "of each kind (${DEFAULT-VALUE})", defaultValue = "400")
  private int queries;

  @Option(names = "--seed", description = "of what is typed (${DEFAULT-VALUE})", defaultValue = "1")
  private long seed;

  @Option(names = "--slowest", description = "show this many of the slowest searches (${DEFAULT-VALUE})", defaultValue = "3")
  private int slowest;

  @Override
  public Integer call() throws Exception {
    if (customers < 1_000 || customers > 10_000_000 || queries < 10) {
      System.err.println("--customers is 1,000 to 10,000,000, --queries 10 or more");
      return 2;
    }
    Path directory = Files.createTempDirectory("switchboard-bench-search-");
    try (PostgresServer server = PostgresServer.start(directory.resolve("postgres"), Progress.to(System.out));
        Database database = Database.open(PgSettings.of(server.jdbcUrl(), server.user(), server.password()))) {
      put(database);
      Customers searched = new PgCustomers(database, System::currentTimeMillis);
      search(searched, new Random(seed + 1), false);
      report(search(searched, new Random(seed), true));
    } finally {
      Places.remove(directory);
    }
    return 0;
  }

  private void put(Database database) {
    long sinceNanos = System.nanoTime();
    new PgCustomerSeed(database).put(TENANT, 0, customers, System.currentTimeMillis(), done -> {
      if (done % TOLD_EVERY == 0 || done == customers) {
        print("  %,d of %,d customers put (%.0f s)", done, customers, (System.nanoTime() - sinceNanos) / 1e9);
      }
    });
  }

  private Map<Typed, Histogram> search(Customers searched, Random chance, boolean counts) {
    Map<Typed, Histogram> micros = new EnumMap<>(Typed.class);
    Slowest worst = new Slowest(slowest);
    for (int i = 0; i < queries; i++) {
      for (Typed kind : Typed.values()) {
        String typed = kind.of(SampleCustomers.at(chance.nextInt(customers)), chance);
        long from = System.nanoTime();
        int hits = searched.search(TENANT, typed).size();
        long us = (System.nanoTime() - from) / 1_000;
        micros.computeIfAbsent(kind, made -> new Histogram(3)).recordValue(us);
        worst.add(us, typed, hits);
      }
    }
    if (counts) {
      worst.print();
    }
    return micros;
  }

  private void report(Map<Typed, Histogram> micros) {
    Histogram all = new Histogram(3);
    print("%nkind                 queries   p50 ms   p99 ms   max ms");
    micros.forEach((kind, times) -> {
      all.add(times);
      row(kind.name().toLowerCase(Locale.ROOT).replace('_', ' '), times);
    });
    row("all", all);
    print("%n{\"customers\":%d,\"p50_ms\":%.2f,\"p99_ms\":%.2f,\"queries\":%d}", customers, ms(all, 50), ms(all, 99), all.getTotalCount());
  }

  private static void row(String kind, Histogram times) {
    print("%-20s %7d %8.2f %8.2f %8.2f", kind, times.getTotalCount(), ms(times, 50), ms(times, 99), ms(times, 100));
  }
}
