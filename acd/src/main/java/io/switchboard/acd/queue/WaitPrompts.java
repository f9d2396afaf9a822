package io.switchboard.acd.queue;

import io.switchboard.acd.estimate.SpokenWait;
import io.switchboard.core.signal.CallSignal.Said;
import io.switchboard.core.why.LongerWait;
import io.switchboard.core.why.WaitCause;
import java.util.Map;
import java.util.Set;

/** What is said of a wait, as prompts; each exists in every language. */
public final class WaitPrompts {
  private static final String POSITION = "queue-position";
  private static final String UNDER_A_MINUTE = "queue-wait-under-a-minute";
  private static final String UNDER = "queue-wait-under";
  private static final String A_MINUTE = "queue-wait-a-minute";
  private static final String ABOUT = "queue-wait-about";
  private static final String BETWEEN = "queue-wait-between";
  private static final String MINUTES = "minutes";

  /** Prompt → the arguments that it is given. */
  public static final Map<String, Set<String>> ARGUMENTS = Map.ofEntries(
      Map.entry(POSITION, Set.of("position")), Map.entry(UNDER_A_MINUTE, Set.of()), Map.entry(UNDER, Set.of(MINUTES)),
      Map.entry(A_MINUTE, Set.of()), Map.entry(ABOUT, Set.of(MINUTES)), Map.entry(BETWEEN, Set.of("from", "to")),
      Map.entry(prompt(WaitCause.ALL_BUSY), Set.of()), Map.entry(prompt(WaitCause.FEW_SPECIALISTS), Set.of()),
      Map.entry(prompt(WaitCause.PREFERRED_AGENT), Set.of()), Map.entry(prompt(WaitCause.NOBODY_AT_WORK), Set.of()),
      Map.entry(prompt(LongerWait.MORE_URGENT_CALLS), Set.of()), Map.entry(prompt(LongerWait.FEWER_AGENTS), Set.of()),
      Map.entry(prompt(LongerWait.LONGER_CALLS), Set.of()));

  private WaitPrompts() {}

  public static Said position(int position) {
    return new Said(POSITION, Map.of("position", Integer.toString(position)));
  }

  public static Said wait(SpokenWait wait) {
    String to = Integer.toString(wait.toMin());
    if (wait.fromMin() == 0) {
      return wait.toMin() == 1 ? plain(UNDER_A_MINUTE) : new Said(UNDER, Map.of(MINUTES, to));
    }
    if (wait.fromMin() == wait.toMin()) {
      return wait.toMin() == 1 ? plain(A_MINUTE) : new Said(ABOUT, Map.of(MINUTES, to));
    }
    return new Said(BETWEEN, Map.of("from", Integer.toString(wait.fromMin()), "to", to));
  }

  public static Said why(WaitCause cause) {
    return plain(prompt(cause));
  }

  public static Said longer(LongerWait because) {
    return plain(prompt(because));
  }

  private static Said plain(String prompt) {
    return new Said(prompt, Map.of());
  }

  private static String prompt(WaitCause cause) {
    return switch (cause) {
      case ALL_BUSY -> "queue-why-busy";
      case FEW_SPECIALISTS -> "queue-why-specialists";
      case PREFERRED_AGENT -> "queue-why-preferred";
      case NOBODY_AT_WORK -> "queue-why-nobody";
    };
  }

  private static String prompt(LongerWait because) {
    return switch (because) {
      case MORE_URGENT_CALLS -> "queue-longer-urgent-calls";
      case FEWER_AGENTS -> "queue-longer-fewer-agents";
      case LONGER_CALLS -> "queue-longer-calls";
    };
  }
}
