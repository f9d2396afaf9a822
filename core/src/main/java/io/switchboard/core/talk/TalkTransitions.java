package io.switchboard.core.talk;

import static io.switchboard.core.talk.TalkState.ALTERNATING;
import static io.switchboard.core.talk.TalkState.CALLING;
import static io.switchboard.core.talk.TalkState.CONSULTING;
import static io.switchboard.core.talk.TalkState.HELD;
import static io.switchboard.core.talk.TalkState.OVER;
import static io.switchboard.core.talk.TalkState.TALKING;
import static io.switchboard.core.talk.TalkTrigger.CONFERENCE;
import static io.switchboard.core.talk.TalkTrigger.CONSULT;
import static io.switchboard.core.talk.TalkTrigger.END;
import static io.switchboard.core.talk.TalkTrigger.HOLD;
import static io.switchboard.core.talk.TalkTrigger.RESUME;
import static io.switchboard.core.talk.TalkTrigger.THIRD_GONE;
import static io.switchboard.core.talk.TalkTrigger.THIRD_JOINED;

import io.switchboard.core.state.TransitionTable;
import io.switchboard.core.talk.TalkState;

/** A talk: what leads where. */
public final class TalkTransitions {
  private static final String NO_THIRD = "there is no third party";
  private static final String ONE_THIRD = "one third party at a time";

  public static final TransitionTable<TalkState, TalkTrigger> TABLE =
      TransitionTable.of(TalkState.class, TalkTrigger.class, TALKING)
          .on(TALKING, HOLD, HELD)
          .ignore("hears him already", TALKING, RESUME)
          .reject("the caller is set aside first", TALKING, CONSULT)
          .reject(NO_THIRD, TALKING, THIRD_JOINED, THIRD_GONE, CONFERENCE)
          .on(TALKING, END, OVER)
          .ignore("is aside already", HELD, HOLD)
          .on(HELD, RESUME, TALKING)
          .on(HELD, CONSULT, CALLING)
          .reject(NO_THIRD, HELD, THIRD_JOINED, THIRD_GONE, CONFERENCE)
          .on(HELD, END, OVER)
          .ignore("is aside already", CALLING, HOLD)
          .reject("the third party goes first", CALLING, RESUME)
          .reject(ONE_THIRD, CALLING, CONSULT)
          .on(CALLING, THIRD_JOINED, CONSULTING)
          .on(CALLING, THIRD_GONE, HELD)
          .reject("has not answered", CALLING, CONFERENCE)
          .on(CALLING, END, OVER)
          .ignore("is aside already", CONSULTING, HOLD)
          .on(CONSULTING, RESUME, ALTERNATING)
          .reject(ONE_THIRD, CONSULTING, CONSULT)
          .ignore("has answered", CONSULTING, THIRD_JOINED)
          .on(CONSULTING, THIRD_GONE, HELD)
          .reject("the caller is taken back first", CONSULTING, CONFERENCE)
          .on(CONSULTING, END, OVER)
          .on(ALTERNATING, HOLD, CONSULTING)
          .ignore("hears him already", ALTERNATING, RESUME)
          .reject(ONE_THIRD, ALTERNATING, CONSULT)
          .ignore("has answered", ALTERNATING, THIRD_JOINED)
          .on(ALTERNATING, THIRD_GONE, TALKING)
          .on(ALTERNATING, CONFERENCE, TalkState.CONFERENCE)
          .on(ALTERNATING, END, OVER)
          .reject("all talk", TalkState.CONFERENCE, HOLD, RESUME)
          .reject(ONE_THIRD, TalkState.CONFERENCE, CONSULT)
          .ignore("has answered", TalkState.CONFERENCE, THIRD_JOINED)
          .on(TalkState.CONFERENCE, THIRD_GONE, TALKING)
          .ignore("all talk already", TalkState.CONFERENCE, CONFERENCE)
          .on(TalkState.CONFERENCE, END, OVER)
          .ignore("is over", OVER, TalkTrigger.values())
          .build();

  private TalkTransitions() {}
}
