package io.switchboard.desktop.words;

import io.switchboard.core.agent.Notice;
import io.switchboard.core.journal.Fact;
import java.util.Locale;

/** What an agent is told, as a sentence to him. */
public final class NoticeWords {
  private NoticeWords() {}

  /**
   * @param about his reason for being not ready, the state that was set, or what came of a dial
   * @param by the user who did it, where it was one, or the number that was dialled
   */
  public static String text(Notice notice, String about, String by, Language language) {
    return switch (language) {
      case ENGLISH -> english(notice, about, by);
      case CHINESE -> chinese(notice, about, by);
    };
  }

  private static String english(Notice notice, String about, String by) {
    return switch (notice) {
      case NO_ANSWER -> "You are not ready: you did not answer. Press ready when you are back.";
      case BUSY -> "You are not ready: your phone was busy. End the other call, then press ready.";
      case DECLINED -> "You are not ready: you declined. Press ready to take calls again.";
      case PHONE_UNREACHABLE -> "No calls come to you: your phone cannot be reached. Check that it is registered.";
      case PHONE_BACK -> "Your phone can be reached again.";
      case CHANGED -> said("%s changed your state: %s.", by, about);
      case OVER_LIMIT -> said("Your time for %s is over.", about);
      case BREAK_DUE -> said("Your break is due: %s. It begins after this call.", about);
      case BREAK_BEGUN -> said("Your break has begun: %s.", about);
      case NOT_RECORDED -> switch (about) {
        case Fact.TalkRecording.CONSENT_REFUSED -> "This call is not recorded: the customer does not want it.";
        case Fact.TalkRecording.CONSENT_UNKNOWN -> "This call is not recorded: whether the customer wants it is not known. Start the recording by hand, if you may.";
        default -> "This call is not recorded: it could not be started. Talk on, and tell your supervisor.";
      };
      case NOT_REACHED -> DialWords.english(by, about);
    };
  }

  private static String chinese(Notice notice, String about, String by) {
    return switch (notice) {
      case NO_ANSWER -> "您已被置为未就绪：来电未应答。返回后请点击就绪。";
      case BUSY -> "您已被置为未就绪：话机忙线。请先结束其他通话，再点击就绪。";
      case DECLINED -> "您已被置为未就绪：来电被拒接。请点击就绪以继续接听。";
      case PHONE_UNREACHABLE -> "无法向您派送呼叫：话机无法接通。请检查话机是否已注册。";
      case PHONE_BACK -> "您的话机已恢复可用。";
      case CHANGED -> said("%s 更改了您的状态：%s。", by, about);
      case OVER_LIMIT -> said("“%s”的时限已到。", about);
      case BREAK_DUE -> said("休息时间已到：%s。当前呼叫结束后开始。", about);
      case BREAK_BEGUN -> said("休息已开始：%s。", about);
      case NOT_RECORDED -> switch (about) {
        case Fact.TalkRecording.CONSENT_REFUSED -> "本次通话未录音：客户不同意录音。";
        case Fact.TalkRecording.CONSENT_UNKNOWN -> "本次通话未录音：无法确认客户是否同意。如有权限，请手动开始录音。";
        default -> "本次通话未录音：录音无法启动。请继续通话，并告知班长。";
      };
      case NOT_REACHED -> DialWords.chinese(by, about);
    };
  }

  private static String said(String text, Object... values) {
    return String.format(Locale.ROOT, text, values);
  }
}
