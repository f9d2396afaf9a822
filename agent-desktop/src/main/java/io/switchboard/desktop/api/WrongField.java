package io.switchboard.desktop.api;

import io.switchboard.desktop.words.Language;

/**
 * A field of a body or a query that is wrong.
 *
 * @param most of {@link Fault#TOO_LONG}: how many characters are right; else 0
 */
public record WrongField(String field, Fault fault, int most) {

  /** How it is wrong. {@code %d} takes how many are right. */
  public enum Fault {
    MISSING("is missing; give it", "缺失；请提供"),
    UNKNOWN("is no field of this request; remove it", "不是此请求的字段；请删除"),
    NOT_TEXT("is not text; put it in quotes", "不是文本；请加引号"),
    NOT_BOOLEAN("is neither true nor false; give one of them, without quotes", "必须为 true 或 false（不加引号）"),
    NOT_A_NUMBER("is no whole number within its range; see /api/openapi.yaml", "不是允许范围内的整数；范围见 /api/openapi.yaml"),
    NOT_ONE_OF("is none of the words that it may be; see /api/openapi.yaml", "不是允许的取值；取值见 /api/openapi.yaml"),
    NOT_A_TELEPHONE("is no telephone number; write it with + and its country, or as it is dialled in your own", "不是有效的电话号码；请写成 + 加国家代码，或按本国拨打方式书写"),
    NOT_TEXTS("is no object of up to 20 names (a-z 0-9 _ . -) with texts of up to 200 characters on one line",
        "必须是最多 20 个名称（a-z 0-9 _ . -）及其最多 200 个字符单行文本的对象"),
    NOT_A_LIST("is no list of up to 20 texts", "必须是最多 20 个文本的列表"),
    NOT_A_USER("is no user of your tenant; name one of agents.yaml or users.yaml", "不是您租户中的用户；请使用 agents.yaml 或 users.yaml 中的用户"),
    NOT_LEVELS("is no object of up to 200 names with levels from 1 to 10", "必须是最多 200 个名称及其 1 到 10 级的对象"),
    NOT_FILES("is no list of 1 to 50 objects of file, text and replaces (the version that it replaces; null: a new file), each file once",
        "必须是 1 到 50 个包含 file、text 和 replaces（所替换的版本；null 表示新文件）的对象的列表，每个文件只出现一次"),
    NOT_AN_ANSWER("is neither text, number, true nor false; give one of these, or leave it out", "必须是文本、数字、true 或 false；或省略"),
    EMPTY("is empty; give at least one character", "为空；请至少输入一个字符"),
    TOO_LONG("is too long; give at most %d characters", "过长；最多 %d 个字符"),
    CONTROL_CHARACTER("contains a line break or another control character; write it on one line", "包含换行或其他控制字符；请写在一行内"),
    NOT_A_NAME("is no name; use 1 to 64 of a-z 0-9 _ . - from a letter or digit on", "不是有效名称；请使用 1 到 64 个 a-z 0-9 _ . - 字符，并以字母或数字开头");

    private final String english;
    private final String chinese;

    Fault(String english, String chinese) {
      this.english = english;
      this.chinese = chinese;
    }
  }

  public String message(Language language) {
    String text = switch (language) {
      case ENGLISH -> fault.english;
      case CHINESE -> fault.chinese;
    };
    return text.replace("%d", Integer.toString(most));
  }
}
