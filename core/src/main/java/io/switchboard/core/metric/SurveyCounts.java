package io.switchboard.core.metric;

import io.switchboard.core.id.QueueId;
import io.switchboard.core.journal.Fact;
import org.jspecify.annotations.Nullable;

/** Answers to one survey. */
final class SurveyCounts {
  private static final int CSAT_WORST = 1;
  private static final int CSAT_BEST = 5;
  private static final int SATISFIED = 4;
  private static final int NPS_WORST = 0;
  private static final int NPS_BEST = 10;
  private static final int PROMOTER = 9;
  private static final int DETRACTOR = 6;
  private static final int POINTS = 100;

  private long answers;
  private long sum;
  private long bad;
  private long rated;
  private long satisfied;
  private long recommended;
  private long promoters;
  private long detractors;

  void add(Fact.Learned.Scored fact) {
    int score = fact.score();
    answers++;
    sum += score;
    bad += fact.bad() ? 1 : 0;
    if (fact.worst() == CSAT_WORST && fact.best() == CSAT_BEST) {
      rated++;
      satisfied += score >= SATISFIED ? 1 : 0;
    } else if (fact.worst() == NPS_WORST && fact.best() == NPS_BEST) {
      recommended++;
      promoters += score >= PROMOTER ? 1 : 0;
      detractors += score <= DETRACTOR ? 1 : 0;
    }
  }

  Snapshot.Survey snapshot(@Nullable QueueId queue, String survey) {
    Double net = Definitions.ratio(promoters - detractors, recommended);
    return new Snapshot.Survey(
        queue, survey, answers, Definitions.ratio(sum, answers), bad, Definitions.ratio(satisfied, rated), net == null ? null : net * POINTS);
  }
}
