package io.switchboard.ivr.adapter.sql;

import io.switchboard.ivr.adapter.sql.NamedSql.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads one statement from left to right, by the lexical rules of PostgreSQL (chapter 4.1 of its manual). */
final class SqlScan {
  private final String sql;
  private final StringBuilder text = new StringBuilder();
  private final List<String> parameters = new ArrayList<>();
  private int at;
  private boolean ended;
  private String verb = "";
  private Result.Bad bad = new Result.Bad("", "");

  SqlScan(String sql) {
    this.sql = sql;
  }

  Result result() {
    while (at < sql.length() && bad.wrong().isEmpty()) {
      next();
    }
    if (bad.wrong().isEmpty() && verb.isEmpty()) {
      wrong("is empty", "write a statement");
    }
    return bad.wrong().isEmpty() ? new Result.Good(new NamedSql(text.toString().strip(), parameters)) : bad;
  }

  private void next() {
    char c = sql.charAt(at);
    if (Character.isWhitespace(c)) {
      copy(1);
    } else if (starts("--")) {
      skipLine();
    } else if (starts("/*")) {
      skipComment();
    } else if (ended) {
      wrong("has more than one statement", "keep one; a function of the database can do several things");
    } else {
      token(c);
    }
  }

  private void token(char c) {
    if (verb.isEmpty() && !begins(c)) {
      return;
    }
    switch (c) {
      case '\'' -> quoted('\'', escapes());
      case '"' -> quoted('"', false);
      case '$' -> dollar();
      case ':' -> colon();
      case '?' -> {
        text.append("??"); // the operator; the driver's own sign for a parameter is one
        at++;
      }
      case ';' -> {
        ended = true;
        at++;
      }
      default -> copy(1);
    }
  }

  /** Whether the first token is one that a statement may begin with. */
  private boolean begins(char c) {
    int end = at;
    while (end < sql.length() && isName(sql.charAt(end))) {
      end++;
    }
    verb = c == '(' ? "select" : sql.substring(at, end).toLowerCase(Locale.ROOT);
    if (!NamedSql.VERBS.contains(verb)) {
      wrong(verb.isEmpty() ? "begins with '" + c + "'" : "begins with '" + verb + "'",
          "write one that begins with select, insert, update, delete, merge, with, values or call");
      return false;
    }
    return true;
  }

  /** {@code E'…'}: a backslash takes the next character along. */
  private boolean escapes() {
    return at > 0 && (sql.charAt(at - 1) == 'e' || sql.charAt(at - 1) == 'E') && (at == 1 || !isName(sql.charAt(at - 2)));
  }

  private void quoted(char quote, boolean escapes) {
    int end = at + 1;
    while (end < sql.length()) {
      char c = sql.charAt(end);
      if (escapes && c == '\\') {
        end += 2;
      } else if (c != quote) {
        end++;
      } else if (end + 1 < sql.length() && sql.charAt(end + 1) == quote) {
        end += 2;
      } else {
        copy(end + 1 - at);
        return;
      }
    }
    wrong("has a " + quote + " that is not closed", "close it");
  }

  private void dollar() {
    boolean withinName = at > 0 && isName(sql.charAt(at - 1));
    int end = at + 1;
    while (end < sql.length() && isName(sql.charAt(end)) && sql.charAt(end) != '$') {
      end++;
    }
    if (!withinName && end > at + 1 && Character.isDigit(sql.charAt(at + 1))) {
      wrong("has a parameter '" + sql.substring(at, end) + "' without a name", "write its name after a colon, e.g. :account");
    } else if (withinName || end >= sql.length() || sql.charAt(end) != '$') {
      copy(1);
    } else {
      String tag = sql.substring(at, end + 1);
      int close = sql.indexOf(tag, end + 1);
      if (close < 0) {
        wrong("has a " + tag + " that is not closed", "close it");
      } else {
        copy(close + tag.length() - at);
      }
    }
  }

  private void colon() {
    if (starts("::") || starts(":=")) {
      copy(2);
      return;
    }
    int end = at + 1;
    while (end < sql.length() && isName(sql.charAt(end)) && sql.charAt(end) != '$') {
      end++;
    }
    if (end == at + 1 || Character.isDigit(sql.charAt(at + 1))) {
      copy(1); // a slice of an array
      return;
    }
    parameters.add(sql.substring(at + 1, end));
    text.append(" ? "); // apart, or two of them would be the operator
    at = end;
  }

  private void skipLine() {
    int end = sql.indexOf('\n', at);
    at = end < 0 ? sql.length() : end;
    text.append(' ');
  }

  /** They nest. */
  private void skipComment() {
    int depth = 0;
    do {
      if (starts("/*")) {
        depth++;
        at += 2;
      } else if (starts("*/")) {
        depth--;
        at += 2;
      } else {
        at++;
      }
    } while (depth > 0 && at < sql.length());
    if (depth > 0) {
      wrong("has a comment that is not closed", "close it with */");
    }
    text.append(' ');
  }

  private boolean starts(String prefix) {
    return sql.startsWith(prefix, at);
  }

  private void copy(int length) {
    int end = Math.min(at + length, sql.length());
    text.append(sql, at, end);
    at = end;
  }

  private void wrong(String what, String right) {
    bad = new Result.Bad(what, right);
  }

  private static boolean isName(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$' || c >= 0x80;
  }
}
