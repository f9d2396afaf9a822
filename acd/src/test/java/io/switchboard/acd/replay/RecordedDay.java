package io.switchboard.acd.replay;

import io.switchboard.acd.AcdStage;
import io.switchboard.acd.agent.NotReadyReason;
import io.switchboard.acd.floor.FloorSettings;
import io.switchboard.core.agent.AgentState;
import io.switchboard.core.ending.OfferEnding;
import io.switchboard.core.ending.Party;
import io.switchboard.core.ending.QueueExit;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.OfferId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.journal.MemoryJournal;
import io.switchboard.core.line.Line;
import io.switchboard.core.line.LineEvent;
import io.switchboard.core.line.Sound;
import io.switchboard.core.signal.AgentRequest;
import io.switchboard.core.signal.CallSignal;
import io.switchboard.core.signal.DirectSignals;
import io.switchboard.core.time.ManualTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Hours of a small contact center: the stage that routes live calls, under callers and agents whom the dice make, and what it wrote. */
final class RecordedDay {
  static final long START = 1_795_341_600_000L;
  private static final TenantId DEMO = new TenantId("demo");
  private static final long MINUTE = 60_000;

  private final Random dice;
  private final ManualTime time = new ManualTime(START);
  private final MemoryJournal journal = new MemoryJournal();
  private final DirectSignals signals = new DirectSignals();
  private final FloorSettings settings;
  private final AcdStage stage;
  private final Set<CallId> gone = new HashSet<>();
  private final Map<CallId, Integer> wrapUps = new HashMap<>();

  RecordedDay(FloorSettings settings, long seed) {
    this.settings = settings;
    this.dice = new Random(seed);
    this.stage = new AcdStage(settings, signals, journal, new Phones(), time, time, Runnable::run);
    stage.open();
    signals.send(new LineEvent.Restored(List.of(), List.of(), Set.of()));
    signals.on(CallSignal.Connected.class, this::connected);
    signals.on(CallSignal.TalkEnded.class, this::talkEnded);
    signals.on(CallSignal.WrappedUp.class, wrapped -> {
      wrapUps.merge(wrapped.call(), -1, Integer::sum);
      close(wrapped.call());
    });
    signals.on(CallSignal.LeftQueue.class, this::left);
    signals.on(CallSignal.Refused.class, refused -> soon(() -> hangsUp(refused.call())));
  }

  /** Everything that was written while so many hours went by. */
  List<Fact> facts(int hours, double callsAnHour) {
    long endMs = START + hours * 60 * MINUTE;
    settings.agents().forEach(agent -> shift(agent.id(), endMs));
    double atMs = START;
    for (int call = 0; atMs < endMs; call++) {
      atMs += -Math.log(1 - dice.nextDouble()) * 3_600_000 / callsAnHour;
      arrives(new CallId("c" + call), (long) atMs);
    }
    time.advance((hours + 2) * 60 * MINUTE);
    return journal.facts();
  }

  /** Some come early; each has a break and goes when the day is over. */
  private void shift(AgentId agent, long endMs) {
    long comesMs = START + dice.nextInt(600_000);
    long breakMs = comesMs + 30 * MINUTE + dice.nextInt(3_600_000);
    ask(comesMs, new AgentRequest.SignIn(agent));
    ask(comesMs + 1_000 + dice.nextInt(20_000), new AgentRequest.Ready(agent));
    ask(breakMs, new AgentRequest.NotReady(agent, "lunch"));
    ask(breakMs + 10 * MINUTE + dice.nextInt(60_000), new AgentRequest.Ready(agent));
    ask(endMs + 10 * MINUTE + dice.nextInt(600_000), new AgentRequest.SignOut(agent));
  }

  private void ask(long atMs, AgentRequest request) {
    time.at(atMs, () -> signals.ask(request));
  }

  private void arrives(CallId call, long atMs) {
    List<QueueId> queues = settings.queues().stream().map(queue -> queue.id()).toList();
    QueueId queue = queues.get(dice.nextInt(queues.size()));
    int priority = dice.nextInt(5) == 0 ? 5 : 0;
    Map<String, Integer> skills = dice.nextInt(4) == 0 ? Map.of("french", 1 + dice.nextInt(3)) : Map.of();
    AgentId preferred = dice.nextInt(6) == 0 ? settings.agents().get(dice.nextInt(settings.agents().size())).id() : null;
    long patienceMs = 1_000 + (long) (-Math.log(1 - dice.nextDouble()) * 90_000);
    boolean presses = dice.nextInt(15) == 0;
    time.at(atMs, () -> {
      journal.append(List.of(new Fact.CallArrived(time.nowMs(), DEMO, call, "", "+4930", "", "", "", "", "")), false, () -> {});
      signals.send(new CallSignal.Enqueue(call, queue, priority, skills, "+4930", "", dice.nextInt(8) == 0 ? "vip" : "", preferred));
    });
    time.at(atMs + patienceMs, () -> {
      var visit = stage.floor().visit(call);
      if (visit != null && visit.inQueue() && presses) {
        signals.send(new CallSignal.LeaveQueue(call, visit.queue().id(), "1"));
      } else if (visit != null && visit.inQueue()) {
        hangsUp(call);
      }
    });
  }

