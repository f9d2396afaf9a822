/**
 * Lookups in PostgreSQL: one prepared statement each, in a transaction of its own, on a connection of a small pool.
 *
 * <p>{@link io.switchboard.ivr.adapter.sql.NamedSql} reads a statement with named parameters; they become parameters of the prepared statement and
 * never a part of its text. {@link io.switchboard.ivr.adapter.sql.SqlSource} asks. What a parameter held is in no log and no message: of
 * an error only what the statement itself says is told on.
 */
@NullMarked
package io.switchboard.ivr.adapter.sql;

import org.jspecify.annotations.NullMarked;
