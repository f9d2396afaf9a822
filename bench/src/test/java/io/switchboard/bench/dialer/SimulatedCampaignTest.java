package io.switchboard.bench.dialer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SimulatedCampaignTest {
  private static final int RING_MS = 25_000;

  private static Campaign calm(long seed) {
    while (!Campaign.of(seed, RING_MS).shocks().isEmpty() || Campaign.of(seed, RING_MS).days() > 1) {
      seed += Campaign.CELLS;
    }
    return Campaign.of(seed, RING_MS);
  }

  @Test
  void oneSeedIsOneRun() {
    Campaign campaign = calm(7);
    Result once = SimulatedCampaign.run(campaign, new Kernel(campaign));
    assertEquals(once, SimulatedCampaign.run(campaign, new Kernel(campaign)));
    Campaign other = calm(7 + 10 * Campaign.CELLS);
    assertNotEquals(once, SimulatedCampaign.run(other, new Kernel(other)));
  }

  @Test
  void progressiveLeavesNobodyAlone_andOursTalksMoreWithinTheBound() {
    for (long seed = 0; seed < 15; seed += 4) {
      Campaign campaign = calm(seed);
      Result progressive = SimulatedCampaign.run(campaign, new Progressive(campaign.agents()));
      Result ours = SimulatedCampaign.run(campaign, new Kernel(campaign));
      assertEquals(0, progressive.abandoned(), "seed " + campaign.seed());
      assertTrue(ours.talkMinPerH() > progressive.talkMinPerH(), ours + " and " + progressive);
      assertTrue(ours.worstOwn() <= 0.03 && ours.worstWindow() <= 0.03, ours.toString());
      assertTrue(ours.abandoned() > 0.005, "what is allowed is used: " + ours);
    }
  }

  @Test
  void theAdaptiveRuleTalksMoreThanProgressive_andComesNearItsLimit() {
    Campaign campaign = calm(12);
    Result progressive = SimulatedCampaign.run(campaign, new Progressive(campaign.agents()));
    Result adaptive = SimulatedCampaign.run(campaign, new Adaptive(campaign.agents(), new Adaptive.Parameters(-1, 4, true)));
    assertTrue(adaptive.talkMinPerH() > progressive.talkMinPerH() + 1, adaptive + " and " + progressive);
    assertTrue(adaptive.abandoned() > 0.02 && adaptive.abandoned() < 0.05, adaptive.toString());
  }
}
