package io.switchboard.core.metric;

import io.switchboard.core.agent.AgentState;
import io.switchboard.core.ending.DialResult;
import io.switchboard.core.ending.Ending;
import io.switchboard.core.ending.OfferEnding;
import io.switchboard.core.ending.QueueExit;
import io.switchboard.core.ending.QueueRefusal;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.interaction.AttachedData;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All numbers at one moment. Counts are of the tenant's day so far. Times are milliseconds since the epoch, durations milliseconds, shares
 * 0 to 1; a share or mean of nothing is null.
 *
 * @param complete false while the day before a restart is still being read: no number is right yet
 */
public record Snapshot(long atMs, boolean complete, List<Tenant> tenants) {

  public Tenant tenant(TenantId id) {
    return tenants.stream().filter(each -> each.tenant().equals(id)).findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no tenant " + id));
  }

  /**
   * @param closed an emergency closure of the whole tenant is in force
   * @param callsWaiting those included for whom a phone rings
   * @param arrived calls that arrived today
   * @param endings of calls that ended today, by why
   * @param dials what agents dialled today, by what came of it
   * @param atHand agent → the call that he is rung for, talks with or wraps up
   * @param surveys what callers answered today
   * @param warnings bad scores of today of which no supervisor took note, and with which nobody has dealt
   */
  public record Tenant(
      TenantId tenant, Definitions definitions, long sinceMs, boolean closed, long callsInFlow, long callsWaiting, long callsTalking,
      List<Arrivals> arrived, Map<Ending, Long> endings, Map<DialResult, Long> dials, List<Queue> queues, List<Agent> agents, List<LiveCall> calls,
      Map<AgentId, AtHand> atHand, List<Survey> surveys, long warnings) {

    /** Callers who talk with a number outside. */
    public long callsTransferred() {
      return calls.stream().filter(call -> call.stage() == Stage.TRANSFERRED).count();
    }

    /** Every state, those of nobody with 0. */
    public Map<AgentState, Long> agentsByState() {
      Map<AgentState, Long> counts = new EnumMap<>(AgentState.class);
      for (AgentState state : AgentState.values()) {
        counts.put(state, agents.stream().filter(agent -> agent.state() == state).count());
      }
      return counts;
    }
  }

  /**
   * Where calls came in. Unknown numbers and calls beyond the limit show here by their flow, also when the caller did not hear it to
   * its end, which the ending does not tell.
   */
  public record Arrivals(String entryPoint, String flow, long calls) {}

  /**
   * @param closed an emergency closure is in force, of the queue or of its tenant
   * @param entered calls that entered today, whatever became of them
   * @param offered answered + abandoned
   * @param abandoned hung up while waiting, short abandons apart
   * @param left by another exit than a hang-up
   * @param callbacks apart from all other counts
   * @param refused not taken, by why
   * @param offersMade phones that were rung
   * @param offersUnanswered by why they ended
   * @param handled calls whose wrap-up ended
   * @param waitsTold how true the waits were that callers were told
   * @param agents who serve it and are signed in, by state
   */
  public record Queue(
      QueueId queue, boolean closed, long waiting, long longestWaitMs, long talking, long entered, long offered, long answered,
      long answeredWithin, long abandoned, long abandonedLate, long shortAbandoned, Map<QueueExit, Long> left, Callbacks callbacks,
      Map<QueueRefusal, Long> refused, long offersMade, Map<OfferEnding, Long> offersUnanswered, Waits answeredWaits, Waits abandonedWaits,
      @Nullable Double serviceLevel, @Nullable Double abandonment, @Nullable Double asaMs, long handled, @Nullable Double ahtMs,
      WaitsTold waitsTold, Map<AgentState, Long> agents) {}

  /**
   * Answers to one survey, today.
   *
   * @param queue whose work it is about, or null
   * @param survey the name of the question
   * @param bad scores at or below the survey's limit for bad ones
   * @param csat of a survey from 1 to 5: the share of 4 and 5
   * @param nps of a survey from 0 to 10: the share of 9 and 10 less that of 0 to 6, in points from -100 to 100
   */
  public record Survey(
      @Nullable QueueId queue, String survey, long answers, @Nullable Double mean, long bad, @Nullable Double csat, @Nullable Double nps) {}

  /**
   * Callbacks of a queue, today.
   *
   * @param waiting now, those included that are being dialled
   * @param reached talked with an agent
   * @param over ended otherwise, by why
   * @param waits of those reached, from booking to the agent
   */
  public record Callbacks(long waiting, long booked, long reached, Map<QueueExit, Long> over, Waits waits) {}

  /**
   * @param sinceMs since when he is in this state
   * @param idleSinceMs what orders "longest idle"
   * @param pending what follows the call at hand: {@code ready}, {@code not_ready:reason} or {@code sign_out}
   * @param by the user who set his state, or what is pending, in his place; empty: himself, or nobody
   * @param untilMs when his wrap-up or his time for being not ready is over; 0: nothing ends it by time, {@link
   *     io.switchboard.core.journal.Fact.Terms#ENDLESS}: a wrap-up that only he ends
   * @param overLimit his time for being not ready is over
   * @param offersUnanswered those that he let pass
   * @param dialled calls that he placed, today
   * @param holdMs how long he had callers on hold, today
   * @param occupancy (talk + hold + wrap-up) / time signed in and not on break, today
   * @param spent today, by state
   */
  public record Agent(
      AgentId agent, AgentState state, long sinceMs, long idleSinceMs, String reason, String pending, String by, long untilMs,
      boolean overLimit, @Nullable CallId call, long callsAnswered, long offersUnanswered, long dialled, long handled, @Nullable Double ahtMs,
      long holdMs, @Nullable Double occupancy, Spent spent) {}

  /**
   * How long an agent was in each state today, up to the last change of his state.
   *
   * @param untilMs when that was, or when the day began; since then he is in his present state
   */
  public record Spent(long untilMs, Map<AgentState, Long> ms) {}

  /** Where a call is. */
  public enum Stage {
    IN_FLOW,
    WAITING,
    /** Waiting still, and a phone rings for it. */
    RINGING,
    /** Not on the line: waits to be called back. */
    CALLBACK,
    /** Not on the line yet: an agent dials him. */
    DIALLING,
    TALKING,
    /** Talks with a number outside. */
    TRANSFERRED
  }

  /**
   * A caller on the line.
   *
   * @param sinceMs since when he is in this stage; while waiting or ringing, since he entered the queue
   * @param agent who is rung or talks
   * @param position from 1, in the order of calls; those who may be called back count too, and have none themselves. 0 when he does not wait
   */
  public record LiveCall(
      CallId call, Stage stage, @Nullable QueueId queue, @Nullable AgentId agent, long sinceMs, long arrivedMs, String called,
      String caller, String callerName, int position, AttachedData attached) {}

  /** A call before an agent: still on the line, or in its wrap-up. {@code queue}: the one by which he has it. */
  public record AtHand(
      CallId call, @Nullable QueueId queue, long arrivedMs, String called, String caller, String callerName, AttachedData attached) {}
}
