package io.switchboard.core.journal;

import io.switchboard.core.agent.AgentState;
import io.switchboard.core.agent.ListenMode;
import io.switchboard.core.ending.DialResult;
import io.switchboard.core.ending.Ending;
import io.switchboard.core.ending.ListenEnding;
import io.switchboard.core.ending.OfferEnding;
import io.switchboard.core.ending.Party;
import io.switchboard.core.ending.QueueExit;
import io.switchboard.core.ending.QueueRefusal;
import io.switchboard.core.ending.TransferEnding;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.OfferId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.why.LongerWait;
import io.switchboard.core.why.WaitCause;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened and may not be lost. Live state, metrics and reports are folds of facts. Times are milliseconds since the epoch,
 * durations milliseconds. Never change the meaning of a field; add a new one or a new fact.
 */
public sealed interface Fact {
  /** Every kind of fact. */
  static List<Class<?>> kinds() {
    return kinds(Fact.class).toList();
  }

  private static Stream<Class<?>> kinds(Class<?> type) {
    return type.isSealed() ? Arrays.stream(type.getPermittedSubclasses()).flatMap(Fact::kinds) : Stream.of(type);
  }

  long atMs();

  TenantId tenant();

  /** The interaction that it belongs to. */
  default @Nullable CallId call() {
    return null;
  }

  /** The agent whom it concerns. */
  default @Nullable AgentId agent() {
    return null;
  }

  // --- a call's life, in its order

  /** {@code called} in E.164 where it could be read so; {@code entryPoint} and {@code flow} are what it was matched to. */
  record CallArrived(
      long atMs, TenantId tenant, CallId call, String called, String caller, String callerName, String trunk, String entryPoint, String flow,
      String language) implements Fact {}

  /**
   * The flow came to this step; after a restart it goes on here.
   *
   * @param version digest of the flow's text
   * @param depth how many flows called this one, one by the other
   * @param number counts the steps of this call, from 1; the same again where a restart went on with it. 0: an older version did not say
   * @param release of flows and prompts that the call is on. 0: an older version did not say
   */
  record StepEntered(long atMs, TenantId tenant, CallId call, String flow, String version, String step, int depth, int number, int release)
      implements Fact {
    /** Of a flow that no other called. */
    public StepEntered(long atMs, TenantId tenant, CallId call, String flow, String version, String step) {
      this(atMs, tenant, call, flow, version, step, 0, 0);
    }

    /** Of no release. */
    public StepEntered(long atMs, TenantId tenant, CallId call, String flow, String version, String step, int depth, int number) {
      this(atMs, tenant, call, flow, version, step, depth, number, 0);
    }
  }

  /** {@code answer}: the key, {@code no_key} or {@code wrong_key}. */
  record MenuAnswered(long atMs, TenantId tenant, CallId call, String step, String answer) implements Fact {}

  record LanguageChosen(long atMs, TenantId tenant, CallId call, String language) implements Fact {}

  record QueueRefused(long atMs, TenantId tenant, CallId call, QueueId queue, QueueRefusal reason) implements Fact {}

