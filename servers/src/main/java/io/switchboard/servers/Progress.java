package io.switchboard.servers;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;

/** Hears what is being done and how long it took, so that nobody wonders before a long step. */
public interface Progress {

  Progress SILENT =
      new Progress() {
        @Override
        public void started(String what) {}

        @Override
        public void finished(String what, Duration used) {}
      };

  void started(String what);

  void finished(String what, Duration used);

  /** Something worth knowing that takes no time. */
  default void note(String what) {
    finished(what, Duration.ZERO);
  }

  default <T> T during(String what, Supplier<T> step) {
    started(what);
    long since = System.nanoTime();
    T result = step.get();
    finished(what, Duration.ofNanos(System.nanoTime() - since));
    return result;
  }

  /** Prints a line when a step ends, and before it when someone watches a terminal. */
  static Progress to(PrintStream out) {
    boolean terminal = System.console() != null;
    return new Progress() {
      @Override
      public void started(String what) {
        if (terminal) {
          out.print("  " + what + " ...\r");
          out.flush();
        }
      }

      @Override
      public void finished(String what, Duration used) {
        String time = used.isZero() ? "" : String.format(Locale.ROOT, " (%.1f s)", used.toMillis() / 1000.0);
        out.println("  " + what + time + (terminal ? "    " : ""));
      }
    };
  }
}
