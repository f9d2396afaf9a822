package io.switchboard.core.adapter.asterisk;

import io.switchboard.core.ending.Party;
import io.switchboard.core.line.LineEvent.CallArrived;
import io.switchboard.core.line.LineEvent.PlayEnded;
import io.switchboard.core.line.Sound;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A caller's channel and what it is told, one command at a time: Asterisk queues commands too, but there nothing can be taken back, and a
 * stale one would run much later. A newer play replaces an older one; music ends it.
 *
 * <p>Behind every sound, and with it, goes the command that begins the {@link Comfort}: it is there although we may not be.
 *
 * <p>A key cuts what plays because we stop it when the key is told. Asterisk could do it by escape digits, but a key that spans the end of
 * one sound reaches the next one a second time, late by its own length, and would cut that too.
 */
final class CallerLeg {
  /** A stop that came before its sound began had no effect and is said again. */
  private static final long STOP_AGAIN_MS = 60;

  private static final int SAY_MAX_CHARS = 700;
  /** Asterisk's name for what the dialplan begins with. */
  private static final String DEFAULT_MUSIC = "default";

  final CallArrived arrival;
  final String channel;

  /** Told apart from command numbers of an earlier life of the platform. */
  private final String life;
  private final Consumer<Act> out;
  private final Deque<LegCommand> waiting = new ArrayDeque<>();
  private final List<Offering> offerings = new ArrayList<>(1);
  private @Nullable LegCommand running;
  private String runningId = "";
  private int numbered;
  /** The sound that runs has been told to stop: nobody waits for its end. */
  private boolean cut;
  /** When to tell what runs to stop, once more; 0 for never. */
  private long stopAtMs;
  /** After a gap a command of which we know nothing may still run. */
  private boolean adopted;
  /** A play whose file is missing: told when the dialplan holds the caller again, for a hang-up looks the same until then. */
  private @Nullable Integer unplayed;

  private String musicClass = "";
  /** The music runs: nothing was played since it began, or what was brought it back. */
  private boolean musicRuns;
  private int comforts;
  /** The comfort that Asterisk will begin where a sound ends; empty: it has begun. */
  private String comfortDue = "";
  private boolean talking;
  /** The dialplan holds him and takes commands: not while he talks, nor until it has him again. */
  private boolean held = true;
  /** What was said last of what becomes of him after a talk; null: not known, it was before a gap. */
  private @Nullable Boolean heldAfterTalk;
  private int errand;
  private boolean inRoom;
  /** Begins as soon as he is held again, in the midst of his talk. */
  private LegCommand.@Nullable Tape interlude;
  private boolean away;
  private @Nullable Party endedBy;
  private boolean unwantedTape;

  CallerLeg(CallArrived arrival, String channel, boolean adopted, String life, Consumer<Act> out) {
    this.arrival = arrival;
    this.channel = channel;
    this.adopted = adopted;
    this.life = life;
    this.out = out;
    this.musicRuns = !adopted; // the dialplan began it
    this.heldAfterTalk = adopted ? null : Boolean.FALSE;
  }

  /** Whether he is held again where an agent ends their talk. */
  void afterTalk(boolean heldAgain) {
    if (heldAfterTalk == null || heldAfterTalk != heldAgain) {
      heldAfterTalk = heldAgain;
      out.accept(new Act.SetVariable(channel, "CC_AFTER", heldAgain ? "1" : ""));
    }
  }

  /** Whether he is to be held again after the talk; where that was said before a gap, no. */
  boolean heldAfterTalk() {
    return Boolean.TRUE.equals(heldAfterTalk);
  }

  /** Recorded from now on, behind what is said to him. */
  void tape(LegCommand.Tape command) {
    if (!(running instanceof LegCommand.Tape now && now.tape().number() == command.tape().number())) {
      noTape();
      waiting.add(command);
      next();
    }
  }

  /** The same in his talk, which was taken aside for it: now, or once he is held. */
  void interlude(LegCommand.Tape command) {
    interlude = command;
    beginInterlude();
  }

  private void beginInterlude() {
    LegCommand.Tape command = interlude;
    if (command != null && held && running == null) {
      interlude = null;
      start(command);
    }
  }

