package io.switchboard.core.line;

import io.switchboard.core.ending.DialResult;
import io.switchboard.core.ending.OfferEnding;
import io.switchboard.core.ending.Party;
import io.switchboard.core.ending.TransferEnding;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.OfferId;
import io.switchboard.core.signal.Signal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What happened on the telephone line. At most once each; after a gap {@link Restored} tells the whole truth. */
public sealed interface LineEvent extends Signal {

  /** A caller dialled one of our numbers and is held. {@code called} and {@code caller} are as the trunk {@code trunk} sent them. */
  record CallArrived(CallId call, String called, String caller, String callerName, String trunk) implements LineEvent {}

  /** One key: 0-9 * # A-D. */
  record KeyPressed(CallId call, char key) implements LineEvent {}

  /** Everything of this play was heard, or it could not be played ({@code heard} false). Not sent when a key cut it. */
  record PlayEnded(CallId call, int play, boolean heard) implements LineEvent {}

  /** The caller's channel is gone. */
  record CallerGone(CallId call, Party by) implements LineEvent {}

  /** The customer answered and is held, like one who called. {@code offer}: for which he was dialled. */
  record CalledBack(OfferId offer) implements LineEvent {}

  record OfferRinging(OfferId offer) implements LineEvent {}

  record OfferFailed(OfferId offer, OfferEnding ending) implements LineEvent {}

  /** The agent picked up, and the number that he dials is dialled; {@link Connected} follows when it is answered, or {@link DialFailed}. */
  record Dialling(OfferId offer) implements LineEvent {}

  /**
   * The number was not reached, or the agent hung up before.
   *
   * @param cause Q.850, or 0
   */
  record DialFailed(OfferId offer, DialResult result, int cause) implements LineEvent {}

  /** The agent answered and talks with the caller. */
  record Connected(OfferId offer) implements LineEvent {}

  /** The agent put the caller on hold at his phone. */
  record Held(OfferId offer) implements LineEvent {}

  /** The agent took the caller back from hold. */
  record Resumed(OfferId offer) implements LineEvent {}

  /** The agent's leg is gone after it was connected; the talk is over. By {@code LOST}: nobody hung up, and the caller is held. */
  record TalkEnded(OfferId offer, Party by) implements LineEvent {}

  /** The supervisor answered and hears the talk. {@code leg}: of his phone. */
  record ListenerJoined(OfferId leg) implements LineEvent {}

  /** His leg is gone. {@code unanswered}: why it was never answered; null: it was. */
  record ListenerGone(OfferId leg, @Nullable OfferEnding unanswered) implements LineEvent {}

  /** The called party answered and talks with the caller. */
  record TransferConnected(CallId call, int errand) implements LineEvent {}

  /**
   * The transfer is over and the caller is held again. Not sent when he hung up.
   *
   * @param talkMs as Asterisk measured it; 0 where nobody answered
   */
  record TransferEnded(CallId call, int errand, TransferEnding ending, long talkMs) implements LineEvent {}

  /** The recording is over and the caller is held again. Not sent when he hung up: what he said until then is kept. */
  record RecordingEnded(CallId call, int errand) implements LineEvent {}

  /** Of what is recorded of a caller's talks; {@code number} counts those of its call. */
  sealed interface OfTape extends LineEvent {
    CallId call();

    int number();

    /** It is on his line: what he says in talks is recorded. */
    record Runs(CallId call, int number) implements OfTape {}

    /** It could not be begun. {@code why}: {@link #INTERRUPTED}: he or his agent did something else meanwhile; else in words for the log. */
    record Failed(CallId call, int number, String why) implements OfTape {
      public static final String INTERRUPTED = "interrupted";
    }

    /** It is silent, or not, as was asked; {@code done} false: it could not be. */
    record Muted(CallId call, int number, boolean silent, boolean done) implements OfTape {}
  }

  /** A phone (an endpoint's name) can or cannot be reached. Sent on change, and for all in {@link Restored}. */
  record PhoneReachable(String endpoint, boolean reachable) implements LineEvent {}

  /** The link to the telephone server is down: nothing can be rung, nothing is heard. Calls live on. */
  record Lost(String why) implements LineEvent {}

  /**
   * The link is up (again); this is all there is. What is missing here is gone. Of each talk {@link Held} or {@link Resumed} follows, where
   * the telephone server knows.
   *
   * @param unreachable endpoints that are known and cannot be reached
   * @param listeners supervisors in talks
   */
  record Restored(List<LiveCall> calls, List<LiveOffer> offers, Set<String> unreachable, List<LiveListener> listeners)
      implements LineEvent {
    /** Without anybody who listens. */
    public Restored(List<LiveCall> calls, List<LiveOffer> offers, Set<String> unreachable) {
      this(calls, offers, unreachable, List.of());
    }
  }

  /** A supervisor's leg on the line now. {@code joined}: he has answered. */
  record LiveListener(OfferId leg, boolean joined) {}

  /**
   * A caller on the line now.
   *
   * @param arrival what {@link CallArrived} said or would have said
   * @param errand his last transfer or recording that Asterisk began, whether it goes on or is over; what became of it is told after this.
   *     0: none
   */
  record LiveCall(CallArrived arrival, int errand) {
    /** Without any. */
    public LiveCall(CallArrived arrival) {
      this(arrival, 0);
    }
  }

  /**
   * An agent's leg on the line now. {@code withCaller}: the two hear each other and nobody else. {@code dialling}: he is on the line, and the
   * number that he dials has not answered.
   */
  record LiveOffer(OfferId offer, boolean connected, boolean withCaller, boolean dialling) {
    /** Of one who does not dial. */
    public LiveOffer(OfferId offer, boolean connected, boolean withCaller) {
      this(offer, connected, withCaller, false);
    }

    public LiveOffer(OfferId offer, boolean connected) {
      this(offer, connected, connected);
    }
  }
}
