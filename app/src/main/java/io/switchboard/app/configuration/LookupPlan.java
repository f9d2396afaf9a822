package io.switchboard.app.configuration;

import io.switchboard.ivr.adapter.http.HttpLookup;
import io.switchboard.ivr.adapter.sql.SqlLookup;
import io.switchboard.ivr.lookup.Lookup;
import io.switchboard.ivr.lookup.Proof;
import java.util.Map;

/**
 * A lookup as it is configured.
 *
 * @param lines setting within the lookup → its line, for what only the source can find wrong
 */
public record LookupPlan(String source, Asking asking, Map<String, Integer> lines) {
  static final String FILE = "lookups.yaml";

  public LookupPlan {
    lines = Map.copyOf(lines);
  }

  /** How the source is asked. */
  public sealed interface Asking {
    Lookup lookup();

    /** By a statement. */
    record Sql(SqlLookup sql) implements Asking {
      @Override
      public Lookup lookup() {
        return sql.lookup();
      }
    }

    /** By a request. */
    record Http(HttpLookup http) implements Asking {
      @Override
      public Lookup lookup() {
        return http.lookup();
      }
    }
  }

  public String name() {
    return asking.lookup().name();
  }

  /** Whether the other one asks the same. */
  public boolean asksAs(LookupPlan other) {
    return source.equals(other.source) && asking.equals(other.asking);
  }

  /** What the source found, as the administrator reads it. */
  public Wrong wrong(Proof.Fault fault) {
    String outer = fault.key().replaceAll("\\..*", "");
    int line = lines.getOrDefault(fault.key(), lines.getOrDefault(outer, 0));
    return new Wrong(FILE, line, "lookups." + name() + "." + fault.key(), fault.wrong(), fault.right());
  }
}
