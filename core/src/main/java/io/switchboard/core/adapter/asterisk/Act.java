package io.switchboard.core.adapter.asterisk;

import io.switchboard.core.id.CallId;
import io.switchboard.core.id.OfferId;
import io.switchboard.core.line.Line;
import io.switchboard.core.line.LineEvent;
import io.switchboard.core.line.Tapes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the exchange wants done: something told to the stages, or to Asterisk. */
sealed interface Act {
  record Publish(LineEvent event) implements Act {}

  /** Comes back to the exchange at this time, milliseconds since the epoch. {@code offer} null: about the caller himself. */
  record Wake(long atMs, CallId call, @Nullable OfferId offer) implements Act {}

  /** One command for a held caller; {@link Heard.Done} follows with the same {@code id}. */
  record Agi(CallId call, String channel, String id, String command) implements Act {}

  /** Sends a held caller to where the dialplan goes on with him by itself; {@link Heard.Held} follows, with the same errand. */
  record Leave(CallId call, String channel, int errand, String context) implements Act {}

  /** Sends a channel, by its name or unique id, to where the dialplan goes on with it. */
  record Move(String channel, String context, String extension) implements Act {}

  /** Cuts the sound that a channel hears. */
  record StopSound(String channel) implements Act {}

  record SetVariable(String channel, String name, String value) implements Act {}

  /**
   * {@code callerChannel}: with whom it is joined when it answers; null: it is a customer, and held like one who called.
   * {@code withLeg}: the leg of the agent with whom it is joined first, where it is a third party. {@code autoAnswer}: asks the phone to pick
   * up by itself.
   */
  record Originate(
      OfferId offer, String leg, String dial, @Nullable String callerChannel, @Nullable String withLeg, String callerNumber,
      String callerName, long ringMs, boolean autoAnswer) implements Act {}

  /**
   * Rings a supervisor's phone and lets it into a talk at {@code extension}.
   *
   * @param callerChannel of the talk's caller
   * @param spied the agent's leg
   */
  record OriginateListener(
      OfferId listener, String leg, String dial, String callerChannel, String spied, String extension, String shown, String name, long ringMs)
      implements Act {}

  /**
   * Rings an agent's phone over {@code channel}; when he picks up, the dialplan dials {@code routes}, one after the other, and joins him with
   * whoever answers.
   */
  record Dial(OfferId offer, String leg, String channel, Line.Dial what, List<String> routes) implements Act {}

  /** Whether the phone of this leg has put the other side on hold; {@link Heard.LegHeld} follows, unless the leg is gone. */
  record AskHold(OfferId offer, String leg) implements Act {}

  /** Which tape is on this caller's channel; {@link Heard.TapeFound} follows, unless the channel is gone. */
  record AskTape(Tapes.Tape tape, String channel, boolean begin) implements Act {}

  /** {@link Heard.TapeMuted} follows. */
  record MuteTape(CallId call, String channel, int number, boolean silent) implements Act {}

  record StopTape(String channel) implements Act {}

  /** {@code channel}: a channel's name or unique id. */
  record HangUp(String channel) implements Act {}
}