  private void hangsUp(CallId call) {
    if (gone.add(call)) {
      signals.send(new LineEvent.CallerGone(call, Party.CALLER));
      close(call);
    }
  }

  /** Whoever waited too long or left by a key tries the next queue once. */
  private void left(CallSignal.LeftQueue left) {
    boolean first = journal.facts(Fact.QueueEntered.class).stream().filter(entered -> entered.call().equals(left.call())).count() == 1;
    if (left.exit() == QueueExit.ABANDONED) {
      close(left.call());
    } else if (first && left.exit() != QueueExit.NO_AGENTS) {
      int at = (settings.queues().stream().map(queue -> queue.id()).toList().indexOf(left.queue()) + 1) % settings.queues().size();
      time.at(time.nowMs() + 2_000, () -> signals.send(
          new CallSignal.Enqueue(left.call(), settings.queues().get(at).id(), 0, Map.of(), "+4930", "", "", null, keepsWait(left.call()))));
    } else {
      soon(() -> hangsUp(left.call()));
    }
  }

  private static boolean keepsWait(CallId call) {
    return Integer.parseInt(call.value().substring(1)) % 2 == 0;
  }

  private void connected(CallSignal.Connected connected) {
    long talkMs = 5_000 + (long) (-Math.log(1 - dice.nextDouble()) * 120_000);
    Party by = dice.nextBoolean() ? Party.CALLER : Party.AGENT;
    time.at(time.nowMs() + talkMs, () -> {
      signals.send(new LineEvent.TalkEnded(connected.offer(), by));
      hangsUp(connected.call());
    });
  }

  private void talkEnded(CallSignal.TalkEnded ended) {
    if (ended.wrapUp()) {
      wrapUps.merge(ended.call(), 1, Integer::sum);
      if (dice.nextBoolean()) {
        time.at(time.nowMs() + 1_000 + dice.nextInt(10_000), () -> {
          var agent = stage.floor().staff().agent(ended.agent());
          if (agent.state() == AgentState.WRAP_UP && agent.offer().id().equals(ended.offer()) && agent.pending().equals("ready")) {
            signals.ask(new AgentRequest.Ready(ended.agent()));
          }
        });
      }
    }
  }

  private void close(CallId call) {
    if (gone.contains(call) && wrapUps.getOrDefault(call, 0) == 0) {
      journal.append(List.of(new Fact.InteractionClosed(time.nowMs(), DEMO, call)), false, () -> {});
    }
  }

  private void soon(Runnable what) {
    time.at(time.nowMs(), what);
  }

  /** Most are answered soon; some ring out, some calls are declined. Who let too many pass comes back after a while. */
  private final class Phones implements Line {
    @Override
    public void ring(Ring ring) {
      OfferId offer = ring.offer();
      AgentId agent = stage.floor().liveOffer(offer).agent().id();
      signals.send(new LineEvent.OfferRinging(offer));
      int fate = dice.nextInt(20);
      if (fate < 2) {
        time.at(time.nowMs() + ring.ringMs(), () -> passes(agent, new LineEvent.OfferFailed(offer, OfferEnding.UNANSWERED)));
      } else if (fate == 2) {
        time.at(time.nowMs() + 3_000, () -> passes(agent, new LineEvent.OfferFailed(offer, OfferEnding.DECLINED)));
      } else {
        time.at(time.nowMs() + 1_000 + dice.nextInt(6_000), () -> signals.send(new LineEvent.Connected(offer)));
      }
    }

    private void passes(AgentId agent, LineEvent end) {
      signals.send(end);
      if (NotReadyReason.RESERVED.contains(stage.floor().staff().agent(agent).reason())) {
        ask(time.nowMs() + 20_000 + dice.nextInt(60_000), new AgentRequest.Ready(agent));
      }
    }

    @Override
    public void play(CallId call, List<Sound> sounds, int play) {}

    @Override
    public void stop(CallId call) {}

    @Override
    public void listen(Listener listener) {}

    @Override
    public void mute(OfferId talk, boolean muted) {}

    @Override
    public void music(CallId call, String musicClass) {}

    @Override
    public void announce(CallId call, List<Sound> sounds) {}

    @Override
    public void callBack(Ring dial) {
      throw new UnsupportedOperationException("no queue of this day calls anybody back");
    }

    @Override
    public void dial(Dial dial) {
      throw new UnsupportedOperationException("nobody dials on this day");
    }

    @Override
    public void transfer(Transfer transfer) {}

    @Override
    public void record(Recording recording) {}

    @Override
    public void afterTalk(CallId call, boolean heldAgain) {}

    @Override
    public void cancel(OfferId offer) {}

    @Override
    public void arrange(OfferId talk, OfferId third, With with) {}

    @Override
    public void consult(Ring third, OfferId talk) {}

    @Override
    public void handOn(OfferId talk, OfferId third) {}

    @Override
    public void hangUp(OfferId talk) {}

    @Override
    public void drop(OfferId talk) {}

    @Override
    public void hangUp(CallId call) {}
  }
}
