package io.switchboard.app;

import io.switchboard.app.company.CompanyDatabase;
import io.switchboard.app.configuration.Configuration;
import io.switchboard.app.configuration.DataServer;
import io.switchboard.app.configuration.LookupPlan;
import io.switchboard.app.configuration.SourcePlan;
import io.switchboard.app.configuration.Wrong;
import io.switchboard.core.adapter.postgres.PgSettings;
import io.switchboard.ivr.adapter.http.HttpSource;
import io.switchboard.ivr.adapter.sql.SqlSettings;
import io.switchboard.ivr.adapter.sql.SqlSource;
import io.switchboard.ivr.lookup.Deadline;
import io.switchboard.ivr.lookup.Lookups;
import io.switchboard.ivr.lookup.Proof;
import io.switchboard.ivr.lookup.Source;
import io.switchboard.ivr.lookup.Source.Question;
import io.switchboard.ivr.lookup.Sources;
import io.switchboard.servers.ServerException;
import io.switchboard.servers.postgres.PostgresServer;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The data sources of a configuration, and what flows can ask them. Nothing of them hinders the platform from starting. */
public final class DataSources implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DataSources.class);
  private static final long TO_PROVE_MS = 3_000;
  private static final long RETRY_MS = 10_000;

  private final Map<String, Source> byName = new LinkedHashMap<>();
  private final Sources sources;
  private final CountDownLatch closing = new CountDownLatch(1);

  private DataSources(List<SourcePlan> plans, CompletionStage<SqlSettings> embedded) {
    plans.forEach(plan -> byName.put(plan.name(), source(plan, embedded)));
    sources = new Sources(byName.values());
  }

  private static Source source(SourcePlan plan, CompletionStage<SqlSettings> embedded) {
    return switch (plan) {
      case SourcePlan.Embedded own -> new SqlSource(own.name(), own.connections(), embedded);
      case SourcePlan.Sql sql -> new SqlSource(sql.name(), sql.connections(), CompletableFuture.completedFuture(sql.settings()));
      case SourcePlan.Http http -> new HttpSource(http.name(), http.connections(), http.settings());
    };
  }

  /**
   * For the running platform. Beside its start, the demo company's database is made where a source wants it, and every lookup is tried; what is wrong
   * is in the log.
   *
   * @param postgres the installation's own
   */
  static DataSources open(Configuration configuration, PgSettings postgres) {
    CompletableFuture<SqlSettings> embedded = new CompletableFuture<>();
    DataSources all = new DataSources(configuration.sources(), embedded);
    all.publish(configuration);
    CompanyDatabase company = new CompanyDatabase(postgres, configuration.installation().data());
    Thread.ofVirtual().name("data-sources").start(() -> all.begin(configuration, company, embedded));
    return all;
  }

  /** For a command that only looks: makes nothing. */
  public static DataSources toCheck(Configuration configuration) {
    Path data = configuration.installation().data();
    CompletableFuture<SqlSettings> embedded = switch (configuration.installation().postgres()) {
      case DataServer.External own ->
          CompletableFuture.completedFuture(new CompanyDatabase(PgSettings.of(own.url(), own.user(), own.password()), data).flows());
      case DataServer.Embedded own -> PostgresServer.running(data.toAbsolutePath().resolve("postgres"))
          .map(running -> PgSettings.of(running.jdbcUrl(), running.user(), running.password()))
          .map(running -> CompletableFuture.completedFuture(new CompanyDatabase(running, data).flows()))
          .orElseGet(() -> CompletableFuture.failedFuture(new IllegalStateException("does not run")));
    };
    return new DataSources(configuration.sources(), embedded);
  }

  private void begin(Configuration configuration, CompanyDatabase company, CompletableFuture<SqlSettings> embedded) {
    boolean wanted = configuration.sources().stream().anyMatch(SourcePlan.Embedded.class::isInstance);
    boolean made = !wanted || made(company, embedded);
    Proofs proofs = prove(configuration.lookups());
    proofs.warnings().forEach(LOG::warn);
    proofs.wrongs().forEach(wrong -> LOG.error("{}", wrong));
    try {
      while (!made && !closing.await(RETRY_MS, TimeUnit.MILLISECONDS)) {
        made = made(company, embedded);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean made(CompanyDatabase company, CompletableFuture<SqlSettings> embedded) {
    try {
      long began = System.nanoTime();
      embedded.complete(company.prepare());
      LOG.info("the demo company's database is ready, after {} ms", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
      return true;
    } catch (SQLException | FlywayException | ServerException e) {
      LOG.warn("the demo company's database cannot be made, so lookups in it fail until it can: {}", e.getMessage());
      return false;
    }
  }

  /** What flows look things up in. */
  public Lookups lookups() {
    return sources;
  }

  /** From now on flows ask what this configuration says. The sources stay as they are. */
  void publish(Configuration configuration) {
    sources.publish(configuration.lookups().stream().map(this::question).toList());
  }

  private Question question(LookupPlan plan) {
    Source source = byName.get(plan.source());
    return switch (plan.asking()) {
      case LookupPlan.Asking.Sql sql when source instanceof SqlSource postgres -> postgres.question(sql.sql());
      case LookupPlan.Asking.Http http when source instanceof HttpSource web -> web.question(http.http());
      default -> throw new IllegalStateException("the check let pass that " + plan.name() + " does not fit " + plan.source());
    };
  }

  /**
   * What the sources say of lookups.
   *
   * @param wrongs what is wrong with them, by file, line and key
   * @param warnings a line each: sources that cannot be reached now, and what who runs one should know
   */
  public record Proofs(List<Wrong> wrongs, List<String> warnings) {}

  /** Tries every lookup without asking it, source by source at the same time; some seconds at most. */
  public Proofs prove(List<LookupPlan> plans) {
    List<Wrong> wrongs = new ArrayList<>();
    Set<String> warnings = new LinkedHashSet<>();
    Map<String, List<LookupPlan>> bySource = plans.stream().collect(Collectors.groupingBy(LookupPlan::source, LinkedHashMap::new, Collectors.toList()));
    List<CompletableFuture<Proofs>> proving = new ArrayList<>();
    bySource.forEach((source, asked) -> proving.add(proofs(source, asked)));
    for (CompletableFuture<Proofs> each : proving) {
      wrongs.addAll(each.join().wrongs());
      warnings.addAll(each.join().warnings());
    }
    return new Proofs(wrongs, List.copyOf(warnings));
  }

  private CompletableFuture<Proofs> proofs(String source, List<LookupPlan> plans) {
    CompletableFuture<Proofs> proofs = new CompletableFuture<>();
    Thread.ofVirtual().name("proof").start(() -> proofs.complete(oneByOne(source, plans)));
    return proofs.completeOnTimeout(unreachable(source, "no answer"), 2 * TO_PROVE_MS, TimeUnit.MILLISECONDS);
  }

  private Proofs oneByOne(String source, List<LookupPlan> plans) {
    List<Wrong> wrongs = new ArrayList<>();
    Set<String> warnings = new LinkedHashSet<>();
    for (LookupPlan plan : plans) {
      switch (question(plan).prove(Deadline.inMs(TO_PROVE_MS))) {
        case Proof.Told told -> {
          told.faults().forEach(fault -> wrongs.add(plan.wrong(fault)));
          warnings.addAll(told.warnings());
        }
        case Proof.Unreachable unreachable -> {
          return unreachable(source, unreachable.why());
        }
      }
    }
    return new Proofs(wrongs, List.copyOf(warnings));
  }

  private static Proofs unreachable(String source, String why) {
    return new Proofs(
        List.of(), List.of("the source " + source + " cannot be reached now, so what is looked up there is not checked: " + why));
  }

  /** What is wrong with those lookups of a configuration that are not in force yet: an old one that went wrong holds back no other change. */
  List<Wrong> wrongs(Configuration inForce, Configuration next) {
    if (!inForce.sources().equals(next.sources())) {
      return List.of(); // which needs a restart
    }
    return prove(next.lookups().stream().filter(plan -> inForce.lookups().stream().noneMatch(plan::asksAs)).toList()).wrongs();
  }

  @Override
  public void close() {
    closing.countDown();
    sources.close();
  }
}
