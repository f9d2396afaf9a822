package io.switchboard.app.demo;

import io.switchboard.app.Platform;
import io.switchboard.app.Reach;
import io.switchboard.app.company.CompanyCustomers;
import io.switchboard.app.company.CompanyDatabase;
import io.switchboard.app.configuration.Configuration;
import io.switchboard.app.configuration.SourcePlan;
import io.switchboard.app.configuration.UserPlan;
import io.switchboard.core.access.Role;
import io.switchboard.core.adapter.postgres.Database;
import io.switchboard.core.adapter.postgres.PgCustomerWork;
import io.switchboard.core.adapter.postgres.PgCustomers;
import io.switchboard.core.adapter.postgres.PgPasswords;
import io.switchboard.core.metric.Snapshot;
import io.switchboard.servers.sipp.Behaviour;
import io.switchboard.servers.sipp.SippPhones;
import io.switchboard.servers.sipp.Span;
import io.switchboard.servers.sipp.Stay;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.function.BooleanSupplier;

/** The simulated company at work. */
public final class Demo implements AutoCloseable {
  private static final Span RINGS = new Span(500, 3_000);
  private static final Span TALKS = new Span(6_000, 25_000);
  private static final Span SMOKE_TALKS = new Span(1_000, 3_000);
  private static final double SMOKE_CALLS_PER_S = 2;
  private static final long SMOKE_STEP_MS = 1_000;
  private static final long SMOKE_BASE_MS = 120_000;
  private static final long SMOKE_PER_CALL_MS = 6_000;
  private static final long SCREEN_MS = 1_000;
  private static final long LINES_MS = 10_000;

  private final Configuration configuration;
  private final Platform platform;
  private final Path directory;
  private final int phonesPort;
  private final PrintStream out;
  private final LogIns logIns;
  private final DemoAgents agents;
  private final DemoCallers callers;
  private final SippPhones customers;
  private SippPhones phones;

  private Demo(Configuration configuration, DemoPlace place, Platform platform, LogIns logIns, PrintStream out) throws IOException {
    this.configuration = configuration;
    this.platform = platform;
    this.directory = Files.createDirectories(place.data().resolve("sipp"));
    this.phonesPort = place.phonesPort();
    this.out = out;
    this.logIns = logIns;
    this.agents = new DemoAgents(platform.api(), configuration.agents(), logIns);
    this.callers = new DemoCallers(directory, configuration.installation().sip().port());
    this.customers = SippPhones.start(directory, "customers", new Behaviour.Answers(RINGS, new Stay.AtMost(TALKS)), place.customersPort());
    this.phones = phones(TALKS);
  }

  /** Makes the log-ins where there are none, and switches the phones on: the agents', and those of whoever is called outside. */
  public static Demo open(Configuration configuration, DemoPlace place, Reach reach, Platform platform, PrintStream out)
      throws IOException, InterruptedException {
    try (Database database = Database.open(reach.postgres())) {
      LogIns logIns = LogIns.of(configuration, place.data().resolve("log-ins"), new PgPasswords(database));
      customers(configuration, place, reach, database, out);
      return new Demo(configuration, place, platform, logIns, out);
    }
  }

  /** Whoever calls here is somebody whom the agents know. */
  private static void customers(Configuration configuration, DemoPlace place, Reach reach, Database database, PrintStream out) {
    if (configuration.sources().stream().noneMatch(SourcePlan.Embedded.class::isInstance)) {
      return;
    }
    try {
      CompanyCustomers customers = new CompanyCustomers(
          new PgCustomers(database, System::currentTimeMillis), new PgCustomerWork(database, System::currentTimeMillis), Clock.systemUTC());
      int put = customers.put(
          configuration.tenants().getFirst().id(), new CompanyDatabase(reach.postgres(), place.data()).prepare());
      if (put > 0) {
        out.println("  " + put + " customers of the demo company put in");
      }
    } catch (SQLException e) {
      out.println("  the demo's callers have no names on the agents' screens: " + e.getMessage());
    }
  }

  private SippPhones phones(Span talk) {
    return SippPhones.start(directory, "phones", new Behaviour.Answers(RINGS, new Stay.AtMost(talk)), phonesPort);
  }

  /** Waits for a time, and tells whether somebody asked to stop meanwhile. */
  public interface Pause {
    boolean stopped(long ms) throws InterruptedException;
  }

