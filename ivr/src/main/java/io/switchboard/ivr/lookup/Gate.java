package io.switchboard.ivr.lookup;

import io.switchboard.ivr.lookup.Circuit.Way;
import io.switchboard.ivr.lookup.Lookups.Asked;
import io.switchboard.ivr.lookup.Source.Answer;
import io.switchboard.ivr.lookup.Source.Question;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way to one source, bounded: so many questions at once, so many that wait for their turn, each only until its limit; what is beyond
 * fails at once, and so does everything while the source is left alone by the {@link Circuit}. A question keeps its turn until its adapter has
 * let go of the source, also when nobody waits for it any more.
 */
final class Gate implements AutoCloseable {
  /** For each one that is asked, so many may wait for their turn. */
  static final int WAITING_EACH = 8;

  private static final Logger LOG = LoggerFactory.getLogger(Gate.class);

  private final Source source;
  private final LongSupplier nanos;
  private final Semaphore turns;
  private final AtomicInteger inside = new AtomicInteger();
  private final Circuit circuit = new Circuit();

  Gate(Source source, LongSupplier nanos) {
    this.source = source;
    this.nanos = nanos;
    this.turns = new Semaphore(source.atOnce(), true);
  }

  /** Never completes exceptionally. */
  CompletionStage<Found> ask(Question question, Asked asked) {
    if (circuit.refuses(nanos.getAsLong())) {
      return failed(resting());
    }
    if (inside.incrementAndGet() > source.atOnce() * (1 + WAITING_EACH)) {
      inside.decrementAndGet();
      return failed(source.name() + " is asked " + source.atOnce() + " questions, and more wait than may");
    }
    Visit visit = new Visit(question.lookup().limitMs());
    Deadline deadline = Deadline.inMs(question.lookup().limitMs());
    onAnotherThread(() -> visit.take(question, asked, deadline));
    Executor atTheLimit =
        CompletableFuture.delayedExecutor(question.lookup().limitMs(), TimeUnit.MILLISECONDS, Gate::onAnotherThread);
    atTheLimit.execute(visit::late);
    return visit.answer;
  }

  private static void onAnotherThread(Runnable task) {
    Thread.ofVirtual().name("lookup").start(task);
  }

  private static CompletionStage<Found> failed(String why) {
    return CompletableFuture.completedStage(new Found.Failed(why));
  }

  private String resting() {
    return source.name() + " failed " + Circuit.FAILURES_IN_A_ROW + " times in a row and is not asked for some seconds";
  }

  /** How many hold or wait for a turn. */
  int inside() {
    return inside.get();
  }

  @Override
  public void close() {
    source.close();
  }

  /** One question on its way. What it is asked is not kept here: this is remembered until the limit, longer than a secret should be. */
  private final class Visit {
    private final CompletableFuture<Found> answer = new CompletableFuture<>();
    private final AtomicBoolean told = new AtomicBoolean();
    private final long limitMs;
    private volatile Way way = Way.CLOSED;

    Visit(long limitMs) {
      this.limitMs = limitMs;
    }

    void take(Question question, Asked asked, Deadline deadline) {
      boolean turn = false;
      try {
        turn = turns.tryAcquire(deadline.leftMs(), TimeUnit.MILLISECONDS);
        if (turn && !answer.isDone()) {
          way = circuit.begin(nanos.getAsLong());
          if (way == Way.CLOSED) {
            answer.complete(new Found.Failed(resting()));
          } else {
            ended(asked(question, asked, deadline));
          }
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } finally {
        inside.decrementAndGet();
        if (turn) {
          turns.release();
        }
      }
    }

    /** A bug must cost no more than this answer. Its message is not told: it could hold what was asked. */
    private Answer asked(Question question, Asked asked, Deadline deadline) {
      try {
        return question.ask(asked, deadline);
      } catch (RuntimeException bug) {
        LOG.error("the lookup {} broke off: {} at {}", question.lookup().name(), bug.getClass().getName(),
            bug.getStackTrace().length == 0 ? "?" : bug.getStackTrace()[0]);
        return Answer.refused("asking broke off by a fault in the program, see the log");
      }
    }

    /** The limit is over; what was asked and is still not answered counts against the source. */
    void late() {
      if (!answer.isDone()) {
        ended(way == Way.CLOSED
            ? Answer.refused("all " + source.atOnce() + " connections of " + source.name() + " were in use for " + limitMs + " ms")
            : Answer.down(source.name() + " did not answer within " + limitMs + " ms"));
      }
    }

    private void ended(Answer came) {
      if (way != Way.CLOSED && told.compareAndSet(false, true) && circuit.ended(way, came.alive(), nanos.getAsLong())) {
        if (came.alive()) {
          LOG.info("{} answers again", source.name());
        } else {
          LOG.warn("{}, the last time: {}", resting(), came.found() instanceof Found.Failed failed ? failed.why() : "?");
        }
      }
      answer.complete(came.found());
    }
  }
}