  /**
   * {@code visit} counts the queues that this call has been in, from 1. {@code atMs} is the place: it is kept through every unanswered offer.
   *
   * @param valueClass the customer's, as the tenant names its classes; empty: none
   * @param preferred the agent whom this call waits for first, or null
   * @param lastAgent whether that is so because he talked with this number last
   * @param sinceMs from when his wait counts in the order of calls: from before this visit where he brought his wait along
   * @param dueMs when his answer was due as he entered, milliseconds since the epoch: the earliest is the first in the order of calls
   * @param onlyMs he is for the preferred agent alone, whose phone may ring for so long; 0: for anybody
   * @param goesOn his flow goes on where an agent ends the talk
   * @param why who brought him here: his flow ({@code ""}), an agent who handed him on ({@link #HANDED_ON}), a supervisor ({@link #MOVED}), or
   *     nobody, since his agent was lost ({@link #RETURNED})
   * @param by the user who moved him, else empty
   */
  record QueueEntered(
      long atMs, TenantId tenant, CallId call, int visit, QueueId queue, int priority, Map<String, Integer> skills, String caller,
      String callerName, String valueClass, @Nullable AgentId preferred, boolean lastAgent, long sinceMs,
      long dueMs, long onlyMs, boolean goesOn, String why, String by) implements Fact {
    public static final String HANDED_ON = "handed_on";
    public static final String MOVED = "moved";
    public static final String RETURNED = "returned";

    public QueueEntered {
      why = why == null ? "" : why; // an older version wrote none
      by = by == null ? "" : by;
      valueClass = valueClass == null ? "" : valueClass; // an older version wrote none
      sinceMs = sinceMs == 0 ? atMs : sinceMs; // an older version wrote none
      dueMs = dueMs == 0 ? sinceMs : dueMs; // an older version wrote none
    }

    /** Brought by his flow, which ends with the talk. */
    public QueueEntered(
        long atMs, TenantId tenant, CallId call, int visit, QueueId queue, int priority, Map<String, Integer> skills, String caller,
        String callerName, String valueClass, @Nullable AgentId preferred, boolean lastAgent, long sinceMs, long dueMs, long onlyMs) {
      this(
          atMs, tenant, call, visit, queue, priority, skills, caller, callerName, valueClass, preferred, lastAgent, sinceMs, dueMs, onlyMs,
          false, "", "");
    }

    /** For anybody. */
    public QueueEntered(
        long atMs, TenantId tenant, CallId call, int visit, QueueId queue, int priority, Map<String, Integer> skills, String caller,
        String callerName, String valueClass, @Nullable AgentId preferred, boolean lastAgent, long sinceMs, long dueMs) {
      this(
          atMs, tenant, call, visit, queue, priority, skills, caller, callerName, valueClass, preferred, lastAgent, sinceMs, dueMs, 0,
          false, "", "");
    }

    /** Another visit of the same caller, to whom no flow listens while he waits. */
    public QueueEntered again(long nowMs, QueueId to, @Nullable AgentId first, long placeMs, long forOneMs, String because) {
      return new QueueEntered(
          nowMs, tenant, call, visit + 1, to, priority, to.equals(queue) ? skills : Map.of(), caller, callerName, valueClass, first, false,
          placeMs, placeMs, forOneMs, goesOn, because, "");
    }

    /** The same with another priority, and who gave it. */
    public QueueEntered by(String user, int points) {
      return new QueueEntered(
          atMs, tenant, call, visit, queue, points, skills, caller, callerName, valueClass, preferred, lastAgent, sinceMs, dueMs, onlyMs,
          goesOn, why, user);
    }

    /** Of a customer without a value class, for anybody. */
    public QueueEntered(
        long atMs, TenantId tenant, CallId call, int visit, QueueId queue, int priority, Map<String, Integer> skills, String caller,
        String callerName) {
      this(atMs, tenant, call, visit, queue, priority, skills, caller, callerName, "", null, false, 0, 0);
    }
  }

  /**
   * He was told how long he has still to wait. What it was made of stands with it, for whether and why the next one is longer.
   *
   * @param position as he heard it
   * @param fromMin whole minutes as he heard them; 0: less than {@code toMin}
   * @param lowMs the shortest wait, from {@code atMs} on, that his words mean; {@code highMs} the longest
   * @param expectedMs the mean that was computed
   * @param byMs the moment that stands as promised, milliseconds since the epoch
   * @param cause why he waits
   * @param longer why it is longer than what he heard before; null: it is not
   * @param ahead callers who wait for the same agents before him; {@code later}: those among them who came after him
   * @param able agents at work who may take his call; {@code agents}: the same by their shares for this queue
   */
  record WaitTold(
      long atMs, TenantId tenant, CallId call, QueueId queue, int position, int fromMin, int toMin, long lowMs, long highMs, long expectedMs,
      long byMs, WaitCause cause, @Nullable LongerWait longer, int ahead, int later, int able, double agents, long handlingMs)
      implements Fact {}

  /** The decision to ring this agent for this call, and why. */
  record OfferMade(
      long atMs, TenantId tenant, CallId call, OfferId offer, QueueId queue, AgentId agent, long ringMs, Decision why) implements Fact {}

  record OfferRang(long atMs, TenantId tenant, CallId call, OfferId offer, AgentId agent) implements Fact {}

  /** {@code ringingMs}: from the offer to its end. */
  record OfferEnded(
      long atMs, TenantId tenant, CallId call, OfferId offer, QueueId queue, AgentId agent, OfferEnding ending, long ringingMs)
      implements Fact {}

