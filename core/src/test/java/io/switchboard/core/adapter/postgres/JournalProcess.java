package io.switchboard.core.adapter.postgres;

import java.nio.file.Path;
import java.util.List;

/** A platform that only journals, to be killed: writes facts one after the other and prints the number of each that is durable. */
final class JournalProcess {
  private JournalProcess() {}

  public static void main(String[] args) throws Exception {
    Database database = Database.open(new PgSettings(args[0], args[1], args[2], 1, 2000));
    PgJournal journal = PgJournal.open(
        database, JournalSettings.of("process", Path.of(args[3])), facts -> {}, e -> Runtime.getRuntime().halt(70));
    for (int number = 0; ; number++) {
      int durable = number;
      journal.append(List.of(Samples.step(number, "c1", "s" + number)), true, () -> {
        System.out.println("durable " + durable);
        System.out.flush();
      });
      Thread.sleep(1);
    }
  }
}
