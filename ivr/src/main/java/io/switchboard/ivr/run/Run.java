package io.switchboard.ivr.run;

import io.switchboard.ivr.flow.Flow;
import io.switchboard.ivr.flow.Flows;
import io.switchboard.ivr.verb.Enqueue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One caller in his flows, now. He stays on the version of all flows that he began with.
 *
 * @param frames the flow that he is in last, those that called it before it; at least one
 * @param language that he hears
 * @param ahead keys that nothing asked for yet, in the order in which they were pressed; at most {@link #MOST_AHEAD}
 * @param play number of the last play
 * @param timer number of the last timer
 * @param errand number of the last transfer or message
 * @param entered how many steps he came to
 * @param requests by which data sources know what he asks
 * @param talk his last one with an agent; null: there was none
 */
public record Run(
    Caller caller, Flows flows, List<Frame> frames, RunState state, String language, Question question, String ahead, int play, int timer,
    int errand, int entered, Requests requests, @Nullable Talk talk) {
  /** More keys than any person presses ahead; further ones are dropped. */
  public static final int MOST_AHEAD = 32;

  public Run {
    frames = List.copyOf(frames);
  }

  /** A run before its first step. */
  public static Run fresh(Caller caller, Flows flows, String flow, String language) {
    return new Run(
        caller, flows, List.of(Frame.begin(flows.named(flow), Map.of())), RunState.NEW, language, Question.NONE, "", 0, 0, 0, 0,
        Requests.NONE, null);
  }

  /** The flow that he is in. */
  public Flow flow() {
    return frames.getLast().flow();
  }

  /** Where he is, or where he goes on after a restart; empty before the first step, or where a changed flow no longer has it. */
  public String step() {
    return frames.getLast().step();
  }

  /** Of one who is with a queue, or talks: whether the flow goes on where an agent ends the talk. */
  public Optional<Boolean> goesOnAfterTalk() {
    boolean with = state == RunState.QUEUED || state == RunState.CONNECTED;
    return with && !step().isEmpty() && flow().step(step()) instanceof Enqueue enqueue
        ? Optional.of(!enqueue.after().isEmpty()) : Optional.empty();
  }

  /** The same run, over. */
  public Run ended() {
    return new Run(caller, flows, frames, RunState.ENDED, language, Question.NONE, "", play, timer, errand, entered, requests, talk);
  }
}
