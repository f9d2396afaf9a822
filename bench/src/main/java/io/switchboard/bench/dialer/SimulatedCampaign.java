package io.switchboard.bench.dialer;

import io.switchboard.bench.dialer.Campaign.Kind;
import io.switchboard.bench.dialer.Campaign.Shock;
import io.switchboard.outbound.pacing.Ledger;
import java.util.SplittableRandom;

/**
 * A campaign in simulated time. A dial is answered, or ends as busy, as wrong, or when it has rung for as long as it may. Who answers is joined at once with the
 * agent who has been idle longest, or with the first who becomes free within 2 s, else he hears the message: abandoned. Agents talk, wrap up, and
 * take three breaks a day, when their work is done or as soon as the pacing lets an idle one go.
 *
 * <p>The n-th dial of a campaign has the same luck under every rule, and so has the n-th talk.
 */
final class SimulatedCampaign {
  private static final int DIAL_ENDS = 0;
  private static final int GRACE_OVER = 1;
  private static final int TALK_OVER = 2;
  private static final int WRAP_UP_OVER = 3;
  private static final int BREAK_DUE = 4;
  private static final int BACK = 5;
  private static final int SHOCK = 6;
  private static final int SHOCK_OVER = 7;
  private static final int KINDS = 8;
  private static final long[] BREAKS_MS = {600_000, 1_800_000, 600_000};
  private static final int LINES = 1 << 15;
  /** So long after the day's close agents are still there for who answers; it counts for nobody. */
  private static final long LAST_TALKS_MS = 3_600_000;
  /** Fewer live answers are not judged. */
  private static final int COUNTED = 100;

  private enum Agent { AWAY, IDLE, TALKING, WRAPPING }

  private final Campaign campaign;
  private final Pacing pacing;
  private final Agenda agenda = new Agenda();
  private final SplittableRandom dialDice;
  private final SplittableRandom talkDice;
  private final SplittableRandom breakDice;

  private final Agent[] agents;
  private final long[] sinceMs;
  private final long[] workOverMs;
  private final long[] idleOrder;
  private final boolean[] breakDue;
  private final boolean[] gone;
  private final int[] breaksTaken;
  private long idleCount;

  private final boolean[] answers = new boolean[LINES];
  private final int[] generation = new int[LINES];
  private final boolean[] live = new boolean[LINES];
  private final long[] graceMs = new long[LINES];
  private final int[] freeLines = new int[LINES];
  private int free = LINES;
  private int outstanding;

  private final int[] waitingLines = new int[LINES];
  private int firstWaiting;
  private int lastWaiting;

  private int day;
  private long opensMs;
  private long closesMs;
  private long nowMs;
  private double talkMs;
  private double presentMs;
  private long placed;
  private long liveAnswers;
  private long abandoned;
  private long ofDay;
  private long abandonedOfDay;
  private double worstDay;
  private double worstOwn;

  private SimulatedCampaign(Campaign campaign, Pacing pacing) {
    this.campaign = campaign;
    this.pacing = pacing;
    SplittableRandom dice = new SplittableRandom(campaign.seed());
    dialDice = dice.split();
    talkDice = dice.split();
    breakDice = dice.split();
    int n = campaign.agents();
    agents = new Agent[n];
    sinceMs = new long[n];
    workOverMs = new long[n];
    idleOrder = new long[n];
    breakDue = new boolean[n];
    gone = new boolean[n];
    breaksTaken = new int[n];
    for (int i = 0; i < LINES; i++) {
      freeLines[i] = LINES - 1 - i;
    }
  }

  static Result run(Campaign campaign, Pacing pacing) {
    return new SimulatedCampaign(campaign, pacing).run();
  }

  private Result run() {
    for (day = 0; day < campaign.days(); day++) {
      opensMs = day * 24 * 3_600_000L;
      closesMs = opensMs + Campaign.DAY_MS;
      runDay();
    }
    double share = (double) abandoned / Math.max(1, liveAnswers);
    return new Result(
        60 * talkMs / presentMs, share, Math.max(worstDay, liveAnswers >= COUNTED ? share : 0), worstOwn,
        (double) placed / Math.max(1, liveAnswers));
  }

