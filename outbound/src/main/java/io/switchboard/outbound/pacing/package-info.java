/**
 * When a campaign dials: {@link io.switchboard.outbound.pacing.Pacer} says it, of what {@link io.switchboard.outbound.pacing.Ledger} allows.
 *
 * <p>The ledger is the law: a dial is placed only if the share of live answers who find no agent in time stays within the limit even when
 * every dial is answered at once and no further agent becomes free. The model is the wit: {@code AnswerCurve} and {@code DurationCurve} learn
 * when dials are answered and agents become free, {@code Shortage} is the chance that an answer finds nobody, {@code Price} what such a chance is
 * worth. How well it does is measured by {@code bin/bench dialer}; the reasons are in decision 35.
 *
 * <p>Pure: no clock, no chance, no I/O. Times are milliseconds, ages in curves seconds, chances from 0 to 1.
 */
@NullMarked
package io.switchboard.outbound.pacing;

import org.jspecify.annotations.NullMarked;
