package io.switchboard.app.command;

import io.switchboard.acd.floor.FloorSettings;
import io.switchboard.acd.queue.QueueSettings;
import io.switchboard.acd.replay.Recorded;
import io.switchboard.acd.replay.Replay;
import io.switchboard.acd.replay.Staffing;
import io.switchboard.app.OwnServers;
import io.switchboard.app.configuration.Configuration;
import io.switchboard.app.configuration.ConfigurationFiles;
import io.switchboard.app.configuration.Tenant;
import io.switchboard.app.replay.Change;
import io.switchboard.app.replay.Changes;
import io.switchboard.app.replay.Comparison;
import io.switchboard.app.replay.Period;
import io.switchboard.app.replay.ReplayJson;
import io.switchboard.app.replay.ReplayTable;
import io.switchboard.app.replay.Scenario;
import io.switchboard.core.adapter.postgres.Database;
import io.switchboard.core.adapter.postgres.PgPast;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.metric.PeriodBoard;
import io.switchboard.servers.Progress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Yesterday's callers under other rules or with other people. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Lets the callers of a time gone by come again, to the code that routes live",
      "calls, under other rules or with other people, and compares the numbers:",
      "",
      "  recorded   as it was",
      "  replayed   under the rules of --config, with the people who were there;",
      "             how far it is from 'recorded' says how far the model can be",
      "             trusted",
      "  changed    under the rules of --with, with the people of --add, --leave",
      "             and --without",
      "",
      "It reads the journal, beside a platform that runs or without one, and changes",
      "nothing. docs/operating/replay.md says what it knows and what it draws.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  switchboard replay --with config-of-tomorrow",
      "  switchboard replay --from 2026-07-01T08:00 --to 2026-07-01T18:00 \\",
      "      --leave 2@11:00",
      "  switchboard replay --from 2026-07-01 --add 1/sales@09:00-17:00 --json"
    })
public final class ReplayCommand implements Callable<Integer> {
  /** Calls of the period are seen to end for so long after it. */
  private static final long AFTERWARDS_MS = 2 * 3_600_000L;

  @Spec private CommandSpec spec;
  @Mixin private ConfigOption config;

  @Option(
      names = "--from", paramLabel = "WHEN", defaultValue = "yesterday",
      description = "Where it begins: a date, a time like 2026-07-01T09:00, 'yesterday' or 'today', in the tenant's time zone (${DEFAULT-VALUE}).")
  private String from;

  @Option(names = "--to", paramLabel = "WHEN", description = "Where it ends, by default a day later; at most 31 days. What goes on is replayed as far as it is known.")
  private @Nullable String to;

  @Option(names = "--with", paramLabel = "DIR", description = "A configuration directory whose queues, skills and agents hold instead.")
  private @Nullable Path with;

  @Option(
      names = "--add", paramLabel = "N/QUEUE[@FROM[-TO]]",
      description = "So many agents more, who can take every call of this queue, e.g. 1/sales@09:00-17:00.")
  private List<String> add = List.of();

  @Option(
      names = "--leave", paramLabel = "N[/QUEUE]@FROM[-TO]",
      description = "So many of those who were there leave, those first who signed in first, e.g. 2@11:00.")
  private List<String> leave = List.of();

  @Option(names = "--without", paramLabel = "AGENT[@FROM[-TO]]", description = "This agent is not there, e.g. anna@11:00-15:00.")
  private List<String> without = List.of();

  @Option(names = "--tenant", paramLabel = "NAME", description = "Whose; needed when there are several.")
  private @Nullable String tenant;

  @Option(names = "--queue", paramLabel = "NAME", description = "Shows this queue only; may be given again. All queues are replayed.")
  private List<String> only = List.of();

  @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Of what the record cannot say (${DEFAULT-VALUE}).")
  private long seed;

  @Option(names = "--json", description = "One JSON object instead of a table.")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    Changes changes = typed(() -> new Changes(all(add, Change::add), all(leave, Change::leave), all(without, Change::without)));
    Configuration configuration = config.load();
    Tenant whose = whose(configuration);
    Instant now = Instant.now();
    Period asked = typed(() -> Period.of(from, to, whose.zone(), now));
    FloorSettings rules = rules(configuration, whose);
    FloorSettings others = with == null ? rules : rules(ConfigurationFiles.load(with), whose);
    Set<QueueId> shown = shown(whose, rules, others);
    check(changes.unknown(whose.id(), others));

