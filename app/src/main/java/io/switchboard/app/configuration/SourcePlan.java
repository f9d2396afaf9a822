package io.switchboard.app.configuration;

import io.switchboard.ivr.adapter.http.HttpSettings;
import io.switchboard.ivr.adapter.sql.SqlSettings;

/** A data source as it is configured. {@code connections}: how many lookups are asked at the same time. */
public sealed interface SourcePlan {
  String name();

  int connections();

  /** The demo company's database, in the installation's own PostgreSQL. */
  record Embedded(String name, int connections) implements SourcePlan {}

  /** A PostgreSQL. */
  record Sql(String name, SqlSettings settings, int connections) implements SourcePlan {}

  /** A web server. */
  record Http(String name, HttpSettings settings, int connections) implements SourcePlan {}
}