  /** {@code waitMs}: from entering this queue, ringing included. {@code caller}: his number, or empty. */
  record Connected(
      long atMs, TenantId tenant, CallId call, OfferId offer, QueueId queue, AgentId agent, long waitMs, long ringingMs, String caller)
      implements Fact {
    public Connected {
      caller = caller == null ? "" : caller; // an older version wrote none
    }

    /** Of a caller who withheld his number. */
    public Connected(
        long atMs, TenantId tenant, CallId call, OfferId offer, QueueId queue, AgentId agent, long waitMs, long ringingMs) {
      this(atMs, tenant, call, offer, queue, agent, waitMs, ringingMs, "");
    }
  }

  /**
   * {@code key}: the one by which he left, else empty. {@code rule}: the one of overflow that sent him on, else empty.
   * {@code caller}: his number; {@code sinceMs}: from when his wait counted.
   */
  record QueueLeft(
      long atMs, TenantId tenant, CallId call, QueueId queue, QueueExit exit, long waitMs, String key, String rule, String caller,
      long sinceMs) implements Fact {
    public QueueLeft {
      key = key == null ? "" : key; // an older version wrote none
      rule = rule == null ? "" : rule; // an older version wrote none
      caller = caller == null ? "" : caller; // an older version wrote none
    }

    /** Neither by a key nor by a rule. */
    public QueueLeft(long atMs, TenantId tenant, CallId call, QueueId queue, QueueExit exit, long waitMs) {
      this(atMs, tenant, call, queue, exit, waitMs, "", "", "", atMs - waitMs);
    }
  }

  /**
   * A customer is to be called back. An interaction of its own; the {@link QueueEntered} of the same call gives it its place.
   *
   * @param from the interaction in which he asked for it, or gave up
   * @param number E.164
   * @param by {@code caller}, or the user who asked for it
   */
  record CallbackBooked(
      long atMs, TenantId tenant, CallId call, CallId from, QueueId queue, String number, String callerName, String language, String by)
      implements Fact {}

  /**
   * A callback is not dialled before {@code dueMs}.
   *
   * @param tries how often he was dialled in vain
   * @param why {@code hung_up} (the line on which he asked is free), {@code closed}, or how the last try ended
   */
  record CallbackDue(long atMs, TenantId tenant, CallId call, QueueId queue, long dueMs, int tries, String why) implements Fact {}

  /** He answered the callback. {@code offer}: that of the agent who is reserved for him, or null when there was none any more. */
  record CallbackReached(long atMs, TenantId tenant, CallId call, QueueId queue, @Nullable OfferId offer) implements Fact {}

  /** The agent put the caller on hold. {@code aside}: from his desk, not at his phone, so that the two are not joined meanwhile. */
  record CallHeld(long atMs, TenantId tenant, CallId call, OfferId offer, QueueId queue, AgentId agent, boolean aside) implements Fact {
    /** By the agent's phone. */
    public CallHeld(long atMs, TenantId tenant, CallId call, OfferId offer, QueueId queue, AgentId agent) {
      this(atMs, tenant, call, offer, queue, agent, false);
    }
  }

  /** {@code heldMs}: of this hold. */
  record CallResumed(long atMs, TenantId tenant, CallId call, OfferId offer, QueueId queue, AgentId agent, long heldMs)
      implements Fact {}

  /** {@code talkMs}: from being connected to the end, holds included; {@code heldMs}: of that, how long the caller was on hold. */
  record TalkEnded(
      long atMs, TenantId tenant, CallId call, OfferId offer, QueueId queue, AgentId agent, Party by, long talkMs, long heldMs)
      implements Fact {
    /** Without a hold. */
    public TalkEnded(long atMs, TenantId tenant, CallId call, OfferId offer, QueueId queue, AgentId agent, Party by, long talkMs) {
      this(atMs, tenant, call, offer, queue, agent, by, talkMs, 0);
    }
  }

  /** Where an agent ends the talk to which this step's queue leads, the flow goes on at {@code next}; without this his call ends. */
  record AfterTalk(long atMs, TenantId tenant, CallId call, String step, String next) implements Fact {}

  /** {@code why}: timer, agent or sign_out. */
  record WrapUpEnded(
      long atMs, TenantId tenant, CallId call, OfferId offer, QueueId queue, AgentId agent, String why, long wrapUpMs) implements Fact {}

