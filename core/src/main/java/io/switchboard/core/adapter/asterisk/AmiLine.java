package io.switchboard.core.adapter.asterisk;

import io.switchboard.core.adapter.asterisk.ami.AmiMessage;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.OfferId;
import io.switchboard.core.line.Line;
import io.switchboard.core.line.LineEvent;
import io.switchboard.core.line.Sound;
import io.switchboard.core.line.Tapes;
import io.switchboard.core.signal.Signals;
import io.switchboard.core.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.asteriskjava.manager.action.ManagerAction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The line over Asterisk's manager interface. One thread owns the {@link Exchange}; commands of the stages and events of the connection are
 * handed to it in order. While there is no connection commands are dropped: {@link LineEvent.Restored} tells the whole truth afterwards.
 */
public final class AmiLine implements Line, Tapes, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AmiLine.class);
  /** Events that may wait for the owner before we rather take a new snapshot. */
  private static final int BACKLOG_MAX = 50_000;

  private final Signals signals;
  private final Clock clock;
  private final Exchange exchange;
  private final AmiLink link;
  private final ScheduledThreadPoolExecutor owner;
  private final Restoring restoring = new Restoring();
  private boolean live;

  /**
   * @param endpoints names of the agents' phones in Asterisk; only these are rung and reported on
   * @param trunks names of the trunks over which numbers are dialled
   * @param clock measures ring times only
   */
  public AmiLine(AmiAddress address, Set<String> endpoints, Set<String> trunks, Signals signals, Clock clock) {
    this.signals = signals;
    this.clock = clock;
    this.exchange = new Exchange(endpoints, trunks, Long.toString(clock.nowMs(), Character.MAX_RADIX), this::act);
    this.owner = new ScheduledThreadPoolExecutor(1, work -> {
      Thread thread = new Thread(work, "line");
      thread.setDaemon(true);
      return thread;
    });
    owner.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    this.link = new AmiLink(address, new FromLink());
  }

  /** Connects, and keeps trying while Asterisk is absent. Returns at once. */
  public void start() {
    link.start();
  }

  /** Lets go of the line; calls live on. */
  @Override
  public void close() {
    own(() -> live = false);
    link.close();
    owner.shutdown();
  }

  @Override
  public void play(CallId call, List<Sound> sounds, int play) {
    command(() -> exchange.play(call, sounds, play, clock.nowMs()));
  }

  @Override
  public void stop(CallId call) {
    command(() -> exchange.stop(call, clock.nowMs()));
  }

  @Override
  public void music(CallId call, String musicClass) {
    command(() -> exchange.music(call, musicClass, clock.nowMs()));
  }

  @Override
  public void announce(CallId call, List<Sound> sounds) {
    command(() -> exchange.announce(call, sounds));
  }

  @Override
  public void ring(Ring ring) {
    command(() -> exchange.ring(ring, clock.nowMs()));
  }

  @Override
  public void callBack(Ring dial) {
    command(() -> exchange.callBack(dial, clock.nowMs()));
  }

  @Override
  public void dial(Dial dial) {
    command(() -> exchange.dial(dial, clock.nowMs()));
  }

  @Override
  public void afterTalk(CallId call, boolean heldAgain) {
    command(() -> exchange.afterTalk(call, heldAgain));
  }

  @Override
  public void cancel(OfferId offer) {
    command(() -> exchange.cancel(offer, clock.nowMs()));
  }

  @Override
  public void transfer(Transfer transfer) {
    command(() -> exchange.transfer(transfer, clock.nowMs()));
  }

  @Override
  public void record(Recording recording) {
    command(() -> exchange.record(recording, clock.nowMs()));
  }

  @Override
  public void arrange(OfferId talk, @Nullable OfferId third, With with) {
    command(() -> exchange.arrange(talk, third, with));
  }

  @Override
  public void consult(Ring third, OfferId talk) {
    command(() -> exchange.consult(third, talk, clock.nowMs()));
  }

  @Override
  public void handOn(OfferId talk, @Nullable OfferId third) {
    command(() -> exchange.handOn(talk, third));
  }

  @Override
  public void hangUp(OfferId talk) {
    command(() -> exchange.hangUp(talk));
  }

  @Override
  public void drop(OfferId talk) {
    command(() -> exchange.drop(talk));
  }

  @Override
  public void listen(Listener listener) {
    command(() -> exchange.listen(listener, clock.nowMs()));
  }

  @Override
  public void mute(OfferId talk, boolean muted) {
    command(() -> exchange.mute(talk, muted));
  }

  @Override
  public void hangUp(CallId call) {
    command(() -> exchange.hangUp(call));
  }

  @Override
  public void tape(Tape tape) {
    command(() -> exchange.tape(tape));
  }

  @Override
  public void mute(CallId call, int number, boolean silent) {
    command(() -> exchange.mute(call, number, silent));
  }

  @Override
  public void stopTape(CallId call) {
    command(() -> exchange.stopTape(call));
  }

  private void command(Runnable command) {
    own(() -> {
      if (live) {
        command.run();
      }
    });
  }

  private void own(Runnable work) {
    try {
      owner.execute(() -> guarded(work));
    } catch (RejectedExecutionException closed) {
      LOG.debug("The line is closed");
    }
  }

  private static void guarded(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException bug) {
      LOG.error("The line goes on after a bug", bug);
    }
  }

  private void act(Act act) {
    switch (act) {
      case Act.Publish a -> signals.send(a.event());
      case Act.Wake a -> wake(a);
      case Act.Agi a -> tell(a, why -> exchange.hear(new Heard.Done(a.call(), a.id(), -1), clock.nowMs()));
      case Act.Originate a -> tell(a, why -> exchange.hear(new Heard.LegRefused(a.offer(), a.leg()), clock.nowMs()));
      case Act.OriginateListener a -> tell(a, why -> exchange.hear(new Heard.LegRefused(a.listener(), a.leg()), clock.nowMs()));
      case Act.Dial a -> tell(a, why -> exchange.hear(new Heard.LegRefused(a.offer(), a.leg()), clock.nowMs()));
      case Act.Leave a -> tell(a, why -> exchange.hear(new Heard.ErrandRefused(a.call(), a.errand()), clock.nowMs()));
      case Act.AskHold a -> askHold(a);
      case Act.AskTape a -> ask(a, new AmiLink.Answer() {
        @Override
        public void refused(String why) {
          LOG.debug("{}: {}", a, why);
        }

        @Override
        public void accepted(AmiMessage response) {
          own(() -> exchange.hear(Taping.found(a, response.text("Value")), clock.nowMs()));
        }
      });
      case Act.MuteTape a -> ask(a, new AmiLink.Answer() {
        @Override
        public void refused(String why) {
          LOG.warn("{}: {}", a, why);
          own(() -> exchange.hear(Taping.muted(a, false), clock.nowMs()));
        }

        @Override
        public void accepted(AmiMessage response) {
          own(() -> exchange.hear(Taping.muted(a, true), clock.nowMs()));
        }
      });
      case Act.StopTape a -> tell(a, null);
      case Act.StopSound a -> tell(a, null);
      case Act.Move a -> tell(a, null);
      case Act.SetVariable a -> tell(a, null);
      case Act.HangUp a -> tell(a, null);
    }
  }

  private void tell(Act act, AmiLink.@Nullable Answer refused) {
    ManagerAction action = Actions.action(act);
    if (action != null) {
      link.send(action, refused == null ? null : why -> {
        LOG.debug("Asterisk refused {}: {}", act, why);
        own(() -> refused.refused(why));
      });
    }
  }

  private void ask(Act act, AmiLink.Answer answer) {
    ManagerAction action = Actions.action(act);
    if (action != null) {
      link.send(action, answer);
    }
  }

  private void askHold(Act.AskHold asked) {
    ManagerAction action = Actions.action(asked);
    if (action != null) {
      link.send(action, new AmiLink.Answer() {
        @Override
        public void refused(String why) {
          LOG.debug("{}: {}", asked, why);
        }

        @Override
        public void accepted(AmiMessage response) {
          String held = response.text("Value");
          if (!held.isEmpty()) { // an Asterisk without func_channel does not know
            own(() -> exchange.hear(new Heard.LegHeld(asked.offer(), asked.leg(), held.equals("1")), clock.nowMs()));
          }
        }
      });
    }
  }

  private void wake(Act.Wake wake) {
    long inMs = Math.max(1, wake.atMs() - clock.nowMs());
    try {
      owner.schedule(() -> guarded(() -> exchange.wake(wake, clock.nowMs())), inMs, TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException closed) {
      LOG.debug("The line is closed");
    }
  }

  private void heard(AmiMessage event) {
    if (live) {
      hear(event);
    } else if (restoring.take(event)) {
      live = true;
      exchange.restore(restoring.snapshot(), clock.nowMs());
      restoring.buffered().forEach(this::hear);
    }
  }

  private void hear(AmiMessage event) {
    Heard heard = Hearing.heard(event);
    if (heard != null) {
      exchange.hear(heard, clock.nowMs());
    }
  }

  private final class FromLink implements AmiLink.Listener {
    @Override
    public void connected() {
      own(() -> {
        live = false;
        restoring.begin();
      });
    }

    @Override
    public void event(AmiMessage event) {
      if (owner.getQueue().size() > BACKLOG_MAX) {
        link.renew("more than " + BACKLOG_MAX + " events behind");
      } else {
        own(() -> heard(event));
      }
    }

    @Override
    public void lost(String why) {
      own(() -> {
        if (live) {
          live = false;
          signals.send(new LineEvent.Lost(why));
        }
      });
    }
  }
}
