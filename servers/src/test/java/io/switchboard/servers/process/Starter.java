package io.switchboard.servers.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A process that starts a child in a claimed directory and then waits to be killed; for {@link LifeIT}. */
final class Starter {
  private Starter() {}

  /** Arguments: the directory, and the child's {@link Life}. */
  public static void main(String[] arguments) throws InterruptedException {
    Path directory = Path.of(arguments[0]);
    Claim claim = Claim.on(directory);
    // Started by a thread that ends at once: the child must not end with that thread.
    Thread thread = Thread.ofPlatform().start(() -> {
      Child child = new Program(
              "a sleeper", List.of("sleep", "600"), Map.of(), Account.of("nobody", new Account.Unprivileged(65534, 65534)), List.of(),
              directory, directory.resolve("log"), Life.valueOf(arguments[1]), Signal.KILL)
          .start();
      claim.remember(child);
    });
    thread.join();
    System.out.println("started");
    Thread.sleep(Long.MAX_VALUE);
  }
}
