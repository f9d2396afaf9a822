package io.switchboard.desktop.words;

import io.switchboard.core.ending.DialResult;
import java.util.Arrays;
import java.util.Locale;

/** What came of a number that an agent dialled, and what he may do. */
final class DialWords {
  private DialWords() {}

  static String english(String number, String result) {
    return number + ": " + switch (result(result)) {
      case ANSWERED -> "answered.";
      case BUSY -> "busy. Try again later.";
      case NO_ANSWER -> "nobody answered. Try again later.";
      case REJECTED -> "the call was declined.";
      case INVALID -> "there is no such number. Check it.";
      case CONGESTION -> "the network has no room now. Try again in a moment.";
      case FAILED -> "no line took the call. Try again; if it stays so, tell an administrator.";
      case CANCELLED -> "cancelled.";
      case AGENT_MISSED -> "not dialled, for your phone was not picked up. Dial again and pick up.";
      case UNSEEN -> "nobody saw how the call ended. Dial again where needed.";
    };
  }

  static String chinese(String number, String result) {
    return number + "：" + switch (result(result)) {
      case ANSWERED -> "已接听。";
      case BUSY -> "对方忙。请稍后再拨。";
      case NO_ANSWER -> "无人接听。请稍后再拨。";
      case REJECTED -> "对方拒接。";
      case INVALID -> "号码不存在。请检查号码。";
      case CONGESTION -> "网络繁忙。请稍后再拨。";
      case FAILED -> "没有线路接受此次呼叫。请重试；如仍失败，请联系管理员。";
      case CANCELLED -> "已取消。";
      case AGENT_MISSED -> "未拨打，因为您的话机未摘机。请重拨并接听。";
      case UNSEEN -> "未能得知通话如何结束。如有需要请重拨。";
    };
  }

  private static DialResult result(String code) {
    return Arrays.stream(DialResult.values()).filter(each -> each.name().toLowerCase(Locale.ROOT).equals(code)).findFirst()
        .orElse(DialResult.FAILED);
  }
}
