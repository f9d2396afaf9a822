package io.switchboard.core.call;

import io.switchboard.core.journal.Fact;
import io.switchboard.core.journal.Journal;
import io.switchboard.core.signal.Reply;
import io.switchboard.core.signal.Signals;
import io.switchboard.core.signal.TaskRequest;
import io.switchboard.core.signal.WhoseCall;
import io.switchboard.core.time.Clock;
import java.util.List;
import java.util.function.Consumer;

/** Writes down what people say of calls: whose one is, who took note of a task that came of it, and who has dealt with it. */
public final class CallMarks {
  private final Journal journal;
  private final Clock clock;

  public CallMarks(Journal journal, Clock clock) {
    this.journal = journal;
    this.clock = clock;
  }

  /** Answers from now on. */
  public void open(Signals signals) {
    signals.<Reply, TaskRequest.Seen>answer(TaskRequest.Seen.class, (asked, reply) -> mark(
        new Fact.Task.TaskSeen(clock.nowMs(), asked.tenant(), asked.call(), asked.task(), asked.by()), "seen", reply));
    signals.<Reply, TaskRequest.Done>answer(TaskRequest.Done.class, (asked, reply) -> mark(
        new Fact.Task.TaskDone(clock.nowMs(), asked.tenant(), asked.call(), asked.task(), asked.by(), asked.note()), "done", reply));
    signals.<Reply, WhoseCall>answer(WhoseCall.class, (asked, reply) -> mark(
        new Fact.CustomerNamed(clock.nowMs(), asked.tenant(), asked.call(), asked.customer(), asked.by()), "named", reply));
  }

  private void mark(Fact fact, String state, Consumer<Reply> reply) {
    journal.append(List.of(fact), true, () -> reply.accept(new Reply.Accepted(state)));
  }
}