  void noInterlude() {
    interlude = null;
    noTape();
  }

  /** What would be recorded from now on is not; where its announcement is heard already, it is ended when it begins. */
  void noTape() {
    waiting.removeIf(LegCommand.Tape.class::isInstance);
    unwantedTape |= running instanceof LegCommand.Tape;
  }

  /** The agent's leg is gone: his call ends now, or he comes back to be held and takes commands from then on. */
  void parted() {
    talking = false;
    if (held) {
      endedBy = null; // he was back before this was told
    }
    next();
  }

  /** Sends him to a transfer or a recording once what plays has been silenced. */
  void leave(int number, String context, Map<String, String> variables, long nowMs) {
    silence(nowMs);
    waiting.clear();
    waiting.add(new LegCommand.Away(number, context, variables));
    next();
  }

  /** He was found on an errand, which goes on or from which he came back. */
  void adopt(Errand found, boolean talks) {
    errand = found.number();
    away = found.lasts();
    talking = found.kind() == Errand.Kind.DIALS && talks;
  }

  /** Sent on an errand: nothing may be done with him until he is held again. */
  boolean away() {
    return away;
  }

  /** His last errand, or 0. */
  int errand() {
    return errand;
  }

  void play(List<Sound> sounds, int play, long nowMs) {
    silence(nowMs);
    if (sounds.isEmpty()) {
      out.accept(new Act.Publish(new PlayEnded(arrival.call(), play, true)));
      return;
    }
    waiting.add(new LegCommand.Stream(play, List.copyOf(sounds), 0));
    next();
  }

  void stop(long nowMs) {
    silence(nowMs);
  }

  void music(String wanted, long nowMs) {
    silence(nowMs);
    String plain = Wire.plainName(wanted) ? wanted : "";
    if (!(musicRuns && running == null && waiting.isEmpty() && plays(plain))) {
      waiting.add(new LegCommand.Music(plain));
      next();
    }
  }

  private boolean plays(String wanted) {
    return wanted.equals(musicClass) || (musicClass.isEmpty() && wanted.equals(DEFAULT_MUSIC));
  }

  void announce(List<Sound> sounds) {
    StringBuilder files = new StringBuilder();
    for (Sound sound : sounds.stream().filter(Wire::plain).toList()) {
      if (files.length() + sound.file().length() > SAY_MAX_CHARS) {
        waiting.add(new LegCommand.Say(files.toString()));
        files.setLength(0);
      }
      files.append(files.isEmpty() ? "" : "&").append(sound.file());
    }
    if (!files.isEmpty()) {
      waiting.add(new LegCommand.Say(files.toString()));
    }
    next();
  }

  void key(long nowMs) {
    waiting.removeIf(CallerLeg::sounds);
    if (running != null && sounds(running) && !cut) {
      cut = true;
      out.accept(new Act.StopSound(channel));
      stopAt(nowMs + STOP_AGAIN_MS);
    }
  }

  void done(String command, int result) {
    if (command.equals(comfortDue)) {
      comfortDue = "";
      return;
    }
    LegCommand ended = running;
    if (ended == null || !command.equals(runningId)) {
      return;
    }
    running = null;
    stopAtMs = 0;
    if (ended instanceof LegCommand.Stream stream && !cut) {
      streamed(stream, result);
    } else if (ended instanceof LegCommand.Tape tape) {
      out.accept(unwantedTape ? new Act.StopTape(channel) : new Act.AskTape(tape.tape(), channel, false));
      unwantedTape = false;
    }
    next();
  }

  /** The dialplan holds him again: what ran has ended, also where its end was not told. */
  void heldAgain() {
    running = null;
    stopAtMs = 0;
    adopted = false;
    held = true;
    if (!talking) {
      endedBy = null;
    }
    if (away) {
      away = false;
      talking = false;
    }
    musicRuns = comfortDue.isEmpty();
    unwantedTape = false;
    if (unplayed != null) {
      out.accept(new Act.Publish(new PlayEnded(arrival.call(), unplayed, false)));
      unplayed = null;
    }
    beginInterlude();
    next();
  }

  /** A phone rings for him, or he talks over it. */
  void offered(Offering offering) {
    offerings.add(offering);
  }

