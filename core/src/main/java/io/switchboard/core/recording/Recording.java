package io.switchboard.core.recording;

import io.switchboard.core.ending.Party;
import io.switchboard.core.ending.QueueExit;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.talk.Talk;
import io.switchboard.core.talk.TalkState;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The recording of one call, as the call's facts say. It ends with the call, with the last talk of it, where the caller is handed on to a number outside, and
 * where he comes to another queue that does not record all its talks.
 */
public final class Recording {
  private final CallId call;
  private final TenantId tenant;
  private final Function<QueueId, RecordingPlan> plans;
  private RecordingState state = RecordingState.OFF;
  private String number = "";
  private String language = "";
  private @Nullable QueueId queue;
  private @Nullable QueueId ruledBy;
  private @Nullable Talk talk;
  private int count;
  private String refused = "";
  private boolean heldAtPhone;
  private boolean handedOn;
  private boolean served;
  private boolean dialled;
  private boolean callOver;
  private boolean closed;

  public Recording(CallId call, TenantId tenant, Function<QueueId, RecordingPlan> plans) {
    this.call = call;
    this.tenant = tenant;
    this.plans = plans;
  }

  /** Takes a fact of its call, in their order. */
  public void apply(Fact fact) {
    if (talk != null && !(fact instanceof Fact.Connected)) {
      ended(fact, talk);
      talk = talk.after(fact);
    }
    switch (fact) {
      case Fact.CallArrived f -> {
        number = f.caller();
        language = f.language();
      }
      case Fact.CallbackBooked f -> {
        number = f.number();
        language = f.language();
      }
      case Fact.Dial.DialBegun f -> dialled(f);
      case Fact.LanguageChosen f -> language = f.language();
      case Fact.QueueEntered f -> entered(f.queue());
      case Fact.QueueLeft f when f.exit() != QueueExit.NO_ANSWER -> leaves();
      case Fact.Connected f -> {
        talk = Talk.begun(f.offer(), f.agent());
        handedOn = false;
        heldAtPhone = false;
        served |= dialled;
      }
      case Fact.CallHeld f -> heldAtPhone |= !f.aside();
      case Fact.CallResumed f -> heldAtPhone = false;
      case Fact.CallEnded f -> {
        leaves();
        callOver = true;
      }
      case Fact.InteractionClosed f -> closed = true;
      case Fact.TalkRecording f -> recorded(f);
      default -> { }
    }
  }

  private void ended(Fact fact, Talk now) {
    switch (fact) {
      case Fact.InTalk.HandedOn f when f.number().isEmpty() -> handedOn = f.third() == null;
      case Fact.InTalk.HandedOn f -> leaves();
      case Fact.TalkEnded f when f.offer().equals(now.offer()) && f.by() != Party.LOST && !handedOn -> leaves();
      default -> { }
    }
  }

  /** The queue whose call it is says whether it is recorded. Who calls for help is not told first that he is. */
  private void dialled(Fact.Dial.DialBegun fact) {
    number = fact.number();
    language = fact.language();
    dialled = !fact.emergency();
    queue = fact.emergency() ? null : fact.queue();
  }

  private void entered(QueueId to) {
    if (!to.equals(ruledBy) && plans.apply(to).mode() != RecordingPlan.Mode.ALWAYS) {
      over();
    }
    queue = to;
    served = true;
    dialled = false;
  }

  private void leaves() {
    served = false;
    over();
  }

  private void over() {
    if (state.lives()) {
      state = RecordingState.OVER;
    }
  }

  private void recorded(Fact.TalkRecording fact) {
    switch (fact) {
      case Fact.TalkRecording.TalkRecordingAsked f -> {
        state = RecordingState.ASKED;
        count = f.recording();
        ruledBy = f.queue();
        refused = "";
      }
      case Fact.TalkRecording.TalkRecordingBegun f -> become(f, RecordingState.ON);
      case Fact.TalkRecording.TalkRecordingPaused f -> become(f, RecordingState.PAUSED);
      case Fact.TalkRecording.TalkRecordingResumed f -> become(f, RecordingState.ON);
      case Fact.TalkRecording.TalkRecordingEnded f -> become(f, RecordingState.OFF);
      case Fact.TalkRecording.TalkRecordingRefused f -> {
        become(f, RecordingState.OFF);
        refused = f.why();
      }
      case Fact.TalkRecording.TalkRecordingRemoved f -> { }
    }
  }

  /** The last word of an earlier one changes nothing. */
  private void become(Fact.TalkRecording fact, RecordingState next) {
    if (fact.recording() == count && state != RecordingState.OFF && (state != RecordingState.OVER || next == RecordingState.OFF)) {
      state = next;
    }
  }

  public CallId call() {
    return call;
  }

  TenantId tenant() {
    return tenant;
  }

  public RecordingState state() {
    return state;
  }

  /** E.164, or empty. */
  String number() {
    return number;
  }

  String language() {
    return language;
  }

  /** In which he is, or was last. */
  @Nullable QueueId queue() {
    return queue;
  }

  /** What that queue says. */
  public RecordingPlan plan() {
    return queue == null ? RecordingPlan.NONE : plans.apply(queue);
  }

  /** Whose recording it is: the queue that it began in. */
  @Nullable QueueId ruledBy() {
    return ruledBy;
  }

  /** The talk that goes on, or null. */
  public @Nullable Talk talk() {
    return talk == null || talk.state() == TalkState.OVER ? null : talk;
  }

  @Nullable AgentId agent() {
    Talk now = talk();
    return now == null ? null : now.agent();
  }

  /** The last one's number within the call; 0: there was none. */
  int count() {
    return count;
  }

  /** Why there is none, of {@link Fact.TalkRecording.TalkRecordingRefused}, or empty. */
  public String refused() {
    return refused;
  }

  /** Nothing of it is to be heard: it is paused, or the agent holds the caller at his phone. */
  boolean silent() {
    return state == RecordingState.PAUSED || heldAtPhone;
  }

  /** He waits in his queue, or talks with somebody of it. */
  boolean served() {
    return served;
  }

  /** An agent called him, and it is to be looked whether that is recorded, now that he answered. */
  boolean dialledAnew() {
    return dialled && state == RecordingState.OFF && refused.isEmpty() && count == 0;
  }

  boolean callOver() {
    return callOver;
  }

  boolean closed() {
    return closed;
  }

  /** The agent of the talk may begin it, or take it up again. */
  public boolean canStart() {
    Talk now = talk();
    return now != null && switch (state) {
      case OFF -> plan().mode() != RecordingPlan.Mode.OFF && plan().mayStart() && now.state() == TalkState.TALKING
          && !refused.equals(Fact.TalkRecording.CONSENT_REFUSED);
      case PAUSED -> plan().mayPause();
      case ASKED, ON, OVER -> false;
    };
  }

  /** The agent of the talk may pause it. */
  public boolean canPause() {
    return talk() != null && state == RecordingState.ON && plan().mayPause();
  }
}
