package io.switchboard.core.customer;

import java.util.Arrays;
import java.util.Locale;

/**
 * What happened, or how it went, in a timeline: closed, so that who shows timelines has a word for each. It has all of the endings, exits,
 * refusals and results that a timeline tells, by their own names.
 */
public enum TimelineWhat {
  // a call and its menus
  ARRIVED,
  CUSTOMER_NAMED,
  LANGUAGE,
  CHOSEN,
  FOUND,
  NOTHING,
  CALLER_HUNG_UP_AFTER_TALK,
  AGENT_HUNG_UP,
  CALLER_HUNG_UP_IN_FLOW,
  ABANDONED,
  CALLBACK_BOOKED,
  TRANSFERRED,
  FLOW_ENDED,
  UNKNOWN_NUMBER,
  // a queue and its offers
  ENTERED,
  CLOSED,
  EMERGENCY,
  NO_AGENTS,
  FULL,
  UNKNOWN_QUEUE,
  AGENT_BUSY,
  QUEUE_REMOVED,
  MAX_WAIT,
  OVERFLOW,
  KEY,
  UNREACHED,
  RETURNED,
  CANCELLED,
  MOVED,
  UNANSWERED,
  DECLINED,
  UNREACHABLE,
  CALLER_GONE,
  WITHDRAWN,
  CUSTOMER_MISSED,
  ANSWERED_ELSEWHERE,
  LOST,
  // talks, transfers, dials, callbacks
  BEGUN,
  ENDED,
  CODED,
  CONSULTED,
  HANDED_ON,
  BOOKED,
  REACHED,
  DIALLED,
  ANSWERED,
  BUSY,
  NO_ANSWER,
  REJECTED,
  INVALID,
  CONGESTION,
  AGENT_MISSED,
  CALLED_PARTY_HUNG_UP,
  CALLER_HUNG_UP,
  NOT_ALLOWED,
  FAILED,
  UNSEEN,
  // messages, recordings, surveys
  LEFT,
  KEPT,
  PAUSED,
  RESUMED,
  REMOVED,
  CONSENT_REFUSED,
  CONSENT_UNKNOWN,
  GOOD,
  BAD,
  // what people write
  WRITTEN,
  MADE,
  DONE,
  SEEN,
  OPENED,
  CHANGED,
  CREATED,
  NUMBER_ADDED,
  NUMBER_REMOVED,
  ANONYMISED;

  /** An ending, an exit, a refusal or a result, by its own name. */
  static TimelineWhat of(Enum<?> how) {
    return valueOf(how.name());
  }

  /** As it was written down, lower case; {@code other} where that says nothing that is known here. */
  static TimelineWhat of(String written, TimelineWhat other) {
    return Arrays.stream(values()).filter(each -> each.word().equals(written)).findFirst().orElse(other);
  }

  /** Lower case, as it is told. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
