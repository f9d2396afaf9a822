package io.switchboard.acd.replay;

import io.switchboard.core.ending.OfferEnding;
import io.switchboard.core.ending.Party;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.OfferId;
import io.switchboard.core.id.QueueId;
import java.util.Comparator;
import java.util.List;

/** How callers and agents behave: as recorded where that is known, else drawn from what was seen of their like. */
final class Behaviour {
  /** For a record that has not one talk, or not one rest, to draw from. */
  private static final Handling UNSEEN_TALK = new Handling(180_000, Party.CALLER, null);
  private static final long UNSEEN_REST_MS = 60_000;

  private final Recorded recorded;
  private final Guess guess;
  private final List<Ringing> allRingings;
  private final List<Handling> allHandlings;
  private int talks;
  private int patiences;
  private int rings;

  Behaviour(Recorded recorded, long seed) {
    this.recorded = recorded;
    this.guess = new Guess(seed);
    this.allRingings = recorded.ringings.entrySet().stream()
        .sorted(Comparator.comparing(each -> each.getKey().toString())).flatMap(each -> each.getValue().stream()).toList();
    this.allHandlings = recorded.handlings.entrySet().stream()
        .sorted(Comparator.comparing(each -> each.getKey().toString())).flatMap(each -> each.getValue().stream()).toList();
  }

  /** After which he hangs up if he still waits. Who hung up has shown it; the others were patient for at least as long as they waited. */
  long patienceMs(Entry entry) {
    if (entry.hungUp()) {
      return entry.waitMs();
    }
    Survival survival = recorded.patience.get(entry.wish().queue());
    return survival == null ? Survival.ENDLESS : survival.patienceMs(guess.chance("patience", about(entry)), entry.waitMs());
  }

  /** He did hang up of a patience that was not recorded. */
  void hungUpByGuess() {
    patiences++;
  }

  Handling handling(Entry entry) {
    if (entry.end() instanceof Entry.End.Answered answered && answered.handling() != null) {
      return answered.handling();
    }
    talks++;
    QueueId queue = entry.wish().queue();
    List<Handling> seen = recorded.handlings.getOrDefault(queue, allHandlings);
    return seen.isEmpty() ? UNSEEN_TALK : guess.one(seen, "handling", about(entry));
  }

  private static String about(Entry entry) {
    return entry.wish().call() + " " + entry.atMs();
  }

  /** How this agent's phone is answered. The very offer that was recorded ends as it was recorded. */
  Ringing ringing(OfferId offer, AgentId agent, long ringMs) {
    Recorded.Rung known = recorded.rung.get(offer);
    Ringing was = known != null && known.agent().equals(agent) ? known.ringing() : null;
    if (was != null && was.telling()) {
      return within(was, ringMs);
    }
    rings++;
    List<Ringing> seen = recorded.ringings.getOrDefault(agent, allRingings);
    Ringing drawn = seen.isEmpty() ? new Ringing(null, 0) : guess.one(seen, "ringing", agent + " " + offer);
    long silentMs = was == null ? -1 : was.afterMs(); // for so long nobody answered it
    return within(drawn.afterMs() <= silentMs ? new Ringing(drawn.ending(), silentMs + 1) : drawn, ringMs);
  }

  /** Nobody rings for longer than the rules say. */
  private static Ringing within(Ringing ringing, long ringMs) {
    return ringing.ending() == OfferEnding.UNANSWERED || ringing.afterMs() >= ringMs ? new Ringing(OfferEnding.UNANSWERED, ringMs) : ringing;
  }

  /** How long an agent who was made not ready stays so. */
  long restMs(AgentId agent, long atMs) {
    return recorded.restsMs.isEmpty() ? UNSEEN_REST_MS : guess.one(recorded.restsMs, "rest", agent + " " + atMs);
  }

  /** What had to be drawn. */
  Replay.Drawn drawn() {
    return new Replay.Drawn(talks, patiences, rings);
  }
}
