package io.switchboard.ivr.adapter.sql;

import io.switchboard.ivr.lookup.Given;
import io.switchboard.ivr.lookup.Given.Unfit;
import io.switchboard.ivr.lookup.Proof.Fault;
import io.switchboard.ivr.value.Type;
import io.switchboard.ivr.value.Value;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The columns of a statement by their labels, and what values they make. Null is the type's empty value. */
final class Columns {
  private record Column(int index, int type, String typeName) {}

  private final Map<String, Column> byLabel;

  private Columns(Map<String, Column> byLabel) {
    this.byLabel = byLabel;
  }

  /** {@code columns}: null for a statement that returns no rows. */
  static Columns of(@Nullable ResultSetMetaData columns) throws SQLException {
    Map<String, Column> byLabel = new LinkedHashMap<>();
    for (int i = 1; columns != null && i <= columns.getColumnCount(); i++) {
      byLabel.putIfAbsent(columns.getColumnLabel(i), new Column(i, columns.getColumnType(i), columns.getColumnTypeName(i)));
    }
    return new Columns(byLabel);
  }

  /** What hinders them from giving this; known without a row. */
  List<Fault> faults(Map<String, Type> gives) {
    List<Fault> faults = new ArrayList<>();
    gives.forEach((name, type) -> {
      Column column = byLabel.get(name);
      if (column == null) {
        faults.add(new Fault("gives." + name, "the statement returns no column '" + name + "'",
            byLabel.isEmpty() ? "select it, or add returning" : "its columns are " + String.join(", ", byLabel.keySet())));
      } else if (!fits(column, type)) {
        faults.add(new Fault("gives." + name, "its column is " + column.typeName() + ", not " + type.word(),
            "name a type that it is, or cast it in the statement"));
      }
    });
    return faults;
  }

  private static boolean fits(Column column, Type type) {
    return switch (type) {
      case TEXT -> true;
      case INTEGER -> whole(column) || column.type() == Types.NUMERIC;
      case NUMBER -> whole(column) || column.type() == Types.NUMERIC || column.type() == Types.REAL || column.type() == Types.DOUBLE;
      case FLAG -> flag(column);
    };
  }

  private static boolean whole(Column column) {
    return column.type() == Types.SMALLINT || column.type() == Types.INTEGER || column.type() == Types.BIGINT;
  }

  /** The driver calls a boolean a bit, as it calls bits. */
  private static boolean flag(Column column) {
    return column.typeName().equals("bool");
  }

  /** The values of the row where it stands. */
  Map<String, Value> read(ResultSet row, Map<String, Type> gives) throws SQLException, Unfit {
    Map<String, Value> values = new HashMap<>();
    for (Map.Entry<String, Type> each : gives.entrySet()) {
      Column column = byLabel.get(each.getKey());
      if (column == null) {
        throw new Unfit(each.getKey(), "is no column of the statement");
      }
      if (!fits(column, each.getValue())) {
        throw new Unfit(each.getKey(), column.typeName(), each.getValue());
      }
      values.put(each.getKey(), read(row, column, each.getKey(), each.getValue()));
    }
    return values;
  }

  private static Value read(ResultSet row, Column column, String name, Type type) throws SQLException, Unfit {
    String text = row.getString(column.index());
    if (text == null) {
      return type.empty();
    }
    if (flag(column)) {
      return Given.read(name, Boolean.toString(row.getBoolean(column.index())), type);
    }
    return type == Type.INTEGER && column.type() == Types.NUMERIC ? whole(name, text) : Given.read(name, text, type);
  }

  /** 7.00 is 7; 7.5 is none. */
  private static Value whole(String name, String text) throws Unfit {
    try {
      return new Value.Whole(new BigDecimal(text).longValueExact());
    } catch (ArithmeticException | NumberFormatException none) {
      throw new Unfit(name, "numeric with a fraction, or too large", Type.INTEGER);
    }
  }
}
