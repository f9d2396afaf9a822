package io.switchboard.desktop.api;

import io.switchboard.core.customer.CustomerBook;
import io.switchboard.core.id.TenantId;
import io.switchboard.desktop.words.Language;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The last imports of customers, one at a time of each tenant; a restart forgets them, not what they wrote. */
final class Imports {
  private static final Logger LOG = LoggerFactory.getLogger(Imports.class);
  private static final int REMEMBERED = 50;
  private static final long ANSWERED_AFTER_MS = 2_000;
  private static final CustomerBook.Report NOTHING = new CustomerBook.Report(false, 0, 0, 0, 0, 0, List.of());

  private final Map<String, Begun.Running> all = new LinkedHashMap<>();
  private int last;

  /** What is done. */
  interface Reading {
    CustomerBook.Report of(Consumer<CustomerBook.Report> progress) throws IOException;
  }

  /** Whether it was begun. */
  sealed interface Begun {
    /** One that goes on, or is over. */
    final class Running implements Begun {
      private final String id;
      private final TenantId tenant;
      private volatile CustomerBook.Report report;
      private volatile State state = State.RUNNING;

      private Running(String id, TenantId tenant, boolean dryRun) {
        this.id = id;
        this.tenant = tenant;
        this.report = new CustomerBook.Report(dryRun, 0, 0, 0, 0, 0, NOTHING.badRows());
      }

      Shown shown(Language language) {
        CustomerBook.Report now = report;
        List<BadRow> bad = now.badRows().stream().map(row -> new BadRow(row.line(), row.column(), switch (language) {
          case ENGLISH -> row.wrong().english();
          case CHINESE -> row.wrong().chinese();
        })).toList();
        return new Shown(id, state, now.dryRun(), now.rows(), now.created(), now.changed(), now.unchanged(), now.bad(), bad);
      }
    }

    /** Another one of the tenant runs. */
    record Busy(String id) implements Begun {}
  }

  enum State {
    RUNNING,
    DONE,
    /** The store is away; what was taken before stays. */
    FAILED
  }

  private record BadRow(long line, String column, String message) {}

  record Shown(
      String id, State state, boolean dryRun, long rows, long created, long changed, long unchanged, long bad, List<BadRow> badRows) {}

  /** Answered when it is over, or after a moment. */
  CompletionStage<Begun> begin(TenantId tenant, boolean dryRun, Reading reading) {
    Begun.Running running;
    synchronized (all) {
      @Nullable String busy = all.values().stream().filter(each -> each.tenant.equals(tenant) && each.state == State.RUNNING).map(each -> each.id)
          .findFirst().orElse(null);
      if (busy != null) {
        return CompletableFuture.completedFuture(new Begun.Busy(busy));
      }
      running = new Begun.Running("i" + ++last, tenant, dryRun);
      all.put(running.id, running);
      all.entrySet().removeIf(each -> all.size() > REMEMBERED && each.getValue().state != State.RUNNING);
    }
    CompletableFuture<Begun> over = new CompletableFuture<>();
    Thread.ofVirtual().name("import").start(() -> {
      run(running, reading);
      over.complete(running);
    });
    return over.completeOnTimeout(running, ANSWERED_AFTER_MS, TimeUnit.MILLISECONDS);
  }

  private static void run(Begun.Running running, Reading reading) {
    try {
      running.report = reading.of(report -> running.report = report);
      running.state = State.DONE;
    } catch (IOException | RuntimeException e) {
      LOG.error("the import {} of {} ended early", running.id, running.tenant, e);
      running.state = State.FAILED;
    }
  }

  Optional<Begun.Running> find(TenantId tenant, String id) {
    synchronized (all) {
      return Optional.ofNullable(all.get(id)).filter(each -> each.tenant.equals(tenant));
    }
  }
}