  /**
   * The agent said how it went, and what is to be kept of it. Of several of one offer the last holds.
   *
   * @param code one of the queue's, or empty: a note alone
   * @param note what he wrote, or empty
   */
  record WrapUpCoded(
      long atMs, TenantId tenant, CallId call, OfferId offer, QueueId queue, AgentId agent, String code, String note) implements Fact {}

  /** An agent said whose call it is: the number was withheld, or several have it. The last holds. {@code by}: a user of the tenant. */
  record CustomerNamed(long atMs, TenantId tenant, CallId call, long customer, String by) implements Fact {}

  /** The caller's part is over. */
  record CallEnded(long atMs, TenantId tenant, CallId call, Ending ending) implements Fact {}

  /** Nothing more will happen under this id: the call ended and the wrap-up, if any, too. */
  record InteractionClosed(long atMs, TenantId tenant, CallId call) implements Fact {}

  // --- what an agent does with a caller beyond talking

  /** {@code talk}: the offer by which the agent talks with him. A third party is an agent, or a number outside. */
  sealed interface InTalk extends Fact {
    OfferId talk();

    /**
     * A third party is rung. Its leg has an id like an offer's.
     *
     * @param by the agent of the talk
     * @param agent the third party, or null
     * @param queue whose agent was asked for, or null
     * @param number the third party in E.164, or empty
     */
    record ConsultBegun(
        long atMs, TenantId tenant, CallId call, OfferId talk, AgentId by, OfferId third, @Nullable AgentId agent, @Nullable QueueId queue,
        String number, long ringMs) implements InTalk {}

    record ConsultRang(long atMs, TenantId tenant, CallId call, OfferId talk, OfferId third, @Nullable AgentId agent) implements InTalk {}

    /** The third party answered. */
    record ConsultJoined(
        long atMs, TenantId tenant, CallId call, OfferId talk, OfferId third, @Nullable AgentId agent, long ringingMs) implements InTalk {}

    /** The third party is gone. {@code ending}: why it was not answered, or null: it was. */
    record ConsultEnded(
        long atMs, TenantId tenant, CallId call, OfferId talk, OfferId third, @Nullable AgentId agent, @Nullable OfferEnding ending,
        long talkMs) implements InTalk {}

    /** All three hear each other. */
    record Conferenced(long atMs, TenantId tenant, CallId call, OfferId talk, OfferId third) implements InTalk {}

    /**
     * The agent's part is over and the caller goes on without him; the end of his talk follows.
     *
     * @param by the agent of the talk
     * @param third the third party who has the caller from now on, or rings for him; null: he waits in a queue
     * @param agent to whom he was handed on, or null
     * @param queue to which he was handed on, or null
     * @param number in E.164, or empty
     */
    record HandedOn(
        long atMs, TenantId tenant, CallId call, OfferId talk, AgentId by, @Nullable OfferId third, @Nullable AgentId agent,
        @Nullable QueueId queue, String number) implements InTalk {}
  }

  /** The agent's microphone is off for his caller, or on again. With the talk it ends by itself. */
  record MicrophoneSwitched(long atMs, TenantId tenant, CallId call, OfferId offer, AgentId agent, boolean muted) implements Fact {}

  // --- a supervisor in an agent's talk

  /** {@code leg}: of the supervisor's phone, an id like an offer's. {@code agent}: whose talk it is. {@code by}: the supervisor. */
  sealed interface Listening extends Fact {
    OfferId leg();

    AgentId by();

    /**
     * His phone is rung for it.
     *
     * @param talk the offer by which the agent talks
     * @param takesOver he is to have the caller as soon as he answers
     */
    record ListenBegun(
        long atMs, TenantId tenant, CallId call, OfferId talk, AgentId agent, OfferId leg, AgentId by, ListenMode mode, boolean takesOver,
        long ringMs) implements Listening {}

    /** He hears the talk from now on. */
    record ListenJoined(long atMs, TenantId tenant, CallId call, OfferId leg, AgentId agent, AgentId by, ListenMode mode)
        implements Listening {}

    /** From now on he takes part like this. */
    record ListenChanged(
        long atMs, TenantId tenant, CallId call, OfferId leg, AgentId agent, AgentId by, ListenMode mode, boolean takesOver)
        implements Listening {}

    /** {@code listenedMs}: since he joined, in whatever mode; 0: he never did. */
    record ListenEnded(
        long atMs, TenantId tenant, CallId call, OfferId leg, AgentId agent, AgentId by, ListenEnding ending, long listenedMs)
        implements Listening {}
  }

