/**
 * How many decisions a second become durable in PostgreSQL, and how soon. An open loop: each decision has its time by the schedule, and its
 * latency counts from there, so that a stall is paid by every decision that was due in it.
 */
@NullMarked
package io.switchboard.bench.journal;

import org.jspecify.annotations.NullMarked;
