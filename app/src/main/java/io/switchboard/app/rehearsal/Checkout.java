package io.switchboard.app.rehearsal;

import java.nio.file.Files;
import java.nio.file.Path;

/** The directory that the program came in. */
public final class Checkout {
  private Checkout() {}

  public static Path home() {
    Path here = Path.of(System.getenv().getOrDefault("SWITCHBOARD_HOME", "")).toAbsolutePath();
    while (here != null && !Files.exists(here.resolve("config/flows"))) {
      here = here.getParent();
    }
    if (here == null) {
      throw new IllegalStateException("no config/flows above the working directory; set SWITCHBOARD_HOME to the checkout");
    }
    return here;
  }
}
