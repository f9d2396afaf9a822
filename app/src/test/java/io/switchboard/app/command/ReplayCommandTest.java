package io.switchboard.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.app.configuration.Directory;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with the arguments is said before any server is asked. */
class ReplayCommandTest {
  @TempDir private Path config;

  @Test
  void whenThereAreNoDataYet_thenItSaysWhoMakesThemAndWhereThoseOfTheDemoAre() throws IOException {
    Path data = config.resolve("data");
    new Directory(config).change("switchboard.yaml", "asterisk: embedded", "data: " + data + "\nasterisk: embedded");
    Path made = data.resolve("demo/postgres/made");
    for (String demo : List.of("", "; that of the demo: SWITCHBOARD_DATA=" + data.resolve("demo"))) {
      for (List<String> command : List.of(List.of("replay"), List.of("password", "demo/anna"))) {
        StringWriter err = new StringWriter();
        int code = Main.commands().setErr(new PrintWriter(err, true)).execute(
            Stream.concat(command.stream(), Stream.of("--config", config.toString())).toArray(String[]::new));
        assertEquals(Exit.FAILED, code, err.toString());
        assertEquals("there is no database in " + data + " yet; 'switchboard run' makes it" + demo, err.toString().strip());
      }
      Files.createDirectories(made.getParent());
      Files.writeString(made, "");
    }
    assertFalse(Files.exists(data.resolve("postgres")), "nothing is made");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "--from tomorrow | --from is a date like 2026-07-01, a time like 2026-07-01T09:00, 'yesterday' or 'today', not 'tomorrow'",
    "--from 2024-07-01 --to 2024-07-01 | --to is after --from, not 2024-07-01T00:00 after 2024-07-01T00:00",
    "--from 2024-07-01 --to 2024-09-01 | a period is at most 31 days; give a --to closer to --from",
    "--from 2999-01-01 | --from is in the past, not 2999-01-01T00:00",
    "--add sales | --add is written how many and the queue, like 1/sales or 1/sales@09:00-17:00, not 'sales'",
    "--add 0/sales | --add is written how many and the queue, like 1/sales or 1/sales@09:00-17:00, not '0/sales'",
    "--leave 2 | --leave is written how many and when, like 2@11:00 or 2/sales@11:00-14:00, not '2'",
    "--leave 2@25:00 | --leave is written with times from 0:00 to 23:59, not '2@25:00'",
    "--without Anna! | --without is written an agent's name, like anna or anna@11:00-14:00, not 'Anna!'",
    "--add 1/sails | --add: there is no queue demo/sails",
    "--without bernd | --without: there is no agent demo/bernd",
    "--queue sails | --queue: there is no queue demo/sails",
    "--tenant acme | --tenant is one of demo, not 'acme'",
  })
  void whenAnArgumentIsWrong_thenOneLineSaysWhatWouldBeRight(String options, String said) {
    new Directory(config);
    StringWriter err = new StringWriter();
    int code = Main.commands().setErr(new PrintWriter(err, true)).execute(
        Stream.concat(Stream.of("replay", "--config", config.toString()), Stream.of(options.split(" "))).toArray(String[]::new));
    assertEquals(2, code, err.toString());
    assertEquals(1, err.toString().lines().count(), err.toString());
    assertTrue(err.toString().startsWith(said + "; "), err.toString());
    assertEquals(List.of(), err.toString().lines().filter(line -> line.startsWith("\tat ")).toList());
  }
}
