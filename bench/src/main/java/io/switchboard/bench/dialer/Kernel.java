package io.switchboard.bench.dialer;

import io.switchboard.outbound.pacing.Ledger;
import io.switchboard.outbound.pacing.Pacer;
import io.switchboard.outbound.pacing.Settings;
import java.util.List;

/** Ours: the very kernel that is to dial. */
final class Kernel implements Pacing {
  private final Pacer pacer;

  Kernel(Campaign campaign) {
    Settings settings = Settings.standard(campaign.agents(), campaign.ringMs());
    pacer = new Pacer(settings, new Ledger(settings.limitMillionths(), List.of(), Ledger.Count.NONE));
  }

  Ledger ledger() {
    return pacer.ledger();
  }

  @Override
  public void opens(long nowMs, long closesMs) {
    pacer.opens(closesMs);
  }

  @Override
  public void dayEnds() {
    pacer.dayEnds();
  }

  @Override
  public void ready(int agent, long nowMs) {
    pacer.ready(agent, nowMs);
  }

  @Override
  public void wrappingUp(int agent, long nowMs) {
    pacer.wrappingUp(agent, nowMs);
  }

  @Override
  public void away(int agent, long nowMs) {
    pacer.away(agent, nowMs);
  }

  @Override
  public boolean mayRelease() {
    return pacer.mayRelease();
  }

  @Override
  public void placed(int dial, long nowMs) {
    pacer.placed(dial, nowMs);
  }

  @Override
  public void answered(int dial, int agent, long nowMs) {
    pacer.answered(dial, agent, nowMs);
  }

  @Override
  public void answeredAndWaits(int dial, long nowMs) {
    pacer.answeredAndWaits(dial, nowMs);
  }

  @Override
  public void joined(int agent, long nowMs) {
    pacer.joined(agent, nowMs);
  }

  @Override
  public void abandoned() {
    pacer.abandoned();
  }

  @Override
  public void ended(int dial, long nowMs) {
    pacer.ended(dial, nowMs);
  }

  @Override
  public void takenBack(int dial, long nowMs) {
    pacer.takenBack(dial, nowMs);
  }

  @Override
  public int dials(long nowMs) {
    return pacer.decide(nowMs);
  }

  @Override
  public int takeBack(long nowMs) {
    return pacer.takeBack(nowMs);
  }
}