  private void runDay() {
    nowMs = opensMs;
    pacing.opens(opensMs, closesMs);
    begin();
    for (long second = opensMs; second < closesMs; second += 1_000) {
      until(second);
      nowMs = second;
      act();
    }
    until(closesMs + LAST_TALKS_MS);
    nowMs = closesMs + LAST_TALKS_MS;
    for (int i = 0; i < agents.length; i++) {
      become(i, Agent.AWAY);
      pacing.away(i, nowMs);
    }
    until(Long.MAX_VALUE - 1);
    if (outstanding > 0) {
      throw new IllegalStateException(outstanding + " dials never ended");
    }
    if (ofDay >= COUNTED) {
      worstDay = Math.max(worstDay, (double) abandonedOfDay / ofDay);
    }
    if (pacing instanceof Kernel ours) {
      Ledger.Count kept = ours.ledger().today();
      if (kept.live() != ofDay || kept.abandoned() + kept.failed() != abandonedOfDay) {
        throw new IllegalStateException("the ledger holds " + kept + " of " + ofDay + " live answers and " + abandonedOfDay + " abandoned");
      }
      long own = kept.abandoned() + (somebodyFails() ? 0 : kept.failed());
      worstOwn = Math.max(worstOwn, (double) own / Math.max(1, kept.live()));
    }
    ofDay = 0;
    abandonedOfDay = 0;
    pacing.dayEnds();
  }

  private boolean somebodyFails() {
    return campaign.shocks().stream().anyMatch(shock -> shock.kind() == Kind.AGENTS_FAIL);
  }

  private void begin() {
    for (int i = 0; i < agents.length; i++) {
      agents[i] = Agent.AWAY;
      breaksTaken[i] = 0;
      breakDue[i] = false;
      gone[i] = false;
      for (int b = 0; b < BREAKS_MS.length; b++) {
        plan((long) ((b + 0.3 + 1.4 * breakDice.nextDouble()) / 3.4 * Campaign.DAY_MS), BREAK_DUE, i);
      }
      becomeReady(i);
    }
    if (day == 0) {
      for (int i = 0; i < campaign.shocks().size(); i++) {
        plan(campaign.shocks().get(i).fromMs(), SHOCK, i);
        plan(campaign.shocks().get(i).toMs(), SHOCK_OVER, i);
      }
    }
  }

  private void plan(long afterOpeningMs, int kind, int which) {
    agenda.add(opensMs + afterOpeningMs, which * KINDS + kind);
  }

  private void until(long untilMs) {
    while (agenda.nextMs() <= untilMs) {
      nowMs = agenda.nextMs();
      int what = agenda.take();
      happens(what % KINDS, what / KINDS);
    }
  }

  private void happens(int kind, int which) {
    switch (kind) {
      case DIAL_ENDS -> dialEnds(which);
      case GRACE_OVER -> graceOver(which);
      case TALK_OVER -> talkOver(which);
      case WRAP_UP_OVER -> wrapUpOver(which);
      case BREAK_DUE -> breakDue(which);
      case BACK -> back(which);
      case SHOCK -> shock(campaign.shocks().get(which));
      case SHOCK_OVER -> shockOver(campaign.shocks().get(which));
      default -> throw new IllegalStateException("kind " + kind);
    }
  }

  private void act() {
    for (int dial = pacing.takeBack(nowMs); dial >= 0; dial = pacing.takeBack(nowMs)) {
      generation[dial]++;
      pacing.takenBack(dial, nowMs);
      release(dial);
    }
    for (int i = 0; i < agents.length; i++) {
      if (agents[i] == Agent.IDLE && breakDue[i] && pacing.mayRelease()) {
        leave(i);
      }
    }
    dial();
  }

  private void dial() {
    int count = nowMs < closesMs ? pacing.dials(nowMs) : 0;
    for (int i = 0; i < count; i++) {
      place();
    }
  }

  private void place() {
    int line = freeLines[--free];
    outstanding++;
    placed++;
    live[line] = true;
    pacing.placed(line, nowMs);
    double luck = dialDice.nextDouble();
    double busy = campaign.busy();
    double invalid = campaign.invalid();
    double rate = Math.min(0.95 - busy - invalid, campaign.answerRate() * campaign.answering(day, nowMs - opensMs));
    double setUp = campaign.setUpS();
    double spread = Chance.logNormal(dialDice, 1, 0.55);
    double s;
    if (luck < rate) {
      s = setUp + (campaign.answerS() - setUp) * spread;
    } else if (luck > 1 - invalid) {
      s = 1 + 2 * spread;
    } else if (luck > 1 - invalid - busy) {
      s = setUp + spread;
    } else {
      s = 1e6;
    }
    answers[line] = luck < rate && s * 1_000 < campaign.ringMs();
    agenda.add(nowMs + (long) Math.min(campaign.ringMs(), s * 1_000), (line | (generation[line] & 1) << 15) * KINDS + DIAL_ENDS);
  }

