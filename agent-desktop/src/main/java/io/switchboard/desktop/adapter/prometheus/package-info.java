/**
 * The board's snapshots in Prometheus' text format, by Prometheus' own model and writer. Counts are of the tenant's day, so that they
 * agree with the API: each midnight they begin at 0 as after a restart, which {@code rate()} and {@code increase()} know how to read.
 */
@NullMarked
package io.switchboard.desktop.adapter.prometheus;

import org.jspecify.annotations.NullMarked;
