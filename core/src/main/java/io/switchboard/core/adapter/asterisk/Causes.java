package io.switchboard.core.adapter.asterisk;

import io.switchboard.core.ending.DialResult;
import io.switchboard.core.ending.OfferEnding;

/**
 * Why a leg that never talked ended. Asterisk maps SIP answers to Q.850 causes: 486 and 600 to 17, 603 but also 401 and 403 to 21, 404 to
 * 1, 408 to 18, 480 and the end of the ring time to 19, 5xx to 27, 34, 38 and 102.
 */
final class Causes {
  /** A leg that was not taken back by us: it was picked up and put down before the two could be joined. */
  static final int NORMAL_CLEARING = 16;
  private static final int USER_BUSY = 17;
  private static final int NO_USER_RESPONSE = 18;
  private static final int NO_ANSWER = 19;
  private static final int CALL_REJECTED = 21;
  private static final int UNALLOCATED = 1;
  private static final int NUMBER_CHANGED = 22;
  private static final int INVALID_FORMAT = 28;
  private static final int NO_CIRCUIT = 34;
  private static final int NETWORK_OUT_OF_ORDER = 38;
  private static final int TEMPORARY_FAILURE = 41;
  private static final int SWITCH_CONGESTION = 42;
  private static final int CHANNEL_UNAVAILABLE = 44;
  private static final int DECLINE = 603;

  private Causes() {}

  /**
   * @param rang whether it rang before; a phone that let it ring and then went silent was reached
   */
  static OfferEnding ending(int cause, int status, boolean rang) {
    return switch (cause) {
      case USER_BUSY -> OfferEnding.BUSY;
      case NORMAL_CLEARING -> rang ? OfferEnding.DECLINED : OfferEnding.UNREACHABLE;
      case CALL_REJECTED -> status == 0 || status == DECLINE || rang ? OfferEnding.DECLINED : OfferEnding.UNREACHABLE;
      case NO_USER_RESPONSE, NO_ANSWER -> rang ? OfferEnding.UNANSWERED : OfferEnding.UNREACHABLE;
      default -> OfferEnding.UNREACHABLE;
    };
  }

  /**
   * What came of a number that was dialled.
   *
   * @param status as Asterisk's Dial says
   * @param cause Q.850, or 0
   */
  static DialResult dialled(String status, int cause) {
    return switch (cause) {
      case USER_BUSY -> DialResult.BUSY;
      case CALL_REJECTED -> DialResult.REJECTED;
      case UNALLOCATED, NUMBER_CHANGED, INVALID_FORMAT -> DialResult.INVALID;
      case NO_CIRCUIT, NETWORK_OUT_OF_ORDER, TEMPORARY_FAILURE, SWITCH_CONGESTION, CHANNEL_UNAVAILABLE -> DialResult.CONGESTION;
      default -> switch (status) {
        case "BUSY" -> DialResult.BUSY;
        case "NOANSWER" -> DialResult.NO_ANSWER;
        case "CONGESTION" -> DialResult.CONGESTION;
        case "CANCEL" -> DialResult.CANCELLED;
        default -> cause == NO_USER_RESPONSE || cause == NO_ANSWER ? DialResult.NO_ANSWER : DialResult.FAILED;
      };
    };
  }

  /** Whether another trunk could do better: the person behind the number was not reached, nor asked. */
  static boolean nextTrunk(OfferEnding ending, boolean rang) {
    return ending == OfferEnding.UNREACHABLE && !rang;
  }
}
