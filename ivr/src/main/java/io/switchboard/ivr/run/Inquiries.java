package io.switchboard.ivr.run;

import io.switchboard.core.ending.Ending;
import io.switchboard.core.ending.QueueExit;
import io.switchboard.core.ending.QueueRefusal;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.line.NumberPlan;
import io.switchboard.core.signal.CallSignal;
import io.switchboard.ivr.lookup.Found;
import io.switchboard.ivr.lookup.Lookups;
import io.switchboard.ivr.value.Expression;
import io.switchboard.ivr.value.Secret;
import io.switchboard.ivr.value.Value;
import io.switchboard.ivr.verb.Callback;
import io.switchboard.ivr.verb.Decide;
import io.switchboard.ivr.verb.Enqueue;
import io.switchboard.ivr.verb.LookUp;
import io.switchboard.ivr.verb.Queueing;
import io.switchboard.ivr.verb.ToAgent;
import io.switchboard.ivr.verb.WaitCondition;
import io.switchboard.ivr.verb.Wish;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The part of {@link Walk} that asks others, and goes on by what they answer: queues and data sources. */
final class Inquiries {
  private final Walk walk;

  Inquiries(Walk walk) {
    this.walk = walk;
  }

  // --- queues

  void enqueue(Enqueue entered) {
    walk.move(RunTrigger.QUEUES);
    boolean goesOn = !entered.after().isEmpty();
    if (goesOn) {
      walk.fact(new Fact.AfterTalk(walk.nowMs(), walk.tenant(), walk.call(), walk.step(), entered.after()));
    }
    walk.effect(new RunEffect.Enqueue(queue(entered.queue()), entered.wish().priority(priority(entered)), goesOn));
  }

  void ring(ToAgent entered) {
    walk.move(RunTrigger.QUEUES);
    walk.effect(new RunEffect.Enqueue(queue(entered.queue()), entered.wish()));
  }

  /** The agent has hung up. A flow that changed meanwhile, over a restart, may not say any more what follows. */
  void talkOver() {
    if (walk.move(RunTrigger.TALK_OVER)) {
      String after = walk.here(Enqueue.class).map(Enqueue::after).orElse("");
      if (after.isEmpty()) {
        walk.end(Ending.FLOW_ENDED);
      } else {
        walk.go(after);
      }
    }
  }

  /** A formula that has no value, or one out of range, gives the next one in it. */
  private int priority(Enqueue entered) {
    return entered.priority().map(formula -> walk.value(formula, Map.of()).filter(Value.Whole.class::isInstance)
        .map(value -> (int) Math.clamp(((Value.Whole) value).number(), 0, Wish.MOST_PRIORITY)).orElse(0)).orElse(entered.wish().priority());
  }

  /** Whether the key leads out of the queue; then it is asked to let him go. */
  boolean leaves(char key) {
    Optional<Queueing> left = walk.here(Queueing.class).filter(enqueue -> enqueue.keys().containsKey(key));
    left.ifPresent(enqueue -> {
      walk.move(RunTrigger.KEY_LEAVES);
      walk.effect(new RunEffect.LeaveQueue(queue(enqueue.queue()), String.valueOf(key)));
    });
    return left.isPresent();
  }

  void refused(QueueId queue, QueueRefusal reason) {
    if (isElsewhere(queue)) {
      walk.move(RunTrigger.STALE);
    } else if (walk.move(RunTrigger.REFUSED)) {
      walk.go(walk.here(Queueing.class).map(enqueue -> enqueue.refused(reason)).orElse(walk.first()));
    }
  }

  void left(QueueId queue, QueueExit exit, String key, String rule) {
    if (isElsewhere(queue)) {
      walk.move(RunTrigger.STALE);
    } else if (exit == QueueExit.ABANDONED || exit == QueueExit.UNSEEN) {
      walk.move(RunTrigger.CALLER_GONE);
    } else if (walk.move(RunTrigger.LEFT_QUEUE)) {
      walk.forgetKeys();
      walk.go(walk.here(Queueing.class).map(enqueue -> enqueue.left(exit, key, rule)).orElse(walk.first()));
    }
  }

