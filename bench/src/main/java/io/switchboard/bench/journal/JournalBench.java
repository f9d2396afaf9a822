package io.switchboard.bench.journal;

import io.switchboard.bench.journal.OpenLoop.Result;
import io.switchboard.core.adapter.postgres.Database;
import io.switchboard.core.adapter.postgres.JournalSettings;
import io.switchboard.core.adapter.postgres.PgJournal;
import io.switchboard.core.adapter.postgres.PgSettings;
import io.switchboard.core.journal.Fact;
import io.switchboard.servers.Places;
import io.switchboard.servers.Progress;
import io.switchboard.servers.postgres.PostgresServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.Histogram;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bin/bench journal}. */
@Command(
    name = "bin/bench journal", mixinStandardHelpOptions = true, sortOptions = false,
    description = {
      "Decisions durable in PostgreSQL (fsync on, a server of its own), at random times of a fixed mean rate, whatever the journal does.",
      "A decision is two facts: an offer with its reason, and the agent's state. Latency counts from the scheduled time to durable.",
      "The last line is JSON: per_s and p99_ms of the worst run."
    })
public final class JournalBench implements Callable<Integer> {
  @Option(names = "--rate", description = "decisions a second, the mean (${DEFAULT-VALUE})", defaultValue = "5200")
  private int rate;

  @Option(names = "--seconds", description = "of each run (${DEFAULT-VALUE})", defaultValue = "10")
  private int seconds;

  @Option(names = "--runs", description = "the worst counts (${DEFAULT-VALUE})", defaultValue = "5")
  private int runs;

  @Option(names = "--writers", description = "threads that append (${DEFAULT-VALUE})", defaultValue = "4")
  private int writers;

  @Option(
      names = "--calls", defaultValue = "50",
      description = "whole calls a second of the last part, which measures CPU per call; 0: leave it out (${DEFAULT-VALUE})")
  private int calls;

  @Option(names = "--pace", description = "least ms from one commit to the next (${DEFAULT-VALUE})", defaultValue = "1")
  private int pace;

  private static final int LOG_FILES = 40;

  private final AtomicLong batches = new AtomicLong();
  private final AtomicLong rows = new AtomicLong();

  /** @return the exit code: 0 measured, 1 failed, 2 wrong options */
  public static int run(String[] args) {
    return new CommandLine(new JournalBench()).execute(args);
  }

  @Override
  public Integer call() throws Exception {
    if (rate < 1 || seconds < 1 || runs < 1 || writers < 1 || calls < 0) {
      System.err.println("--rate, --seconds, --runs and --writers are 1 or more, --calls 0 or more");
      return 2;
    }
    Path directory = Files.createTempDirectory("switchboard-bench-journal-");
    try (PostgresServer server = PostgresServer.start(directory.resolve("postgres"), Progress.to(System.out))) {
      PgSettings settings = PgSettings.of(server.jdbcUrl(), server.user(), server.password());
      try (Database database = Database.open(settings);
          PgJournal journal = PgJournal.open(
              database, new JournalSettings("bench", directory.resolve("spill"), 1 << 30, 20, pace), this::count, JournalBench::fatal)) {
        measure(server, database, new OpenLoop(journal, writers), directory);
      }
    } finally {
      Places.remove(directory);
    }
    return 0;
  }

  private void count(List<Fact> facts) {
    batches.incrementAndGet();
    rows.addAndGet(facts.size());
  }

  private static void fatal(Throwable e) {
    System.err.println("the journal cannot go on: " + e.getMessage());
    Runtime.getRuntime().halt(1);
  }