  void over(Offering offering) {
    offerings.remove(offering);
  }

  List<Offering> offerings() {
    return List.copyOf(offerings);
  }

  void talks() {
    talking = true;
    held = false;
    endedBy = null;
    waiting.clear();
    running = null;
    unplayed = null;
  }

  /** In the conference of his talk. */
  boolean inRoom() {
    return inRoom;
  }

  void inRoom(boolean now) {
    inRoom = now;
  }

  boolean talking() {
    return talking;
  }

  /** Who ended his talk, as first seen on either leg. */
  Party endedBy(Party seen) {
    if (endedBy == null) {
      endedBy = seen;
    }
    return endedBy;
  }

  void tick(long nowMs) {
    if (stopAtMs > 0 && nowMs >= stopAtMs && running != null) {
      out.accept(new Act.StopSound(channel));
      stopAt(nowMs + STOP_AGAIN_MS);
    }
  }

  /** Not music: a play or an announcement. */
  private static boolean sounds(LegCommand command) {
    return command instanceof LegCommand.Stream || command instanceof LegCommand.Say;
  }

  private void streamed(LegCommand.Stream stream, int result) {
    if (result < 0) {
      unplayed = stream.play();
    } else if (stream.at() + 1 < stream.sounds().size()) {
      waiting.addFirst(new LegCommand.Stream(stream.play(), stream.sounds(), stream.at() + 1));
    } else {
      out.accept(new Act.Publish(new PlayEnded(arrival.call(), stream.play(), true)));
    }
  }

  /** Ends what plays and drops what would have played. */
  private void silence(long nowMs) {
    waiting.removeIf(c -> c instanceof LegCommand.Stream);
    unplayed = null;
    if (adopted && running == null) {
      out.accept(new Act.StopSound(channel));
    } else if (stopAtMs == 0 && running != null && sounds(running)) {
      out.accept(new Act.StopSound(channel));
      stopAt(nowMs + STOP_AGAIN_MS);
    }
    cut = true;
    adopted = false;
  }

  private void stopAt(long atMs) {
    stopAtMs = atMs;
    out.accept(new Act.Wake(atMs, arrival.call(), null));
  }

  private void next() {
    while (running == null && unplayed == null && !talking && held && !waiting.isEmpty()) {
      start(waiting.poll());
    }
  }

  private void start(LegCommand command) {
    switch (command) {
      case LegCommand.Stream stream when !Wire.plain(stream.sounds().get(stream.at())) ->
          out.accept(new Act.Publish(new PlayEnded(arrival.call(), stream.play(), false)));
      case LegCommand.Stream stream -> {
        musicRuns = false;
        run(command, "STREAM FILE \"" + stream.sounds().get(stream.at()).file() + "\" \"\"");
        comfortDue = life + ".c" + ++comforts;
        out.accept(new Act.Agi(arrival.call(), channel, comfortDue, Comfort.command(comforts)));
      }
      case LegCommand.Music music -> {
        if (!music.musicClass().equals(musicClass)) {
          musicClass = music.musicClass();
          out.accept(new Act.SetVariable(channel, "CC_MUSIC", musicClass));
        }
        musicRuns = true;
        run(command, ("SET MUSIC ON " + musicClass).strip());
      }
      case LegCommand.Away gone -> {
        errand = gone.errand();
        away = true;
        running = gone;
        runningId = "";
        musicRuns = false;
        gone.variables().forEach((name, value) -> out.accept(new Act.SetVariable(channel, name, value)));
        out.accept(new Act.Leave(arrival.call(), channel, errand, gone.context()));
      }
      case LegCommand.Tape tape -> run(
          command, "GOSUB switchboard-tape s 1 \"" + String.join(",", tape.files(), tape.tape().file(), Integer.toString(tape.tape().number())) + "\"");
      case LegCommand.Say say -> run(command, "GOSUB switchboard-say s 1 \"" + say.files() + "\"");
    }
  }

  private void run(LegCommand command, String text) {
    running = command;
    runningId = life + "." + ++numbered;
    cut = false;
    stopAtMs = 0;
    out.accept(new Act.Agi(arrival.call(), channel, runningId, text));
  }
}
