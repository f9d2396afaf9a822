package io.switchboard.app.command;

import io.switchboard.app.configuration.ConfigurationException;
import io.switchboard.core.adapter.postgres.JournalTaken;
import io.switchboard.servers.ServerException;
import java.util.List;
import org.flywaydb.core.api.FlywayException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** How a command ends when it fails: a message with the remedy and a code of its own; a stack trace only for bugs. */
public final class Exit {
  public static final int FAILED = 1;
  public static final int WRONG_ARGUMENTS = CommandLine.ExitCode.USAGE;
  /** EX_CONFIG of sysexits.h. */
  public static final int WRONG_SETTING = 78;

  private Exit() {}

  public static int failed(Exception failure, CommandLine command, ParseResult parsed) throws Exception {
    return switch (failure) {
      case ConfigurationException wrong -> say(command, wrong, WRONG_SETTING);
      case ServerException server -> say(command, server, FAILED);
      case JournalTaken taken -> say(command, taken, FAILED);
      case FlywayException schema -> {
        command.getErr().println("the database holds a schema that this version cannot use; name another database, or start the demo with"
            + " --reset");
        yield say(command, schema, FAILED);
      }
      case Refusal refusal -> say(command, refusal, FAILED);
      default -> throw failure;
    };
  }

  /** One line: what is wrong with the arguments, and what would be right or where that stands. */
  public static int wrongArguments(ParameterException wrong, String[] args) {
    CommandLine command = wrong.getCommandLine();
    List<String> meant = wrong instanceof UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
    String remedy = meant.isEmpty()
        ? "'" + command.getCommandSpec().qualifiedName() + " --help' tells what it takes"
        : "did you mean '" + String.join("' or '", meant) + "'?";
    command.getErr().println(String.valueOf(wrong.getMessage()).replaceAll("\\R", " ") + "; " + remedy);
    return WRONG_ARGUMENTS;
  }

  private static int say(CommandLine command, Exception failure, int code) {
    command.getErr().println(failure.getMessage());
    return code;
  }

  /** A command cannot do what it was asked for; the message names the remedy. */
  public static final class Refusal extends RuntimeException {
    public Refusal(String message) {
      super(message);
    }
  }
}