  // --- calls that we place

  /** One attempt at a number, for an agent who is reserved for it. It is an interaction of its own. */
  sealed interface Dial extends Fact {
    /** By which the agent has it before him. */
    OfferId offer();

    /**
     * The agent's phone is rung; when he picks it up, the number is dialled. Never twice for one of these.
     *
     * @param queue of which it is reported and wrapped up
     * @param number E.164; of an emergency its digits
     * @param shown whose number the other side sees, E.164 or empty
     * @param phoneMs how long the agent's phone may ring
     * @param ringMs how long the other side may ring, over all trunks
     * @param trunks over which it may go, in this order
     */
    record DialBegun(
        long atMs, TenantId tenant, CallId call, OfferId offer, QueueId queue, AgentId agent, String number, boolean emergency,
        String language, String shown, long phoneMs, long ringMs, List<String> trunks) implements Dial {
      public DialBegun {
        trunks = trunks == null ? List.of() : List.copyOf(trunks); // an older version wrote none
      }

      /** Over trunks that do not matter. */
      public DialBegun(
          long atMs, TenantId tenant, CallId call, OfferId offer, QueueId queue, AgentId agent, String number, boolean emergency,
          String language, String shown, long phoneMs, long ringMs) {
        this(atMs, tenant, call, offer, queue, agent, number, emergency, language, shown, phoneMs, ringMs, List.of());
      }
    }

    /** The agent is on the line and hears it ring: the number is being dialled. */
    record DialPlaced(long atMs, TenantId tenant, CallId call, OfferId offer, AgentId agent) implements Dial {}

    /**
     * What came of it. Where it was answered, {@link Connected} follows.
     *
     * @param cause Q.850, or 0
     * @param ringingMs since the number was dialled; 0: it was not
     */
    record DialEnded(
        long atMs, TenantId tenant, CallId call, OfferId offer, QueueId queue, AgentId agent, String number, DialResult result, int cause,
        long ringingMs) implements Dial {}
  }

  // --- what Asterisk does with a caller by itself

  /** A transfer to a number outside, a message that he leaves, or a recording. Each has a number of its own within the call, from 1. */
  sealed interface Errand extends Fact {

    /** It is dialled from now on. {@code number}: in E.164, or the SIP address. {@code shown}: whose number the called party sees, E.164 or empty. */
    record TransferStarted(long atMs, TenantId tenant, CallId call, int transfer, String number, String shown, long ringMs)
        implements Errand {}

    record TransferConnected(long atMs, TenantId tenant, CallId call, int transfer, String number) implements Errand {}

    /** {@code talkMs} is 0 where nobody answered, and where it was not seen. */
    record TransferEnded(long atMs, TenantId tenant, CallId call, int transfer, String number, TransferEnding ending, long talkMs)
        implements Errand {}

    /** The caller may speak after the beep. {@code caller}: his number, or empty. */
    record VoicemailBegun(long atMs, TenantId tenant, CallId call, int message, QueueId queue, String caller) implements Errand {}

    /** He left a message. {@code file}: below the data directory. */
    record VoicemailLeft(long atMs, TenantId tenant, CallId call, int message, QueueId queue, String file, long ms, String caller)
        implements Errand {}

    /** There is no message: he said nothing, or too little to be one. */
    record VoicemailDropped(long atMs, TenantId tenant, CallId call, int message, QueueId queue, long ms) implements Errand {}

    /** Somebody listened to it. {@code by}: a user of the tenant. */
    record VoicemailHeard(long atMs, TenantId tenant, CallId call, int message, String by) implements Errand {}

    /** Somebody has dealt with it. {@code by}: a user of the tenant; {@code note}: what he wrote of it, or empty. */
    record VoicemailDone(long atMs, TenantId tenant, CallId call, int message, String by, String note) implements Errand {
      public VoicemailDone {
        note = note == null ? "" : note; // an older version wrote none
      }

      /** Without a word. */
      public VoicemailDone(long atMs, TenantId tenant, CallId call, int message, String by) {
        this(atMs, tenant, call, message, by, "");
      }
    }

    /** The caller may speak after the beep, for his call. What is shorter than {@code leastMs} will not be kept. */
    record RecordingBegun(long atMs, TenantId tenant, CallId call, int recording, String step, long leastMs) implements Errand {}

