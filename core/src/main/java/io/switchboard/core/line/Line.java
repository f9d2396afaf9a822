package io.switchboard.core.line;

import io.switchboard.core.agent.ListenMode;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.OfferId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Telephony in our words. Commands return at once and never throw for a call that is gone: what came of them arrives as a {@link LineEvent}.
 * Safe from any thread; commands of one call act in the order in which they were given.
 */
public interface Line {
  /**
   * Plays sounds one after the other; any key cuts the one that plays and drops the rest. A new play replaces the last one.
   *
   * @param play echoed in {@link LineEvent.PlayEnded}, so that a late end of a replaced play is told apart
   */
  void play(CallId call, List<Sound> sounds, int play);

  /** Stops what {@link #play} plays. No {@link LineEvent.PlayEnded} follows. */
  void stop(CallId call);

  /** Holds the caller with music from now on. It outlives the platform. */
  void music(CallId call, String musicClass);

  /** Plays sounds to a caller on hold; the music comes back by itself, also when the platform died meanwhile. */
  void announce(CallId call, List<Sound> sounds);

  /** Rings a phone for a call; when it is answered the two are connected by Asterisk itself, also when the platform died meanwhile. */
  void ring(Ring ring);

  /**
   * Calls a customer: dials his number and holds him with music when he answers, as a caller of this call; {@link LineEvent.CalledBack}
   * follows, or {@link LineEvent.OfferFailed}. {@link #cancel} stops it.
   *
   * @param dial its offer is that of the agent who is reserved; its phone is the customer's number
   */
  void callBack(Ring dial);

  /**
   * Dials a number for an agent: rings his phone, and once he picks it up the number, while he hears it ring; they are connected when it is
   * answered, also when the platform died meanwhile. {@link LineEvent.Dialling} and {@link LineEvent.Connected} follow, or {@link
   * LineEvent.OfferFailed} where he did not pick up, or {@link LineEvent.DialFailed}. {@link #cancel} stops it.
   */
  void dial(Dial dial);

  /**
   * What becomes of a caller whose agent ends their talk: he is held again, or, as for everybody of whom nothing is said, his call ends. It
   * outlives the platform.
   */
  void afterTalk(CallId call, boolean heldAgain);

  /** Stops ringing. {@link LineEvent.OfferFailed} follows with {@code WITHDRAWN}. */
  void cancel(OfferId offer);

  /**
   * Connects a caller with a number or an address outside: Asterisk dials it over one trunk after the other until one takes the call, joins the two when it
   * is answered, and holds the caller again when it is over, also when the platform died meanwhile. He hears music while it rings.
   * {@link LineEvent.TransferConnected} and {@link LineEvent.TransferEnded} follow; nothing else may be done with him until the end.
   */
  void transfer(Transfer transfer);

  /** Records what a caller says after a beep, also when the platform dies meanwhile. {@link LineEvent.RecordingEnded} follows. */
  void record(Recording recording);

  /**
   * Who hears whom from now on in an agent's talk. Says it all each time, so that it may be said again after a gap. Who is left out is held:
   * the caller and the third party with music, the agent in silence, or with the ringing of the third party.
   *
   * @param talk whose agent it is
   * @param third the third party, of {@link #consult}, or null
   */
  void arrange(OfferId talk, @Nullable OfferId third, With with);

  /**
   * Rings a third party for the agent of this talk; when he answers, they are connected. {@link LineEvent.OfferRinging}, {@link
   * LineEvent.Connected} and, when he is gone, {@link LineEvent.TalkEnded} tell of it, {@link LineEvent.OfferFailed} of a vain one.
   */
  void consult(Ring third, OfferId talk);

  /**
   * The caller and the third party go on without the agent, whose leg is ended; a third party that still rings is connected with the caller
   * when he answers. From then on the third party's leg is that of the talk.
   *
   * @param third null: the caller is held
   */
  void handOn(OfferId talk, @Nullable OfferId third);

  /**
   * Ends an agent's leg. The caller is held, or his call ends, as {@link #afterTalk} says; {@link LineEvent.TalkEnded} follows.
   */
  void hangUp(OfferId talk);

  /** Ends an agent's leg whose phone is lost. The caller is held; {@link LineEvent.TalkEnded} by {@code LOST} follows. */
  void drop(OfferId talk);

  /**
   * Rings a supervisor's phone for an agent's talk; when he answers he takes part as {@code listener} says. Said again of the same leg, the
   * mode is another. {@link LineEvent.ListenerJoined} and {@link LineEvent.ListenerGone} follow. It follows the agent's leg wherever the talk
   * takes that, and ends with it. {@link #hangUp(OfferId)} ends it; {@link #handOn} of the agent's talk to its leg makes that the talk's.
   */
  void listen(Listener listener);

  /** What the agent says is heard by nobody in his talk, or again. */
  void mute(OfferId talk, boolean muted);

  /** Whom an agent hears. */
  enum With {
    CUSTOMER,
    THIRD,
    NOBODY,
    /** Both, and they each other. */
    EVERYBODY
  }

  /** Ends a call; {@link LineEvent.CallerGone} follows. */
  void hangUp(CallId call);

  /**
   * What to ring.
   *
   * @param phone the agent's phone as the configuration names it
   * @param callerNumber shown on the phone, E.164 or empty when withheld
   * @param callerName shown on the phone, may be empty
   * @param ringMs how long it may ring, in milliseconds
   * @param autoAnswer asks the phone to pick up by itself; phones that do not know how ring
   */
  record Ring(OfferId offer, Phone phone, String callerNumber, String callerName, long ringMs, boolean autoAnswer) {
    /** Which the agent answers. */
    public Ring(OfferId offer, Phone phone, String callerNumber, String callerName, long ringMs) {
      this(offer, phone, callerNumber, callerName, ringMs, false);
    }
  }


  /**
   * Who listens to what.
   *
   * @param leg of his phone
   * @param talk whose agent he hears
   * @param shown the caller's number, E.164 or empty
   * @param name shown with it, may be empty
   * @param ringMs how long his phone may ring, in milliseconds; it is asked to pick up by itself
   */
  record Listener(OfferId leg, OfferId talk, Phone phone, String shown, String name, long ringMs, ListenMode mode) {}

  /**
   * A call that an agent places.
   *
   * @param agent his offer and his phone, which shows the number
   * @param to the number, in E.164 or as it is dialled, and the trunks to try
   * @param shown to the called party, E.164 or empty
   * @param ringMs how long the called party may ring
   * @param musicClass that the called party hears when he is put on hold
   */
  record Dial(Ring agent, Phone.Number to, String shown, long ringMs, String musicClass) {}

  /**
   * Whom to dial.
   *
   * @param errand its number within the call, echoed in what follows: higher than that of any earlier transfer or recording
   * @param shown to the called party, E.164 or empty
   * @param ringMs how long it may ring, in milliseconds
   */
  record Transfer(CallId call, int errand, Phone to, String shown, long ringMs) {}

  /**
   * What to record.
   *
   * @param errand as of {@link Transfer}
   * @param file absolute, without its extension, which will be {@code .wav}
   * @param mostMs after which it ends
   * @param silenceMs of silence after which it ends
   */
  record Recording(CallId call, int errand, String file, long mostMs, long silenceMs) {}
}
