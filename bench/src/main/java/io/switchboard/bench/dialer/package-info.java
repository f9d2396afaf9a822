/**
 * {@code bin/bench dialer}: how much agents talk, and how many who answer find nobody, when {@link io.switchboard.outbound.pacing.Pacer} dials, beside
 * the published adaptive rule ({@link io.switchboard.bench.dialer.Adaptive}) and progressive dialling. A
 * {@link io.switchboard.bench.dialer.Campaign} is made of its seed, a {@link io.switchboard.bench.dialer.SimulatedCampaign} is its run under one
 * {@link io.switchboard.bench.dialer.Pacing}.
 */
@NullMarked
package io.switchboard.bench.dialer;

import org.jspecify.annotations.NullMarked;
