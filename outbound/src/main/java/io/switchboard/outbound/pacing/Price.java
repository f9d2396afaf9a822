package io.switchboard.outbound.pacing;

/**
 * The highest chance of finding no agent at which a dial is still worth placing: a shadow price of what the ledger has left today.
 *
 * <p>An abandoned call costs twice. It takes one off the room limit · L − A, which bounds how many dials may be outstanding beyond the
 * idle agents; and it can be spent once only. So:
 * <ul>
 *   <li>while the room is smaller than the dials that would be wanted if there were no ledger, the bound is what holds the campaign
 *       back, and an abandoned call puts that off by 1 / limit answers: dear, the chance is near {@value #DEAR};</li>
 *   <li>beyond that, what is left is spent evenly until the campaign closes: the chance is the limit plus (room − wanted) per answer that
 *       is still to come. Spent less, it rises; spent more, it falls. The mean of what is abandoned is a little less than the chance
 *       at which the last dial is placed, hence {@value #MARGINAL}.</li>
 * </ul>
 */
final class Price {
  private static final double DEAR = 0.01;
  private static final double CHEAP = 0.1;
  private static final double MARGINAL = 1.1;
  private static final double LEAST_ANSWERS = 5;

  private Price() {}

  /**
   * @param room limit · L − A of today
   * @param wanted dials beyond the idle agents, if the ledger never bound
   * @param answers still to come today
   */
  static double chance(double limit, double room, double wanted, double answers) {
    double even = MARGINAL * (limit + (room - wanted) / Math.max(LEAST_ANSWERS, answers));
    double spent = Math.min(CHEAP, Math.max(DEAR, even));
    return room >= wanted ? spent : DEAR + (spent - DEAR) * Math.max(0, room / wanted);
  }
}
