package io.switchboard.ivr.run;

import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.journal.Fact;
import io.switchboard.ivr.verb.Survey;
import org.jspecify.annotations.Nullable;

/** What comes of a score: it is about the last talk, and a bad one makes a task. */
final class Scores {
  private Scores() {}

  static void score(Walk walk, Survey survey, int score) {
    Talk talk = walk.talk();
    AgentId agent = talk == null ? null : talk.agent();
    QueueId queue = queue(walk, survey, talk);
    boolean bad = score <= survey.bad();
    walk.fact(new Fact.Learned.Scored(
        walk.nowMs(), walk.tenant(), walk.call(), walk.step(), survey.name(), score, bad, queue, agent, survey.worst(), survey.best()));
    if (bad) {
      Caller caller = walk.caller();
      walk.fact(new Fact.Task.TaskMade(
          walk.nowMs(), walk.tenant(), walk.call(), walk.call() + "-s" + walk.entered(), queue, caller.number(), caller.name(),
          walk.languageNow(), survey.name(), score, agent, walk.nowMs() + survey.callBackWithinMs()));
    }
  }

  private static @Nullable QueueId queue(Walk walk, Survey survey, @Nullable Talk talk) {
    if (!survey.queue().isEmpty()) {
      return new QueueId(walk.tenant(), survey.queue());
    }
    return talk == null ? null : talk.queue();
  }
}