    /** What he said is kept with his call. {@code file}: below the data directory. */
    record RecordingKept(long atMs, TenantId tenant, CallId call, int recording, String file, long ms) implements Errand {}

    /** He said nothing, or too little. */
    record RecordingDropped(long atMs, TenantId tenant, CallId call, int recording, long ms) implements Errand {}
  }

  // --- what is recorded of talks

  /** A recording of a caller's talks. {@code recording} counts those of its call, from 1. */
  sealed interface TalkRecording extends Fact {
    @Override
    CallId call();

    int recording();

    /**
     * It is to begin, once the caller has heard so.
     *
     * @param queue whose rules it follows
     * @param file where the telephone server writes it, below the data directory
     * @param by the user who asked for it, or empty: the queue
     */
    record TalkRecordingAsked(long atMs, TenantId tenant, CallId call, int recording, QueueId queue, String file, String by)
        implements TalkRecording {}

    /** What this agent and the caller say is recorded from now on. */
    record TalkRecordingBegun(long atMs, TenantId tenant, CallId call, int recording, QueueId queue, AgentId agent) implements TalkRecording {}

    /** What is said from now on is not in it. {@code why}: {@link #BY_AGENT}, or {@link #FAILED}: it could not be taken up again. */
    record TalkRecordingPaused(long atMs, TenantId tenant, CallId call, int recording, AgentId agent, String why) implements TalkRecording {}

    /** {@code why}: {@link #BY_AGENT}, or {@link #FAILED}: it could not be paused. */
    record TalkRecordingResumed(long atMs, TenantId tenant, CallId call, int recording, AgentId agent, String why) implements TalkRecording {}

    /** It is over. {@code file}: where it is kept, below the data directory; empty where there is none. {@code ms}: of sound and pauses. */
    record TalkRecordingEnded(long atMs, TenantId tenant, CallId call, int recording, QueueId queue, String file, long ms)
        implements TalkRecording {}

    /** There is none. {@code why}: {@link #CONSENT_REFUSED}, {@link #CONSENT_UNKNOWN} or {@link #FAILED}. */
    record TalkRecordingRefused(long atMs, TenantId tenant, CallId call, int recording, QueueId queue, String why) implements TalkRecording {}

    /** Its file is no more. {@code why}: {@link #TIME}: it was kept for as long as its queue says. */
    record TalkRecordingRemoved(long atMs, TenantId tenant, CallId call, int recording, String why) implements TalkRecording {}

    String BY_AGENT = "agent";
    String FAILED = "failed";
    /** The customer does not want to be recorded. */
    String CONSENT_REFUSED = "consent_refused";
    /** Whether he wants to be could not be found out. */
    String CONSENT_UNKNOWN = "consent_unknown";
    String TIME = "time";
  }

  // --- what a flow learns

  /** A caller's answers, what was found for him, and what the flow remembers of it. */
  sealed interface Learned extends Fact {

    /** From now on these variables of the flow at this depth hold these values; numbers and flags as text. Never a secret. */
    record Remembered(long atMs, TenantId tenant, CallId call, int depth, Map<String, String> values) implements Learned {}

    /** He entered what a step asked for. {@code secret}: it is told to nobody, and {@code variable} is never {@link Remembered}. */
    record EntryTaken(long atMs, TenantId tenant, CallId call, String step, String variable, boolean secret) implements Learned {}

    /** {@code why}: {@code no_key}, {@code wrong_entry} or {@code not_confirmed}. */
    record EntryRefused(long atMs, TenantId tenant, CallId call, String step, String why) implements Learned {}

    /** He entered nothing, but pressed a key that leads elsewhere, e.g. {@code *} for a colleague. */
    record EntryLeft(long atMs, TenantId tenant, CallId call, String step, String key) implements Learned {}

    /**
     * A data source was asked.
     *
     * @param outcome {@code found}, {@code nothing} or {@code failed}
     * @param secrets whether it was given secrets; they are forgotten since
     */
    record LookedUp(long atMs, TenantId tenant, CallId call, String step, String lookup, String outcome, boolean secrets, String why)
        implements Learned {}

