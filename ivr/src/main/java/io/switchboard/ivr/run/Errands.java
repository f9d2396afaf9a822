package io.switchboard.ivr.run;

import io.switchboard.core.ending.TransferEnding;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.interaction.Statement;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.line.Phone;
import io.switchboard.ivr.value.Value;
import io.switchboard.ivr.verb.Recording;
import io.switchboard.ivr.verb.Saying;
import io.switchboard.ivr.verb.Step;
import io.switchboard.ivr.verb.Transfer;
import io.switchboard.ivr.verb.Voicemail;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The part of {@link Walk} that lets Asterisk go on with a caller by itself: transfers and messages. */
final class Errands {
  private final Walk walk;
  private final Outward outward;
  private final Caller caller;
  /** Number of the last one. */
  private int errand;

  Errands(Walk walk, Run run, Outward outward) {
    this.walk = walk;
    this.outward = outward;
    this.caller = run.caller();
    this.errand = run.errand();
  }

  int last() {
    return errand;
  }

  // --- transfers

  void transfer(Transfer entered) {
    errand++;
    String written = entered.to().written();
    String shown = outward.shown(caller);
    walk.fact(new Fact.Errand.TransferStarted(walk.nowMs(), tenant(), call(), errand, written, shown, entered.ringMs()));
    Optional<Phone> phone = outward.phone(tenant(), entered.to());
    if (phone.isPresent()) {
      walk.move(RunTrigger.TRANSFERS);
      walk.effect(new RunEffect.Transfer(errand, written, phone.get(), shown, entered.ringMs()));
    } else {
      transferEnded(written, TransferEnding.NOT_ALLOWED, 0);
      walk.go(entered.failed());
    }
  }

  void talks(int number) {
    if (number != errand) {
      walk.move(RunTrigger.STALE);
    } else if (walk.move(RunTrigger.TRANSFER_TALKS)) {
      walk.forgetKeys();
      walk.fact(new Fact.Errand.TransferConnected(walk.nowMs(), tenant(), call(), errand, dialled()));
    }
  }

  void transferOver(int number, TransferEnding ending, long talkMs) {
    if (number != errand) {
      walk.move(RunTrigger.STALE);
    } else if (walk.move(RunTrigger.TRANSFER_OVER)) {
      transferEnded(dialled(), ending, talkMs);
      walk.go(at(Transfer.class).map(transfer -> after(transfer, ending)).orElse(walk.first()));
    }
  }

  private static String after(Transfer transfer, TransferEnding ending) {
    return switch (ending) {
      case BUSY -> transfer.busy();
      case NO_ANSWER -> transfer.noAnswer();
      case FAILED, NOT_ALLOWED -> transfer.failed();
      case CALLED_PARTY_HUNG_UP, CALLER_HUNG_UP, UNSEEN -> transfer.next();
    };
  }

  private void transferEnded(String number, TransferEnding ending, long talkMs) {
    walk.fact(new Fact.Errand.TransferEnded(walk.nowMs(), tenant(), call(), errand, number, ending, talkMs));
  }

  /** What was dialled; a changed flow, after a restart, may not say it any more. */
  private String dialled() {
    return at(Transfer.class).map(transfer -> transfer.to().written()).orElse("");
  }

  // --- messages and recordings

  void greet(List<Saying> prompts) {
    walk.move(RunTrigger.GREETS);
    walk.say(prompts, Map.of());
  }

  /** The greeting was heard, or cut by a key. */
  void record() {
    errand++;
    if (walk.stepHere().orElseThrow() instanceof Recording recording) {
      walk.fact(new Fact.Errand.RecordingBegun(walk.nowMs(), tenant(), call(), errand, walk.step(), recording.leastMs()));
      walk.effect(new RunEffect.Record(errand, recording.mostMs(), recording.silenceMs()));
    } else {
      Voicemail voicemail = at(Voicemail.class).orElseThrow();
      walk.fact(new Fact.Errand.VoicemailBegun(walk.nowMs(), tenant(), call(), errand, queue(voicemail), caller.number()));
      walk.effect(new RunEffect.Record(errand, voicemail.mostMs(), Voicemail.SILENCE_MS));
    }
  }

  void recorded(int number) {
    if (number != errand) {
      walk.move(RunTrigger.STALE);
    } else if (at(Recording.class).isPresent()) {
      if (walk.move(RunTrigger.SPOKEN)) {
        keep();
      }
    } else if (walk.move(RunTrigger.RECORDED)) {
      keep();
      walk.go(at(Voicemail.class).map(Voicemail::next).orElse(walk.first()));
    }
  }

  /** {@code kept} false: there was too little of it. */
  void kept(int number, boolean kept) {
    if (number != errand) {
      walk.move(RunTrigger.STALE);
    } else if (walk.move(RunTrigger.KEPT)) {
      Optional<Recording> recording = at(Recording.class);
      if (kept) {
        recording.ifPresent(step -> walk.remember(Map.of(step.into(), new Value.Text(Statement.id(call(), number)))));
      }
      walk.go(recording.map(step -> kept ? step.next() : step.tooShort()).orElse(walk.first()));
    }
  }

  /** What he said so far is his message, or his recording, also when he hangs up in it. */
  void keep() {
    at(Voicemail.class).ifPresent(voicemail -> walk.effect(new RunEffect.KeepMessage(errand, queue(voicemail))));
    at(Recording.class).ifPresent(recording -> walk.effect(new RunEffect.KeepRecording(errand, recording.leastMs())));
  }

  // --- after a gap

  /**
   * The line is back. {@code found}: the last errand that Asterisk began for him. True when it is the one at hand: then what becomes of it is
   * told next, and nothing is begun anew.
   */
  boolean goesOn(int found) {
    boolean away = walk.is(RunState.TRANSFERRING) || walk.is(RunState.TRANSFERRED) || walk.is(RunState.RECORDING)
        || walk.is(RunState.KEEPING);
    return away && found == errand;
  }

  /** Asterisk never began it, or knows nothing of it any more. Gives the step to go on with: the same, but no talk is had twice. */
  String onward(String step) {
    boolean talked = walk.is(RunState.TRANSFERRED);
    if (talked || walk.is(RunState.TRANSFERRING)) {
      transferEnded(dialled(), TransferEnding.UNSEEN, 0);
    }
    return talked ? at(Transfer.class).map(Transfer::next).orElse(step) : step;
  }

  private <S extends Step> Optional<S> at(Class<S> verb) {
    return walk.here(verb);
  }

  private QueueId queue(Voicemail voicemail) {
    return new QueueId(tenant(), voicemail.queue());
  }

  private TenantId tenant() {
    return caller.tenant();
  }

  private CallId call() {
    return caller.call();
  }
}