    Recorded recorded = read(configuration, whose, asked, now);
    if (recorded.queues().isEmpty()) {
      throw new Exit.Refusal("no call came to a queue of " + whose.id().value() + " from " + asked.from().toLocalDateTime() + " until "
          + asked.until().toLocalDateTime() + "; give another --from and --to");
    }
    Period period = known(asked, recorded, now);
    Counting counting = new Counting(configuration, whose, period, queues(recorded, rules, others));
    List<Scenario> scenarios = new ArrayList<>();
    scenarios.add(new Scenario("recorded", counting.count(recorded.all()), null));
    scenarios.add(counting.replayed("replayed", Replay.run(recorded, rules, Staffing.RECORDED, seed)));
    if (with != null || !changes.none()) {
      Staffing staffing = typed(() -> changes.staffing(whose.id(), period, recorded, others));
      scenarios.add(counting.replayed("changed", Replay.run(recorded, others, staffing, seed)));
    }
    print(new Comparison(whose.id(), period, configuration.installation().definitions(), seed, shown,
        recorded.callbacksLeftOut(period.untilMs()), scenarios));
    return 0;
  }

  /** The one fold for all scenarios. */
  private record Counting(Configuration configuration, Tenant whose, Period period, Set<QueueId> queues) {
    PeriodBoard.Numbers count(List<Fact> facts) {
      PeriodBoard board = new PeriodBoard(
          whose.id(), configuration.installation().definitions(), period.fromMs(), period.untilMs(), queues);
      facts.forEach(board::apply);
      return board.numbers();
    }

    Scenario replayed(String name, Replay.Result result) {
      return new Scenario(name, count(result.facts()), result.drawn());
    }
  }

  private static Recorded read(Configuration configuration, Tenant whose, Period period, Instant now) throws InterruptedException {
    try (OwnServers.Opened servers = OwnServers.databaseOnly(configuration, Progress.SILENT);
        Database database = Database.open(servers.postgres())) {
      PgPast past = new PgPast(database);
      List<Fact> before = new ArrayList<>();
      past.liveAt(whose.id(), period.fromMs(), before::add);
      List<Fact> facts = new ArrayList<>();
      long lastMs = Math.min(now.toEpochMilli(), period.untilMs() + AFTERWARDS_MS);
      past.between(whose.id(), period.fromMs(), lastMs, facts::add);
      return new Recorded(before, facts, period.fromMs(), lastMs);
    }
  }

  /** Of a period that goes on, as much as is known: until the first came who still waits. */
  private static Period known(Period asked, Recorded recorded, Instant now) {
    if (asked.untilMs() + AFTERWARDS_MS <= now.toEpochMilli()) {
      return asked;
    }
    long knownMs = Math.min(now.toEpochMilli(), recorded.waitingSinceMs());
    if (knownMs <= asked.fromMs()) {
      throw new Exit.Refusal("the calls of this period are not over yet; give an earlier --from or wait");
    }
    return asked.until(knownMs);
  }

  private Tenant whose(Configuration configuration) {
    List<String> names = configuration.tenants().stream().map(each -> each.id().value()).toList();
    if (tenant == null && names.size() != 1) {
      throw wrong("--tenant is one of " + String.join(", ", names));
    }
    return configuration.tenants().stream().filter(each -> tenant == null || each.id().value().equals(tenant)).findFirst()
        .orElseThrow(() -> wrong("--tenant is one of " + String.join(", ", names) + ", not '" + tenant + "'"));
  }

  /** Queues and agents of others have no part in it. */
  private static FloorSettings rules(Configuration configuration, Tenant whose) {
    FloorSettings all = configuration.floor();
    return new FloorSettings(
        all.queues().stream().filter(queue -> queue.id().tenant().equals(whose.id())).toList(),
        all.agents().stream().filter(agent -> agent.id().tenant().equals(whose.id())).toList(),
        all.tenants(), all.pointWorthMs(), all.phoneRetryMs(), all.ringGraceMs());
  }

  private static Set<QueueId> queues(Recorded recorded, FloorSettings rules, FloorSettings others) {
    Set<QueueId> queues = new LinkedHashSet<>(recorded.queues());
    rules.queues().stream().map(QueueSettings::id).forEach(queues::add);
    others.queues().stream().map(QueueSettings::id).forEach(queues::add);
    return queues;
  }

  private Set<QueueId> shown(Tenant whose, FloorSettings rules, FloorSettings others) {
    Set<QueueId> shown = new LinkedHashSet<>();
    for (String name : only) {
      QueueId queue = typed(() -> new QueueId(whose.id(), name));
      boolean known = rules.queues().stream().anyMatch(each -> each.id().equals(queue))
          || others.queues().stream().anyMatch(each -> each.id().equals(queue));
      check(known ? Optional.empty() : Optional.of("--queue: there is no queue " + queue));
      shown.add(queue);
    }
    return shown;
  }

  private static List<Change> all(List<String> texts, Function<String, Change> read) {
    return texts.stream().map(read).toList();
  }

  /** What was typed, or what is wrong with it. */
  private <T> T typed(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (IllegalArgumentException e) {
      throw wrong(String.valueOf(e.getMessage()));
    }
  }

  private void check(Optional<String> problem) {
    problem.ifPresent(what -> {
      throw wrong(what);
    });
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private void print(Comparison comparison) {
    if (json) {
      spec.commandLine().getOut().println(ReplayJson.line(comparison));
    } else {
      ReplayTable.lines(comparison).forEach(spec.commandLine().getOut()::println);
    }
  }
}