    /**
     * He gave a score.
     *
     * @param survey the name of the question
     * @param queue whose work it is about, or null
     * @param agent with whom he had talked last, or null
     * @param worst the worst score that he could give; {@code best} the best one. Both 0: an older version did not say
     */
    record Scored(
        long atMs, TenantId tenant, CallId call, String step, String survey, int score, boolean bad, @Nullable QueueId queue,
        @Nullable AgentId agent, int worst, int best) implements Learned {
      /** On a scale that was not written down. */
      public Scored(
          long atMs, TenantId tenant, CallId call, String step, String survey, int score, boolean bad, @Nullable QueueId queue,
          @Nullable AgentId agent) {
        this(atMs, tenant, call, step, survey, score, bad, queue, agent, 0, 0);
      }
    }
  }

  // --- what people are to do

  /** A task for people; it belongs to the interaction that it came of. {@code task} is its id within the tenant. */
  sealed interface Task extends Fact {
    String task();

    /**
     * A caller gave a bad score: he is to be called back, and the queue's supervisors are warned.
     *
     * @param queue whose task it is; null: nobody knows whose work the score was about, and it is the supervisors'
     * @param number whom to call, or empty where he withheld it
     * @param score what he gave for {@code survey}
     * @param agent with whom he had talked last, or null
     * @param dueMs by when, milliseconds since the epoch
     */
    record TaskMade(
        long atMs, TenantId tenant, CallId call, String task, @Nullable QueueId queue, String number, String callerName, String language,
        String survey, int score, @Nullable AgentId agent, long dueMs) implements Task {}

    /** A supervisor took note of it. {@code by}: a user of the tenant. */
    record TaskSeen(long atMs, TenantId tenant, CallId call, String task, String by) implements Task {}

    /** Somebody has dealt with it. {@code by}: a user of the tenant; {@code note}: what he wrote of it, or empty. */
    record TaskDone(long atMs, TenantId tenant, CallId call, String task, String by, String note) implements Task {}
  }

  // --- what an agent goes through with a caller

  /** A guided script, run by an agent for this call. {@code run}: its id, the call's with a number. {@code by}: a user of the tenant. */
  sealed interface Scripted extends Fact {
    String run();

    /** {@code version}: digest of the script's text. */
    record ScriptBegun(long atMs, TenantId tenant, CallId call, String run, String script, String version, String by) implements Scripted {}

    /**
     * The agent sees this page; the last one is all that a restart needs.
     *
     * @param page counts what was shown in this run, from 1
     * @param places in the script that was begun, then in those that it called
     */
    record PageShown(long atMs, TenantId tenant, CallId call, String run, int page, List<Place> places) implements Scripted {}

    /** {@code step} is written {@code script/step}. {@code answer} as {@code value.text()}, the name of a choice, or empty. */
    record PageAnswered(long atMs, TenantId tenant, CallId call, String run, int page, String step, String answer, String by)
        implements Scripted {}

    /** A note of the agent, which stays with the interaction unless it is taken back. */
    record NoteWritten(long atMs, TenantId tenant, CallId call, String run, int page, String text, String by) implements Scripted {}

    /** He went back: his answers from this page on, and his notes with them, do not count. */
    record AnswersTakenBack(long atMs, TenantId tenant, CallId call, String run, int page, String by) implements Scripted {}

    /** {@code number} tells this question from those before it in the run. */
    record ScriptAsked(long atMs, TenantId tenant, CallId call, String run, String lookup, int number, List<Place> places)
        implements Scripted {}

    /** {@code outcome}: {@code found}, {@code nothing} or {@code failed}, which is told {@code why}. */
    record ScriptTold(long atMs, TenantId tenant, CallId call, String run, String lookup, int number, String outcome, String why)
        implements Scripted {}

    /** The run is over. {@code script}: whose outcome {@code code} is. */
    record OutcomeReached(long atMs, TenantId tenant, CallId call, String run, String script, String code, String by) implements Scripted {}

    /** The run is over without an outcome: it could not go on. */
    record ScriptBroken(long atMs, TenantId tenant, CallId call, String run, String why) implements Scripted {}
  }

  /**
   * Where an agent is in one script, and what it knows.
   *
   * @param values variable → value, numbers and flags as text
   * @param visits step → how often he came to it
   */
  record Place(String script, String step, Map<String, String> values, Map<String, Integer> visits) {}

  // --- agents and queues

