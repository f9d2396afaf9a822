package io.switchboard.app.command;

import io.switchboard.app.Desk;
import io.switchboard.app.OwnServers;
import io.switchboard.app.configuration.Configuration;
import io.switchboard.core.adapter.postgres.Database;
import io.switchboard.core.adapter.postgres.PgPasswords;
import io.switchboard.core.id.Names;
import io.switchboard.core.id.TenantId;
import io.switchboard.desktop.access.PasswordChange;
import io.switchboard.desktop.adapter.argon2.Argon2Hashing;
import io.switchboard.servers.Progress;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Sets a password; there is none before. */
@Command(
    name = "password",
    mixinStandardHelpOptions = true,
    description = {
      "Sets the password of an agent or user. It is asked for, or read as one line from standard input.",
      "It has " + PasswordChange.LEAST_CHARACTERS + " to " + PasswordChange.MOST_CHARACTERS + " characters, at least " + PasswordChange.LEAST_DIFFERENT
          + " different ones: four words, say.",
      "The database must be there: 'switchboard run' makes it."
    })
public final class PasswordCommand implements Callable<Integer> {
  @Mixin private ConfigOption config;

  @Parameters(paramLabel = "TENANT/USER", description = "Whose, e.g. demo/anna: a name of agents.yaml or users.yaml.")
  private String who;

  @Override
  public Integer call() throws Exception {
    Configuration configuration = config.load();
    String[] parts = who.split("/", 2);
    if (parts.length != 2 || !Names.valid(parts[0]) || !Names.valid(parts[1])) {
      throw new Exit.Refusal("a user is written tenant/name, e.g. demo/anna, not '" + who + "'");
    }
    try (OwnServers.Opened servers = OwnServers.databaseOnly(configuration, Progress.SILENT);
        Database database = Database.open(servers.postgres())) {
      Optional<String> refusal = new PasswordChange(Desk.accounts(configuration), new PgPasswords(database), new Argon2Hashing())
          .change(new TenantId(parts[0]), parts[1], read());
      if (refusal.isPresent()) {
        throw new Exit.Refusal(refusal.get());
      }
    }
    System.out.println("The password of " + who + " is set.");
    return 0;
  }

  private static String read() throws IOException {
    Console console = System.console();
    if (console != null) {
      char[] typed = console.readPassword("Password: ");
      return typed == null ? "" : new String(typed);
    }
    String line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
    return line == null ? "" : line;
  }
}
