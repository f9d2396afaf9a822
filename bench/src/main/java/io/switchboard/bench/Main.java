package io.switchboard.bench;

import io.switchboard.bench.capacity.CapacityBench;
import io.switchboard.bench.desktops.DesktopsBench;
import io.switchboard.bench.dialer.DialerBench;
import io.switchboard.bench.erlang.ErlangBench;
import io.switchboard.bench.estimate.EstimateBench;
import io.switchboard.bench.freetoring.FreeToRingBench;
import io.switchboard.bench.ivr.IvrBench;
import io.switchboard.bench.journal.JournalBench;
import io.switchboard.bench.pop.PopBench;
import io.switchboard.bench.routing.RoutingBench;
import io.switchboard.bench.search.SearchBench;
import io.switchboard.bench.simulation.SimulationBench;
import io.switchboard.servers.ServerException;
import picocli.CommandLine.Command;
import picocli.CommandLine;

/** {@code bin/bench}: lists the benches, and runs one. */
@Command(
    name = "bin/bench", mixinStandardHelpOptions = true, sortOptions = false, synopsisSubcommandLabel = "NAME [OPTION...]",
    description = "Measures Switchboard on this machine. The last line of each bench is one JSON object.",
    commandListHeading = "%nBenches:%n")
public final class Main implements Runnable {
  private Main() {}

  public static void main(String[] arguments) {
    System.exit(benches().setExecutionExceptionHandler(Main::failed).execute(arguments));
  }

  private static CommandLine benches() {
    return new CommandLine(new Main())
        .addSubcommand("capacity", new CapacityBench())
        .addSubcommand("free-to-ring", new FreeToRingBench())
        .addSubcommand("ivr", new IvrBench())
        .addSubcommand("pop", new PopBench())
        .addSubcommand("desktops", new DesktopsBench())
        .addSubcommand("routing", new RoutingBench())
        .addSubcommand("journal", new JournalBench())
        .addSubcommand("search", new SearchBench())
        .addSubcommand("erlang", new ErlangBench())
        .addSubcommand("simulation", new SimulationBench())
        .addSubcommand("estimate", new EstimateBench())
        .addSubcommand("dialer", new DialerBench());
  }

  /** Without a name: what there is. */
  @Override
  public void run() {
    benches().usage(System.out);
  }

  private static int failed(Exception e, CommandLine bench, CommandLine.ParseResult arguments) {
    System.err.println(bench.getCommandName() + " failed: " + e.getMessage());
    if (!(e instanceof ServerException)) {
      e.printStackTrace();
    }
    return 1;
  }
}
