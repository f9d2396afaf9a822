package io.switchboard.ivr.script;

import io.switchboard.ivr.verb.Answers;
import io.switchboard.ivr.verb.Ask;
import io.switchboard.ivr.verb.Choose;
import io.switchboard.ivr.verb.Knowledge;
import io.switchboard.ivr.verb.Note;
import io.switchboard.ivr.verb.Page;
import io.switchboard.ivr.verb.Show;
import io.switchboard.ivr.value.Value;

/** What would be an answer to a page, in words: English, and Chinese for who reads that. */
final class Wanted {
  private final boolean chinese;

  Wanted(String language) {
    this.chinese = language.startsWith("zh");
  }

  String of(Page page) {
    return switch (page) {
      case Ask ask -> of(ask.answers()) + (ask.optional() ? in(", or nothing", "，或留空") : "");
      case Choose choose -> in("one of ", "以下之一：") + String.join(in(", ", "、"), choose.choices().keySet());
      case Note note -> in("a text of " + (note.optional() ? 0 : 1) + " to " + Note.MOST + " characters",
          (note.optional() ? 0 : 1) + " 到 " + Note.MOST + " 个字符的文本");
      case Knowledge knowledge -> nothing();
      case Show show -> nothing();
    };
  }

  private String of(Answers answers) {
    return switch (answers) {
      case Answers.Text text -> in("one line of " + text.least() + " to " + text.most() + " characters",
          text.least() + " 到 " + text.most() + " 个字符的单行文本");
      case Answers.Whole whole -> in("a whole number from " + whole.least() + " to " + whole.most(), whole.least() + " 到 " + whole.most() + " 的整数");
      case Answers.Number number -> in("a number from " + written(number.least()) + " to " + written(number.most()),
          written(number.least()) + " 到 " + written(number.most()) + " 的数字");
      case Answers.Day day -> in("a day from " + day.least() + " to " + day.most() + ", such as 2026-11-23",
          day.least() + " 到 " + day.most() + " 的日期，例如 2026-11-23");
      case Answers.Flag flag -> in("true or false", "true 或 false");
    };
  }

  private String nothing() {
    return in("nothing; leave the answer out to go on", "无需回答；不带 answer 即可继续");
  }

  private static String written(double number) {
    return new Value.Decimal(number).text();
  }

  private String in(String english, String chineseText) {
    return chinese ? chineseText : english;
  }
}
