package io.switchboard.core.metric;

import io.switchboard.core.agent.AgentState;
import io.switchboard.core.ending.Ending;
import io.switchboard.core.ending.OfferEnding;
import io.switchboard.core.ending.Party;
import io.switchboard.core.ending.QueueExit;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.OfferId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.why.WaitCause;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes down what happened on a day in Berlin, times in seconds since its midnight; gives the facts in the order of their times. */
public final class Day {
  public static final TenantId DEMO = new TenantId("demo");
  public static final QueueId SALES = QueueId.of("demo", "sales");
  public static final AgentId ANN = AgentId.of("demo", "ann");
  public static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  public static final long MIDNIGHT = ZonedDateTime.of(2026, 11, 22, 0, 0, 0, 0, BERLIN).toInstant().toEpochMilli();

  private final List<Fact> facts = new ArrayList<>();

  public static long at(double second) {
    return MIDNIGHT + Math.round(second * 1000);
  }

  public static Board board(Definitions definitions) {
    return new Board(Map.of(DEMO, new Reporting(BERLIN, definitions)), Map.of(SALES, Set.of(ANN)), List.of(ANN));
  }

  public List<Fact> facts() {
    return facts.stream().sorted(Comparator.comparingLong(Fact::atMs)).toList();
  }

  public Board applied(Definitions definitions) {
    Board board = board(definitions);
    facts().forEach(board::apply);
    return board;
  }

  public void arrives(double second, String call, String entryPoint, String flow) {
    facts.add(new Fact.CallArrived(at(second), DEMO, new CallId(call), "+4930100", "+4930" + call, call, "main", entryPoint, flow, "en"));
  }

  public void ends(double second, String call, Ending ending) {
    facts.add(new Fact.CallEnded(at(second), DEMO, new CallId(call), ending));
    facts.add(new Fact.InteractionClosed(at(second), DEMO, new CallId(call)));
  }

  public void enters(double second, String call, int priority) {
    CallId id = new CallId(call);
    arrives(second, call, "hotline", "welcome");
    facts.add(new Fact.QueueEntered(at(second), DEMO, id, 1, SALES, priority, Map.of(), "+4930" + call, call));
  }

  /** His wait counts from then, and his answer is due then. */
  public void enters(double second, String call, int priority, double since, double due) {
    CallId id = new CallId(call);
    arrives(second, call, "hotline", "welcome");
    facts.add(new Fact.QueueEntered(
        at(second), DEMO, id, 1, SALES, priority, Map.of(), "+4930" + call, call, "", null, false, at(since), at(due)));
  }

  public void offered(double second, String call, int attempt) {
    CallId id = new CallId(call);
    facts.add(new Fact.OfferMade(
        at(second), DEMO, id, new OfferId(id, attempt), SALES, ANN, 15_000, new Fact.Decision("longest_idle", 1, 0, 0, "agent_free", 0)));
  }

  public void passed(double second, String call, int attempt, OfferEnding ending) {
    CallId id = new CallId(call);
    facts.add(new Fact.OfferEnded(at(second), DEMO, id, new OfferId(id, attempt), SALES, ANN, ending, 1000));
  }

  /** Enters, is connected after the wait, talks, and is wrapped up; without wrap-up the interaction closes with the talk. */
  public void answered(double second, String call, double wait, double talk, double wrapUp) {
    CallId id = new CallId(call);
    OfferId offer = new OfferId(id, 1);
    enters(second, call, 0);
    facts.add(new Fact.Connected(at(second + wait), DEMO, id, offer, SALES, ANN, Math.round(wait * 1000), 0));
    facts.add(new Fact.TalkEnded(at(second + wait + talk), DEMO, id, offer, SALES, ANN, Party.CALLER, Math.round(talk * 1000)));
    facts.add(new Fact.CallEnded(at(second + wait + talk), DEMO, id, Ending.CALLER_HUNG_UP_AFTER_TALK));
    if (wrapUp > 0) {
      facts.add(new Fact.WrapUpEnded(
          at(second + wait + talk + wrapUp), DEMO, id, offer, SALES, ANN, "timer", Math.round(wrapUp * 1000)));
    }
    facts.add(new Fact.InteractionClosed(at(second + wait + talk + wrapUp), DEMO, id));
  }

  /** He who entered at that second hears, so many seconds later, that it takes from {@code low} to {@code high} seconds more. */
  public void told(double second, String call, double later, double low, double high) {
    long lowMs = Math.round(low * 1000);
    long highMs = Math.round(high * 1000);
    facts.add(new Fact.WaitTold(
        at(second + later), DEMO, new CallId(call), SALES, 1, 0, 1, lowMs, highMs, (lowMs + highMs) / 2, at(second + later) + highMs,
        WaitCause.ALL_BUSY, null, 0, 0, 1, 1, 60_000));
  }

  public void left(double second, String call, double wait, QueueExit exit) {
    CallId id = new CallId(call);
    enters(second, call, 0);
    facts.add(new Fact.QueueLeft(at(second + wait), DEMO, id, SALES, exit, Math.round(wait * 1000)));
    facts.add(new Fact.CallEnded(at(second + wait), DEMO, id, Ending.ABANDONED));
    facts.add(new Fact.InteractionClosed(at(second + wait), DEMO, id));
  }

  public void ann(double second, AgentState from, AgentState to) {
    facts.add(new Fact.AgentStateChanged(at(second), DEMO, ANN, from, to, "", null, at(second), "ready"));
  }

  /** {@code queue} null: the whole tenant. */
  public void closure(double second, @Nullable QueueId queue, boolean closed) {
    facts.add(new Fact.ClosureSwitched(at(second), DEMO, queue, closed, "sam"));
  }

  public void also(Fact fact) {
    facts.add(fact);
  }
}