  /** News of a queue in which he is not, or not any more. */
  private boolean isElsewhere(QueueId queue) {
    return walk.here(Queueing.class).map(enqueue -> !queue(enqueue.queue()).equals(queue)).orElse(false);
  }

  void weigh(WaitCondition condition) {
    walk.move(RunTrigger.WEIGHS);
    walk.effect(new RunEffect.AskQueue(queue(condition.queue())));
  }

  void told(CallSignal.QueueStands stands) {
    boolean wanted = walk.here(WaitCondition.class).map(condition -> queue(condition.queue()).equals(stands.queue())).orElse(false);
    if (!wanted) {
      walk.move(RunTrigger.STALE);
    } else if (walk.move(RunTrigger.QUEUE_TOLD)) {
      WaitCondition condition = walk.at(WaitCondition.class);
      long expectedS = stands.expectedMs() < 0 ? -1 : Math.ceilDiv(stands.expectedMs(), 1_000);
      Map<String, Value> known = Map.of(
          WaitCondition.WAITING, new Value.Whole(stands.waiting()), WaitCondition.AGENTS, new Value.Whole(stands.agents()),
          WaitCondition.READY, new Value.Whole(stands.ready()), WaitCondition.EXPECTED_S, new Value.Whole(expectedS));
      walk.go(condition.cases().stream().filter(each -> holds(each.condition(), known)).findFirst()
          .map(Decide.Case::then).orElse(condition.otherwise()));
    }
  }

  boolean holds(Expression condition, Map<String, Value> also) {
    return walk.value(condition, also).equals(Optional.of(new Value.Flag(true)));
  }

  void callback(Callback entered) {
    String number = entered.number().map(this::entered).orElse(walk.caller().number());
    if (entered.number().isPresent() && number.isEmpty()) {
      walk.go(entered.refused());
    } else {
      walk.move(RunTrigger.BOOKS);
      walk.effect(new RunEffect.Callback(queue(entered.queue()), number, walk.languageNow()));
    }
  }

  /** In E.164, read as numbers are written where he calls; empty: it is none. */
  private String entered(Expression number) {
    return walk.value(number, Map.of()).map(text -> NumberPlan.at(walk.caller().called()).entered(text.text())).orElse("");
  }

  void promised(boolean booked) {
    if (walk.move(booked ? RunTrigger.CALLBACK_BOOKED : RunTrigger.CALLBACK_REFUSED)) {
      walk.go(walk.here(Callback.class).map(callback -> booked ? callback.booked() : callback.refused()).orElse(walk.first()));
    }
  }

  private QueueId queue(String name) {
    return new QueueId(walk.tenant(), name);
  }

  // --- data sources

  void look(LookUp step) {
    Map<String, Value> values = walk.values(step.with());
    Map<String, Secret> secrets = new HashMap<>();
    step.secrets().forEach((parameter, variable) ->
        Optional.ofNullable(walk.frame().secrets().get(variable)).ifPresent(secret -> secrets.put(parameter, secret)));
    if (values.size() < step.with().size() || secrets.size() < step.secrets().size()) {
      over(step, new Found.Failed("a parameter has no value"));
      return;
    }
    walk.move(RunTrigger.LOOKS);
    walk.effect(new RunEffect.Look(walk.entered(), step.lookup(), new Lookups.Asked(walk.request(), values, secrets)));
  }

  void found(int number, Found found) {
    if (number != walk.entered()) {
      walk.move(RunTrigger.STALE);
    } else if (walk.move(RunTrigger.LOOKED_UP)) {
      over(walk.at(LookUp.class), found);
    }
  }

  private void over(LookUp step, Found found) {
    boolean secrets = !step.secrets().isEmpty();
    if (secrets) {
      walk.frame(walk.frame().withoutSecrets());
    }
    String why = found instanceof Found.Failed failed ? failed.why() : "";
    String outcome = Frames.outcome(found);
    walk.fact(new Fact.Learned.LookedUp(
        walk.nowMs(), walk.tenant(), walk.call(), walk.step(), step.lookup(), outcome, secrets, why));
    walk.told(outcome);
    Frames.Back back = Frames.after(step, found);
    walk.remember(back.values());
    walk.go(back.to());
  }
}
