package io.switchboard.core.adapter.csv;

import io.switchboard.core.customer.Customer;
import io.switchboard.core.customer.CustomerBook.BadRow;
import io.switchboard.core.customer.Edit;
import io.switchboard.core.id.Names;
import io.switchboard.core.signal.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Reads rows: what each means, or what is wrong with it. */
final class CsvRow {
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_NOTES = 4_000;
  private static final int LONGEST_TEXT = 200;
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\r\\n\\t]]");
  private static final Set<String> YES = Set.of("yes", "true", "1", "y", "ja", "是");
  private static final Set<String> NO = Set.of("no", "false", "0", "n", "nein", "否");

  private final List<String> headings;
  private final UnaryOperator<String> e164;
  private final Set<String> classes;

  /** A row that was understood, unless {@code bad}. An empty cell says nothing: what is there stays. */
  record Read(long line, Edit edit, List<String> numbers, List<BadRow> bad) {}

  CsvRow(List<String> headings, UnaryOperator<String> e164, Set<String> classes) {
    this.headings = headings;
    this.e164 = e164;
    this.classes = classes;
  }

  /** {@code line}: where it begins. */
  Read read(CSVRecord row, long line) {
    Cells cells = new Cells(row, line);
    if (row.size() > headings.size()) {
      cells.bad("", "has more cells than there are columns; put text that contains the separator in quotes", "的单元格多于列数；含分隔符的文本请加引号");
    }
    Edit edit = new Edit(
        cells.text(Column.NAME, LONGEST_NAME), cells.text(Column.COMPANY, LONGEST_NAME), cells.word(Column.LANGUAGE, Set.of("en", "zh")),
        cells.word(Column.VALUE_CLASS, classes), cells.text(Column.NOTES, LONGEST_NOTES), cells.pairs(Column.PREFERENCES),
        cells.pairs(Column.CONSENT), cells.flag(Column.DO_NOT_CALL));
    return new Read(line, edit, cells.numbers(), cells.bad);
  }

  /** One row's. */
  private final class Cells {
    private final CSVRecord row;
    private final long line;
    private final List<BadRow> bad = new ArrayList<>();

    Cells(CSVRecord row, long line) {
      this.row = row;
      this.line = line;
    }

    void bad(String column, String english, String chinese) {
      bad.add(new BadRow(line, column, new Words(english, chinese)));
    }

    private String cell(Column column) {
      int at = headings.indexOf(column.heading());
      return at < 0 || at >= row.size() ? "" : row.get(at).strip();
    }

    @Nullable String text(Column column, int most) {
      String text = cell(column);
      if (text.codePointCount(0, text.length()) > most) {
        bad(column.heading(), "is too long; at most " + most + " characters", "过长；最多 " + most + " 个字符");
      } else if (CONTROL.matcher(text).find() || column != Column.NOTES && text.indexOf('\n') >= 0) {
        bad(column.heading(), "contains a line break or another control character; remove it", "包含换行或其他控制字符；请删除");
      }
      return text.isEmpty() ? null : text;
    }

    @Nullable String word(Column column, Set<String> words) {
      String word = cell(column).toLowerCase(Locale.ROOT);
      if (!word.isEmpty() && !words.contains(word)) {
        String right = String.join(", ", words.stream().sorted().toList());
        bad(column.heading(), "is '" + shown(word) + "'; right are " + right, "为“" + shown(word) + "”；可用的值：" + right);
      }
      return word.isEmpty() ? null : word;
    }

    @Nullable Boolean flag(Column column) {
      String word = cell(column).toLowerCase(Locale.ROOT);
      if (!word.isEmpty() && !YES.contains(word) && !NO.contains(word)) {
        bad(column.heading(), "is '" + shown(word) + "'; write yes or no", "为“" + shown(word) + "”；请填写 是 或 否");
      }
      return word.isEmpty() ? null : YES.contains(word);
    }

    @Nullable Map<String, String> pairs(Column column) {
      String all = cell(column);
      Map<String, String> pairs = new HashMap<>();
      for (String each : all.isEmpty() ? new String[0] : all.split("\\|")) {
        String[] pair = each.split("=", 2);
        if (pair.length != 2 || !Names.valid(pair[0].strip()) || pair[1].length() > LONGEST_TEXT) {
          bad(column.heading(), "has '" + shown(each) + "'; write name=text, several apart by |", "含“" + shown(each) + "”；请写成 名称=文本，多个以 | 分隔");
        } else {
          pairs.put(pair[0].strip(), pair[1].strip());
        }
      }
      return pairs.isEmpty() ? null : pairs;
    }

    List<String> numbers() {
      Set<String> numbers = new LinkedHashSet<>();
      String all = cell(Column.NUMBERS);
      for (String written : all.isEmpty() ? new String[0] : all.split("[|;]")) {
        String number = e164.apply(written.strip());
        if (number.isEmpty()) {
          bad(Column.NUMBERS.heading(), "has '" + shown(written) + "', which is no telephone number; write it with + and its country",
              "含“" + shown(written) + "”，不是有效的电话号码；请写成 + 加国家代码");
        } else {
          numbers.add(number);
        }
      }
      if (numbers.size() > Customer.MOST_NUMBERS) {
        bad(Column.NUMBERS.heading(), "are too many; at most " + Customer.MOST_NUMBERS, "过多；最多 " + Customer.MOST_NUMBERS + " 个");
      }
      return List.copyOf(numbers);
    }

    private static String shown(String text) {
      return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }
  }
}
