/**
 * PostgreSQL: the journal, customers, who may log in, and what happened to an interaction. {@link io.switchboard.core.adapter.postgres.PgJournal} is
 * one writer thread around one connection ({@code WriterLink}), which holds the lock that keeps a second platform out. What it takes from
 * {@code Intake} becomes one {@code Batch}, one statement, one commit. While PostgreSQL is away batches go to the {@code Spill}, a file;
 * each carries its writer's id and a number by which {@code Drain} knows which are in already: none is lost, none is written twice.
 * Everyone else reads over the small pool of {@link io.switchboard.core.adapter.postgres.Database}.
 */
@NullMarked
package io.switchboard.core.adapter.postgres;

import org.jspecify.annotations.NullMarked;