  /** Shows the queues until it is stopped. */
  public void show(Pause pause) throws InterruptedException {
    agents.signIn();
    callers.aDay();
    introduce();
    boolean terminal = System.console() != null;
    int lines = 0;
    while (!pause.stopped(terminal ? SCREEN_MS : LINES_MS)) {
      agents.work(platform.board());
      String screen = screen();
      if (terminal && lines > 0) {
        out.print("\033[" + lines + "A\033[J"); // back to the first line of the last picture
      }
      out.print(screen);
      out.flush();
      lines = (int) screen.lines().count();
    }
    out.println("Stopping.");
  }

  private void introduce() {
    out.println();
    out.println("Switchboard answers.   API: " + platform.api() + "   SIP: 127.0.0.1:" + configuration.installation().sip().port());
    configuration.agents().stream().filter(DemoAgents::atThePage).forEach(agent -> out.println(
        (agent.role() == Role.AGENT ? "Take a call yourself:   " : "Watch and listen in:    ") + platform.api() + "   as " + agent.id() + ", password "
            + logIns.password(agent.id().tenant().value(), agent.id().name())));
    out.println("Numbers to call:");
    configuration.entryPoints().forEach(entry -> out.println("  " + entry.number() + "  " + entry.name()));
    out.println("Log-ins (tenant/user password):");
    for (UserPlan user : configuration.users()) {
      out.println("  " + user.tenant() + "/" + user.name() + " " + logIns.password(user.tenant().value(), user.name()) + "  " + user.role());
    }
    configuration.users().stream().filter(user -> user.role() == Role.SUPERVISOR).findFirst().ifPresent(this::tryOut);
    out.println("Ctrl-C stops everything that was started here; the data stay.");
    out.println();
  }

  private void tryOut(UserPlan supervisor) {
    String api = platform.api().toString();
    out.println("Try:");
    out.printf("  TOKEN=$(curl -s -H 'Content-Type: application/json' -d '{\"tenant\":\"%s\",\"user\":\"%s\",\"password\":\"%s\"}' %s/api/login"
        + " | sed 's/.*\"token\":\"\\([^\"]*\\)\".*/\\1/')%n", supervisor.tenant(), supervisor.name(),
        logIns.password(supervisor.tenant().value(), supervisor.name()), api);
    out.println("  curl -s -H \"Authorization: Bearer $TOKEN\" " + api + "/api/queues");
    out.println("  curl -s -H \"Authorization: Bearer $TOKEN\" '" + api + "/api/gave-up?open=true'          # who hung up while he waited");
    out.println("  curl -s -H \"Authorization: Bearer $TOKEN\" -X POST " + api + "/api/gave-up/CALL/call-back   # he is called back, and answers");
    out.println("  curl -s -H \"Authorization: Bearer $TOKEN\" -X POST " + api + "/api/agents/anna/break -H 'Content-Type: application/json'"
        + " -d '{\"reason\":\"coaching\",\"minutes\":5}'");
    out.println("  Simulated agents leave alone what somebody else asked of them.");
  }

  private String screen() {
    Snapshot now = platform.board().snapshot();
    StringBuilder screen = new StringBuilder();
    now.tenants().forEach(tenant -> screen.append(QueueScreen.draw(tenant)));
    return screen.toString();
  }

  /** Places the calls and prints the line of JSON. */
  public boolean smoke(Smoke watched, BooleanSupplier stopped) throws InterruptedException {
    phones.close();
    phones = phones(SMOKE_TALKS);
    agents.signIn();
    int calls = watched.result().calls();
    callers.smoke(calls, SMOKE_CALLS_PER_S);
    long steps = (SMOKE_BASE_MS + calls * SMOKE_PER_CALL_MS) / SMOKE_STEP_MS;
    boolean ended = false;
    for (long step = 0; step < steps && !ended && !stopped.getAsBoolean(); step++) {
      ended = watched.awaitEnd(SMOKE_STEP_MS);
      agents.work(platform.board());
      Smoke.Result now = watched.result();
      out.printf("  %d of %d calls answered%n", now.answered(), now.calls());
    }
    agents.signOut();
    Smoke.Result result = watched.result();
    if (!result.good()) {
      out.print(callers.errors());
    }
    out.println(result.json());
    return result.good();
  }

  @Override
  public void close() {
    callers.close();
    phones.close();
    customers.close();
    agents.close();
  }
}