  private void measure(PostgresServer server, Database database, OpenLoop loop, Path directory) throws Exception {
    print("fsync %s, synchronous_commit %s; %d writers, open loop of %d decisions/s at random times, pace %d ms,"
            + " %d runs of %d s after a warm-up",
        single(database, "show fsync"), single(database, "show synchronous_commit"), writers, rate, pace, runs, seconds);
    useEachLogFileOnce(database);
    loop.run(rate, Math.max(3, seconds / 2), new Load("warm")::decision);
    print("%nthe disk is what it was just before each run: %d times 8 KiB and fdatasync, one a ms, nothing else running", Fsync.TIMES);
    print("run  disk p50 ms  disk p99 ms  decisions/s  p50 ms  p99 ms  p99.9 ms  max ms  decisions/commit  ms CPU per 1000: ours  PostgreSQL");
    List<Result> results = new ArrayList<>();
    for (int run = 1; run <= runs; run++) {
      results.add(one(run, server, loop, Fsync.probe(directory)));
    }
    print("%nrow: %s bytes of JSON, %s bytes on disk with its indexes",
        single(database, "select round(avg(length(body::text))) from journal"),
        single(database, "select pg_total_relation_size('journal') / count(*) from journal"));
    if (calls > 0) {
      perCall(server, loop);
    }
    Result worst = results.stream().max(Comparator.comparingDouble(result -> result.ms(99))).orElseThrow();
    double slowest = results.stream().mapToDouble(Result::perSecond).min().orElseThrow();
    print("{\"per_s\":%.0f,\"p99_ms\":%.2f}", slowest, worst.ms(99));
  }

  /**
   * A server that has just been made has no log files but one, and stands still for 10 to 40 ms whenever it makes another; after its first
   * checkpoint it uses the old ones again. What we measure is a server that has been running.
   */
  private static void useEachLogFileOnce(Database database) throws SQLException {
    print("%d log files of 16 MB are made beforehand, as on a server after its first checkpoint", LOG_FILES);
    try (Connection connection = database.pool().getConnection(); Statement statement = connection.createStatement()) {
      for (int i = 0; i < LOG_FILES; i++) {
        statement.execute("select pg_logical_emit_message(false, '', '')");
        statement.execute("select pg_switch_wal()");
      }
      statement.execute("checkpoint");
    }
  }

  private Result one(int run, PostgresServer server, OpenLoop loop, Histogram disk) throws Exception {
    batches.set(0);
    Cpu before = Cpu.now(server.pid());
    Result result = loop.run(rate, seconds, new Load("run" + run)::decision);
    Cpu used = Cpu.now(server.pid()).since(before);
    print("%3d  %11.2f  %11.2f  %11.0f  %6.2f  %6.2f  %8.2f  %6.1f  %16.1f  %21.0f  %10.0f", run,
        disk.getValueAtPercentile(50) / 1e6, disk.getValueAtPercentile(99) / 1e6, result.perSecond(), result.ms(50), result.ms(99),
        result.ms(99.9), result.maxMs(), (double) result.count() / Math.max(1, batches.get()), used.oursMs() * 1000 / result.count(),
        used.postgresMs() * 1000 / result.count());
    return result;
  }

  private void perCall(PostgresServer server, OpenLoop loop) throws Exception {
    loop.run(calls * Load.STEPS, seconds, new Load("warmcalls")::lifeOfACall);
    batches.set(0);
    rows.set(0);
    Cpu before = Cpu.now(server.pid());
    Result result = loop.run(calls * Load.STEPS, seconds, new Load("calls")::lifeOfACall);
    Cpu used = Cpu.now(server.pid()).since(before);
    double count = (double) result.count() / Load.STEPS;
    print("at %d calls/s: %.1f facts in %.1f commits a call, %.2f ms CPU a call (ours %.2f, PostgreSQL %.2f), p50 %.2f ms, p99 %.2f ms",
        calls, rows.get() / count, batches.get() / count, (used.oursMs() + used.postgresMs()) / count, used.oursMs() / count,
        used.postgresMs() / count, result.ms(50), result.ms(99));
  }

  private static String single(Database database, String query) throws SQLException {
    try (Connection connection = database.pool().getConnection(); Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }

  private static void print(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
