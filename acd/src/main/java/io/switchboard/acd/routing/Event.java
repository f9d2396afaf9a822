package io.switchboard.acd.routing;

import io.switchboard.acd.floor.FloorSettings;
import io.switchboard.core.line.LineEvent;
import io.switchboard.core.signal.AgentRequest;
import io.switchboard.core.signal.CallSignal;
import io.switchboard.core.signal.CallbackRequest;
import io.switchboard.core.signal.ClosureRequest;
import io.switchboard.core.signal.SupervisionRequest;
import io.switchboard.core.signal.DialRequest;
import io.switchboard.core.signal.TalkRequest;
import io.switchboard.core.signal.WaitingRequest;

/** What the kernel decides upon. */
public sealed interface Event {
  /** A flow wants this call to wait. */
  record Arrived(CallSignal.Enqueue call) implements Event {}

  /** The caller wants to leave his queue. */
  record Leaves(CallSignal.LeaveQueue call) implements Event {}

  /** The caller wants to be called back. */
  record WantsCallback(CallSignal.RequestCallback call) implements Event {}

  /** Its decision has exactly one {@link Effect.Answer}. */
  record CallbackAsked(CallbackRequest request) implements Event {}

  record Heard(LineEvent line) implements Event {}

  /** The page that is this phone is gone. */
  record PageGone(String endpoint) implements Event {}

  /** It is here; {@code anew}: another page than before, or the same one loaded anew. */
  record PageHere(String endpoint, boolean anew) implements Event {}

  /** An agent could, or could not, hear a caller on this endpoint and be heard. */
  record PhoneFit(String endpoint, boolean fit) implements Event {}

  /** Its decision has exactly one {@link Effect.Answer}. */
  record Asked(AgentRequest request) implements Event {}

  /** Its decision has exactly one {@link Effect.Answer}. */
  record TalkAsked(TalkRequest request) implements Event {}

  /** Its decision has exactly one {@link Effect.Answer}. */
  record DialAsked(DialRequest request) implements Event {}

  /** Its decision has exactly one {@link Effect.Answer}. */
  record WaitingAsked(WaitingRequest request) implements Event {}

  /** Its decision has exactly one {@link Effect.Answer}. */
  record Closing(ClosureRequest request) implements Event {}

  /** Its decision has exactly one {@link Effect.Answer}. */
  record SupervisionAsked(SupervisionRequest request) implements Event {}

  /** Time has passed; send it at {@link Acd#nextDueMs}. */
  record Tick() implements Event {}

  /** Other settings, or the same after a restart: what they no longer allow is put right. */
  record Configured(FloorSettings settings) implements Event {}
}
