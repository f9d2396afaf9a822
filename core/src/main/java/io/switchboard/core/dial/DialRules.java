package io.switchboard.core.dial;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What must hold before a number is dialled, in this order. An emergency number is dialled whatever the rest says, if only there is a phone to
 * talk with.
 */
public final class DialRules {
  private DialRules() {}

  /** Why a number is not dialled. */
  public enum Refusal {
    /** It is no telephone number. */
    NUMBER_WRONG,
    /** It is none of the tenant's destinations. */
    NOT_ALLOWED,
    /** Its owner does not want to be called. */
    DO_NOT_CALL,
    /** The agent is not free for it. */
    NOT_NOW,
    /** His phone cannot be reached. */
    PHONE_UNREACHABLE,
    /** As many calls of the tenant as may are dialled and talked in. */
    AT_ONCE,
    /** He dialled as many today as he may. */
    AGENT_PER_DAY,
    /** The tenant's agents dialled as many today as they may. */
    PER_DAY,
    /** Over each of the trunks as many go, or went today, as may. */
    TRUNKS
  }

  /** A number, as what is known of it says. */
  public record Destination(boolean emergency, boolean readable, boolean allowed, boolean doNotCall) {}

  /**
   * Who wants to dial.
   *
   * @param free he has nothing to do with a call
   * @param canBeFreed he could be, for an emergency: he does not talk
   */
  public record Dialler(boolean free, boolean canBeFreed, boolean reachable) {}

  /** How many were dialled: now on the line, and since midnight. */
  public record Dialled(int now, int byAgentToday, int today) {}

  /** How many may go over one trunk now, and how many might have since midnight: each counts on every trunk that was open to it. */
  public record Carried(int now, int today) {}

  /** Those over which it may go, in their order; an emergency over all. */
  public static List<String> open(boolean emergency, List<String> trunks, Function<String, Carried> carried, DialLimits limits) {
    return emergency ? trunks : trunks.stream().filter(trunk -> {
      DialLimits.OverTrunk most = limits.trunks().getOrDefault(trunk, DialLimits.OverTrunk.MOST);
      Carried there = carried.apply(trunk);
      return there.now() < most.atOnce() && there.today() < most.perDay();
    }).toList();
  }

  /** Null: it may be dialled, as far as the number goes. */
  public static @Nullable Refusal destination(Destination to) {
    if (to.emergency()) {
      return null;
    }
    if (!to.readable()) {
      return Refusal.NUMBER_WRONG;
    }
    if (!to.allowed()) {
      return Refusal.NOT_ALLOWED;
    }
    return to.doNotCall() ? Refusal.DO_NOT_CALL : null;
  }

  /** Null: he may dial now. */
  public static @Nullable Refusal now(boolean emergency, Dialler agent, Dialled dialled, DialLimits limits) {
    if (!agent.free() && !(emergency && agent.canBeFreed())) {
      return Refusal.NOT_NOW;
    }
    if (!agent.reachable()) {
      return Refusal.PHONE_UNREACHABLE;
    }
    if (emergency) {
      return null;
    }
    if (dialled.now() >= limits.atOnce()) {
      return Refusal.AT_ONCE;
    }
    if (dialled.byAgentToday() >= limits.agentPerDay()) {
      return Refusal.AGENT_PER_DAY;
    }
    return dialled.today() >= limits.perDay() ? Refusal.PER_DAY : null;
  }
}
