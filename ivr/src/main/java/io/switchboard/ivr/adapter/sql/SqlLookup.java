package io.switchboard.ivr.adapter.sql;

import io.switchboard.ivr.lookup.Lookup;

/** A lookup and its statement, whose parameters are among {@code takes} or {@code request}; its columns are labelled as {@code gives}. */
public record SqlLookup(Lookup lookup, NamedSql sql) {
  /** The parameter that there always is: see {@link io.switchboard.ivr.lookup.Lookups.Asked#request}. */
  public static final String REQUEST = "request";
}
