package io.switchboard.core.signal;

import java.util.List;

/** Takes what stands in the configuration now, without a restart: all of it or nothing. {@code by}: who asked. */
public record ReloadRequest(String by) implements Request<ReloadRequest.Outcome> {

  /** What came of it. */
  public sealed interface Outcome {
    /**
     * It is in force.
     *
     * @param changed the files whose settings are others now; none when all is as it was
     * @param release of flows and prompts that is in force
     */
    record Done(List<String> changed, int release) implements Outcome {}

    /** What was in force stays. {@code wrongs}: file, line, key, what is wrong and what would be right, a line each. */
    record Refused(List<String> wrongs) implements Outcome {}
  }
}