  /**
   * Whole in itself: the last one of an agent is all that a restart needs of him.
   *
   * @param reason of NOT_READY, else empty
   * @param offer what rings, is talked about or wrapped up, else null
   * @param sinceMs since when he is idle, which orders "longest idle"; kept through an offer that was not his fault
   * @param pending what follows the call at hand: {@code ready}, {@code not_ready:reason} or {@code sign_out}
   * @param strikes how many offers in a row he let pass
   * @param work what he has done since he signed in
   * @param by the user who asked for this, or for what is pending, in his place; empty: himself, or nobody
   * @param terms what bounds it
   */
  record AgentStateChanged(
      long atMs, TenantId tenant, AgentId agent, AgentState from, AgentState to, String reason, @Nullable OfferId offer, long sinceMs,
      String pending, int strikes, Workload work, String by, Terms terms) implements Fact {
    public AgentStateChanged {
      work = work == null ? Workload.NONE : work; // an older version wrote none
      by = by == null ? "" : by;
      terms = terms == null ? Terms.NONE : terms;
    }

    /** By himself, and bounded by nothing. */
    public AgentStateChanged(
        long atMs, TenantId tenant, AgentId agent, AgentState from, AgentState to, String reason, @Nullable OfferId offer, long sinceMs,
        String pending, int strikes, Workload work) {
      this(atMs, tenant, agent, from, to, reason, offer, sinceMs, pending, strikes, work, "", Terms.NONE);
    }

    /** Of an agent who let none pass and has done nothing yet. */
    public AgentStateChanged(
        long atMs, TenantId tenant, AgentId agent, AgentState from, AgentState to, String reason, @Nullable OfferId offer, long sinceMs,
        String pending) {
      this(atMs, tenant, agent, from, to, reason, offer, sinceMs, pending, 0, Workload.NONE);
    }
  }

  /**
   * An agent's work since he signed in, up to the fact that holds it.
   *
   * @param calls that he answered
   * @param busyMs in talk, hold and wrap-up
   * @param staffedMs signed in and not on a break: busy, reserved, ringing or ready
   * @param offeredMs when he was offered a call last; 0: never
   */
  record Workload(int calls, long busyMs, long staffedMs, long offeredMs) {
    public static final Workload NONE = new Workload(0, 0, 0, 0);
  }

  /**
   * What bounds an agent's state, and which of his breaks are behind him.
   *
   * @param stateSinceMs since when he is in this state for this reason; 0: an older version did not say
   * @param untilMs when his wrap-up ends by itself or his time for being not ready is over; 0: nothing ends it by time;
   *     {@link #ENDLESS}: a wrap-up that nobody but he ends
   * @param extensions how often this wrap-up was extended
   * @param overLimit his time for being not ready is over
   * @param breaksAfterMs breaks that were due up to here are taken, or passed by; 0: an older version did not say
   * @param asked a break of this shift that was asked for and has not begun, or null
   */
  record Terms(long stateSinceMs, long untilMs, int extensions, boolean overLimit, long breaksAfterMs, @Nullable Break asked) {
    public static final Terms NONE = new Terms(0, 0, 0, false, 0, null);
    public static final long ENDLESS = -1;
  }

  /**
   * One break of one agent.
   *
   * @param dueMs from when on he is offered no further call
   * @param lengthMs how long it lasts from its beginning
   * @param flexibleMs so much earlier it may begin when a call of his ends
   */
  record Break(String reason, long dueMs, long lengthMs, long flexibleMs) {}

  /** Skills that hold instead of the configured ones until they are set anew; {@code skills} null: the configured ones hold again. */
  record AgentSkillsSet(long atMs, TenantId tenant, AgentId agent, @Nullable Map<String, Integer> skills, String by) implements Fact {}

  /** {@code queue} null: the whole tenant. */
  record ClosureSwitched(long atMs, TenantId tenant, @Nullable QueueId queue, boolean closed, String by) implements Fact {}

  /**
   * Why this agent, for this call, now.
   *
   * @param policy the rule that chose, e.g. {@code longest_idle}
   * @param candidates how many agents could have taken it
   * @param idleMs how long the chosen one had been idle
   * @param waitedMs how long the call had been in this queue
   * @param trigger what made it possible: {@code call_arrived}, {@code agent_free}, {@code skills_relaxed}, {@code offer_failed}, {@code phone_back},
   *     {@code line_back}, {@code settings_changed}, {@code preferred_agent_busy}, {@code reserve_released}, {@code callback_due}
   * @param measure what the policy compared, of the chosen one: the least among the candidates, or one of the least where several phones ring
   *     at once
   */
  record Decision(String policy, int candidates, long idleMs, long waitedMs, String trigger, long measure) {}
}