  private void dialEnds(int coded) {
    int line = coded & LINES - 1;
    if (!live[line] || (coded >> 15 & 1) != (generation[line] & 1)) {
      return;
    }
    if (!answers[line]) {
      pacing.ended(line, nowMs);
      release(line);
      return;
    }
    ofDay++;
    liveAnswers++;
    int agent = longestIdle();
    if (agent >= 0) {
      pacing.answered(line, agent, nowMs);
      release(line);
      talk(agent);
    } else {
      pacing.answeredAndWaits(line, nowMs);
      waitingLines[lastWaiting++ & LINES - 1] = line;
      graceMs[line] = nowMs + Campaign.GRACE_MS;
      agenda.add(graceMs[line], line * KINDS + GRACE_OVER);
    }
  }

  private void release(int line) {
    live[line] = false;
    outstanding--;
    freeLines[free++] = line;
  }

  private int longestIdle() {
    int found = -1;
    for (int i = 0; i < agents.length; i++) {
      if (agents[i] == Agent.IDLE && (found < 0 || idleOrder[i] < idleOrder[found])) {
        found = i;
      }
    }
    return found;
  }

  private void talk(int agent) {
    become(agent, Agent.TALKING);
    double s = Chance.talk(talkDice, campaign.talkS(), campaign.tail()) * campaign.talking(day, nowMs - opensMs);
    plan(agent, 1_000 + (long) (s * 1_000), TALK_OVER);
  }

  /** Those who wait wait in order, so it is the first whose time is over. */
  private void graceOver(int line) {
    if (firstWaiting == lastWaiting || waitingLines[firstWaiting & LINES - 1] != line || graceMs[line] != nowMs) {
      return;
    }
    firstWaiting++;
    pacing.abandoned();
    release(line);
    abandoned++;
    abandonedOfDay++;
  }

  private void talkOver(int agent) {
    if (agents[agent] != Agent.TALKING || workOverMs[agent] != nowMs) {
      return;
    }
    become(agent, Agent.WRAPPING);
    pacing.wrappingUp(agent, nowMs);
    plan(agent, (long) (1_000 * Chance.logNormal(talkDice, campaign.wrapUpS(), 0.5)), WRAP_UP_OVER);
  }

  private void plan(int agent, long afterMs, int kind) {
    workOverMs[agent] = nowMs + afterMs;
    agenda.add(workOverMs[agent], agent * KINDS + kind);
  }

  private void wrapUpOver(int agent) {
    if (agents[agent] != Agent.WRAPPING || workOverMs[agent] != nowMs) {
      return;
    }
    if (breakDue[agent] || gone[agent]) {
      leave(agent);
    } else {
      becomeReady(agent);
    }
  }

  private void becomeReady(int agent) {
    become(agent, Agent.IDLE);
    idleOrder[agent] = idleCount++;
    pacing.ready(agent, nowMs);
    if (firstWaiting != lastWaiting) {
      int line = waitingLines[firstWaiting++ & LINES - 1];
      pacing.joined(agent, nowMs);
      release(line);
      talk(agent);
    } else if (nowMs > opensMs) {
      dial();
    }
  }

  private void breakDue(int agent) {
    if (!gone[agent]) {
      breakDue[agent] = agents[agent] != Agent.AWAY;
    }
  }

  private void leave(int agent) {
    become(agent, Agent.AWAY);
    pacing.away(agent, nowMs);
    if (breakDue[agent] && !gone[agent]) {
      breakDue[agent] = false;
      agenda.add(nowMs + BREAKS_MS[Math.min(2, breaksTaken[agent]++)], agent * KINDS + BACK);
    }
  }

  private void back(int agent) {
    if (agents[agent] == Agent.AWAY && !gone[agent] && nowMs < closesMs) {
      becomeReady(agent);
    }
  }

  private void shock(Shock shock) {
    if (shock.kind() != Kind.AGENTS_LEAVE && shock.kind() != Kind.AGENTS_FAIL) {
      return;
    }
    for (int i = 0; i < agents.length * 3 / 10; i++) {
      gone[i] = true;
      breakDue[i] = true;
      if (shock.kind() == Kind.AGENTS_FAIL && agents[i] != Agent.AWAY) {
        leave(i);
      }
    }
  }

  private void shockOver(Shock shock) {
    if (shock.kind() != Kind.AGENTS_LEAVE && shock.kind() != Kind.AGENTS_FAIL) {
      return;
    }
    for (int i = 0; i < agents.length * 3 / 10; i++) {
      gone[i] = false;
      breakDue[i] = false;
      if (agents[i] == Agent.AWAY && nowMs < closesMs) {
        becomeReady(i);
      }
    }
  }

  private void become(int agent, Agent next) {
    Agent was = agents[agent];
    if (was != null && was != Agent.AWAY) {
      double ms = Math.max(0, Math.min(nowMs, closesMs) - sinceMs[agent]);
      presentMs += ms;
      talkMs += was == Agent.TALKING ? ms : 0;
    }
    agents[agent] = next;
    sinceMs[agent] = nowMs;
  }
}
