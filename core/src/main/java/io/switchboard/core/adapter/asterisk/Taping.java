package io.switchboard.core.adapter.asterisk;

import io.switchboard.core.line.LineEvent.OfTape.Failed;
import io.switchboard.core.line.LineEvent.OfTape.Runs;
import io.switchboard.core.line.LineEvent.OfTape;
import io.switchboard.core.line.Line.With;
import io.switchboard.core.line.Sound;
import io.switchboard.core.line.Tapes.Tape;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import io.switchboard.core.id.CallId;
import org.jspecify.annotations.Nullable;

/**
 * Recording of talks: on the caller's channel, begun by a piece of the dialplan that he must be held for. Whose talk is to be recorded already is taken
 * aside for as long as that lasts, by nobody's wish but ours: whoever wants him elsewhere meanwhile has him.
 */
final class Taping {
  /** On the caller's channel: the number of his tape. */
  static final String VARIABLE = "CC_TAPE";

  private final Consumer<Act> out;
  private final Arranging arranging;
  /** Talks that were taken aside, and have not been joined again. */
  private final Map<CallId, Tape> aside = new HashMap<>();

  Taping(Consumer<Act> out, Arranging arranging) {
    this.out = out;
    this.arranging = arranging;
  }

  static Heard.TapeFound found(Act.AskTape asked, String value) {
    return new Heard.TapeFound(asked.tape(), value.matches("\\d{1,6}") ? Integer.parseInt(value) : 0, asked.begin());
  }

  static Heard.TapeMuted muted(Act.MuteTape asked, boolean done) {
    return new Heard.TapeMuted(asked.call(), asked.number(), asked.silent(), done);
  }

  void tape(CallerLeg caller, Tape tape) {
    if (!Wire.plain(new Sound(tape.file())) || !tape.announcement().stream().allMatch(Wire::plain)) {
      failed(tape, "a path holds a sign that Asterisk would read as something else: " + tape.file());
    } else if (tape.talk() != null) {
      out.accept(new Act.AskTape(tape, caller.channel, true));
    } else if (!caller.talking() && !caller.away()) {
      caller.tape(command(tape));
    }
  }

  /** {@code agent}: with whom he talks, or null. */
  void found(CallerLeg caller, @Nullable Offering agent, Heard.TapeFound heard) {
    Tape tape = heard.tape();
    if (heard.number() == tape.number()) {
      over(caller, agent, tape, null);
    } else if (!heard.begin()) {
      over(caller, agent, tape, "Asterisk did not begin it: the announcement could not be played, or app_mixmonitor is not loaded");
    } else if (agent == null || agent.stand() != Stand.CUSTOMER) {
      failed(tape, Failed.INTERRUPTED);
    } else if (aside.putIfAbsent(tape.call(), tape) == null) {
      arranging.arrange(caller, agent, null, With.NOBODY);
      caller.interlude(command(tape));
    }
  }

  private void over(CallerLeg caller, @Nullable Offering agent, Tape tape, @Nullable String failure) {
    out.accept(new Act.Publish(failure == null ? new Runs(tape.call(), tape.number()) : new Failed(tape.call(), tape.number(), failure)));
    if (aside.remove(tape.call()) != null && agent != null) {
      arranging.arrange(caller, agent, null, With.CUSTOMER);
    }
  }

  /** Somebody wants him elsewhere: what had not begun by now does not. */
  void interrupted(CallerLeg caller) {
    Tape tape = aside.remove(caller.arrival.call());
    if (tape != null) {
      caller.noInterlude();
      failed(tape, Failed.INTERRUPTED);
    }
  }

  /** He was taken aside, and his agent's leg ends: the dialplan, which had not joined them, does not end his call. */
  boolean aside(CallId call) {
    return aside.containsKey(call);
  }

  void gone(CallId call) {
    aside.remove(call);
  }

  void forgetAll() {
    aside.clear();
  }

  void stop(CallerLeg caller) {
    caller.noTape();
    out.accept(new Act.StopTape(caller.channel));
  }

  private void failed(Tape tape, String why) {
    out.accept(new Act.Publish(new Failed(tape.call(), tape.number(), why)));
  }

  private static LegCommand.Tape command(Tape tape) {
    return new LegCommand.Tape(tape, tape.announcement().stream().map(Sound::file).collect(Collectors.joining("&")));
  }
}
