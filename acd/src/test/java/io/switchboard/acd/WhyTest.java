package io.switchboard.acd;

import static io.switchboard.acd.Shift.DEMO;
import static io.switchboard.acd.Shift.SALES;
import static io.switchboard.acd.Shift.SUPPORT;
import static io.switchboard.acd.Shift.agent;
import static io.switchboard.acd.Shift.call;
import static io.switchboard.acd.Shift.id;
import static io.switchboard.acd.Shift.queue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.switchboard.acd.floor.FloorSettings;
import io.switchboard.acd.policy.AgentPolicy;
import io.switchboard.acd.policy.CallOrder;
import io.switchboard.acd.policy.Reserve;
import io.switchboard.acd.queue.Choice;
import io.switchboard.acd.skill.Relaxation;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.line.LineEvent;
import io.switchboard.core.signal.AgentRequest;
import io.switchboard.core.signal.CallSignal;
import io.switchboard.core.signal.PhoneSignal;
import io.switchboard.core.why.Against;
import io.switchboard.core.why.Candidate;
import io.switchboard.core.why.Place;
import io.switchboard.core.signal.WhyRequest;
import io.switchboard.core.why.WhyWaiting;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WhyTest {
  private static final Map<String, Integer> NONE = Map.of();
  private static final Map<String, Integer> FRENCH = Map.of("french", 5);

  private final Shift shift = new Shift(new FloorSettings(
      List.of(
          queue(SALES).withOrder(new CallOrder(2, 15_000)).withSkills(FRENCH, List.of(new Relaxation(30_000, Map.of("french", 4))))
              .withChoice(new Choice(AgentPolicy.LONGEST_IDLE, Reserve.NONE, 60_000)),
          queue(SUPPORT).withChoice(new Choice(AgentPolicy.LONGEST_IDLE, new Reserve(1, 5), 0))),
      List.of(
          agent("busy", FRENCH, SALES), agent("dull", Map.of("french", 3), SALES), agent("elsewhere", FRENCH, SUPPORT),
          agent("gone", FRENCH, SALES), agent("lunching", FRENCH, SALES), agent("rung", FRENCH, SALES), agent("mute", FRENCH, SALES)),
      Map.of(DEMO, new FloorSettings.Names(Set.of(), Map.of("vip", 4))), 60_000, 30_000, 3_000));

  private Optional<WhyWaiting> why(String call) {
    return shift.signals.ask(new WhyRequest(DEMO, call(call))).toCompletableFuture().join();
  }

  private Map<String, Against> against(String call) {
    return why(call).orElseThrow().candidates().stream().collect(Collectors.toMap(c -> c.agent().name(), Candidate::against));
  }

  @Test
  void everyAgentOfTheQueueHasTheFirstThingAgainstHim() {
    shift.ready("busy");
    shift.enters("talk", SALES);
    shift.answers("talk", 1);
    shift.ready("rung");
    shift.enters("ringing", SALES);
    shift.rings("ringing", 1);
    shift.ready("dull", "elsewhere", "mute");
    shift.hears(new LineEvent.PhoneReachable("mute", false));
    shift.ask(new AgentRequest.SignIn(id("lunching")));
    shift.ask(new AgentRequest.NotReady(id("lunching"), "lunch"));
    shift.enters("waits", SALES);
    assertEquals(Map.of(
        "busy", Against.TALKING, "dull", Against.LACKS_SKILL, "gone", Against.SIGNED_OUT, "lunching", Against.NOT_READY,
        "rung", Against.RINGING, "mute", Against.PHONE_UNREACHABLE), against("waits"));
    Candidate dull = why("waits").orElseThrow().candidates().get(1);
    assertEquals(new Candidate(id("dull"), Against.LACKS_SKILL, "french", 3, 5, Shift.START), dull);
    assertEquals("lunch", why("waits").orElseThrow().candidates().get(3).about());
    shift.time.advance(30_000);
    assertEquals(4, why("waits").orElseThrow().candidates().get(1).needs()); // relaxed
  }

  @Test
  void whenAPageHasNotPassedItsCheck_thenNoCallComes_untilItHas() {
    shift.signals.send(new PhoneSignal.Fit(id("mute"), "mute", false));
    shift.ready("mute");
    shift.enters("waits", SALES);
    assertEquals(Against.PHONE_UNFIT, against("waits").get("mute"));
    shift.signals.send(new PhoneSignal.Fit(id("mute"), "mute", true));
    assertEquals(Optional.empty(), why("waits"), "it is being offered");
  }

  @Test
  void whoseFaultItIsNot_theLineThePreferenceAndTheReserve() {
    shift.ready("busy", "rung", "elsewhere");
    shift.enters("talk", SALES);
    shift.answers("talk", 1);
    shift.signals.send(new CallSignal.Enqueue(call("wants"), SALES, 0, NONE, "", "", "", id("busy")));
    assertEquals(Against.PREFERS_ANOTHER, against("wants").get("rung"));
    assertEquals(id("busy"), why("wants").orElseThrow().preferred());
    assertEquals(Shift.START + 60_000, why("wants").orElseThrow().preferredUntilMs());
    shift.enters("common", SUPPORT);
    assertEquals(Against.KEPT, against("common").get("elsewhere"));
    shift.hears(new LineEvent.Lost("gone"));
    shift.enters("late", SALES);
    assertEquals(Against.LINE_DOWN, against("late").get("rung"));
  }

  @Test
  void thePlaceHasItsTerms_andTheOrderIsTheQueues() {
    shift.ready("busy");
    shift.enters("talk", SALES);
    shift.answers("talk", 1);
    shift.enters("first", SALES);
    shift.time.advance(1_000);
    shift.signals.send(new CallSignal.Enqueue(call("vip"), SALES, 3, NONE, "", "", "vip", null));
    WhyWaiting why = why("first").orElseThrow();
    assertEquals(
        new Place(call("first"), 2, Shift.START, 15_000, 0, 2, 0, 60_000, Shift.START + 15_000 - 2 * 60_000), why.place());
    assertEquals(
        List.of(new Place(call("vip"), 1, Shift.START + 1_000, 15_000, 3, 2, 4, 60_000, Shift.START + 16_000 - 9 * 60_000), why.place()),
        why.order());
  }

  @Test
  void whoDoesNotWaitHasNoWhy_norDoesAnotherTenantLearnOfIt() {
    shift.ready("busy");
    shift.enters("talk", SALES);
    assertEquals(Optional.empty(), why("talk"));
    assertEquals(Optional.empty(), why("nobody"));
    shift.enters("waits", SALES);
    assertEquals(Optional.empty(),
        shift.signals.ask(new WhyRequest(new TenantId("other"), call("waits"))).toCompletableFuture().join());
  }
}
