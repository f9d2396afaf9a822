package io.switchboard.desktop.board;

import io.switchboard.core.id.AgentId;
import io.switchboard.core.line.Phone;
import io.switchboard.core.metric.Snapshot;
import io.switchboard.desktop.api.Health;
import io.switchboard.desktop.api.Numbers;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The board's numbers beside what the configuration and the line know of each agent. */
public final class BoardNumbers implements Numbers {
  private final Supplier<Snapshot> board;
  private final Exposition exposition;
  private final Function<AgentId, @Nullable Person> people;
  private final Predicate<String> unreachable;
  private final Predicate<AgentId> resting;

  /**
   * @param board e.g. {@code liveBoard::snapshot}
   * @param exposition writes what Prometheus reads
   * @param people an agent who is missing here is shown by his name and as reachable
   * @param unreachable whether the endpoint of this name cannot be rung
   * @param resting whether this agent's phone could not be rung a moment ago
   */
  public BoardNumbers(
      Supplier<Snapshot> board, Exposition exposition, Function<AgentId, @Nullable Person> people, Predicate<String> unreachable,
      Predicate<AgentId> resting) {
    this.resting = resting;
    this.board = board;
    this.exposition = exposition;
    this.people = people;
    this.unreachable = unreachable;
  }

  @Override
  public Snapshot snapshot() {
    return board.get();
  }

  @Override
  public String displayName(AgentId agent) {
    Person person = people.apply(agent);
    return person == null ? agent.name() : person.displayName();
  }

  /** Of a number in the public network nothing is known but that it could not be rung. */
  @Override
  public boolean reachable(AgentId agent) {
    Person person = people.apply(agent);
    return !resting.test(agent) && (person == null || switch (person.phone()) {
      case Phone.Endpoint endpoint -> !unreachable.test(endpoint.name());
      case Phone.Number number -> true;
      case Phone.Sip sip -> true;
    });
  }

  @Override
  public String prometheus(Snapshot snapshot, List<Health.Part> parts) {
    return exposition.text(snapshot, parts);
  }
}
