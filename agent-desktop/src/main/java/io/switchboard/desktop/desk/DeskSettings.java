package io.switchboard.desktop.desk;

import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.recording.RecordingPlan;
import io.switchboard.desktop.protocol.MeView;
import io.switchboard.desktop.protocol.PhoneView.PhoneKind;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is configured of agents and queues, as far as a desk shows it. */
public record DeskSettings(Map<AgentId, Profile> people, Map<QueueId, QueuePlan> queues) {
  private static final QueuePlan NO_QUEUE = new QueuePlan(null, 0, List.of(), false, RecordingPlan.NONE);

  public DeskSettings {
    people = Map.copyOf(people);
    queues = Map.copyOf(queues);
  }

  /** Nobody, and no queue. */
  public static DeskSettings none() {
    return new DeskSettings(Map.of(), Map.of());
  }

  /**
   * An agent.
   *
   * @param languages codes of the languages of his company
   * @param queues names of those that he serves
   * @param endpoint name of his phone, or the number that is dialled
   */
  public record Profile(
      String displayName, List<String> languages, List<String> queues, List<MeView.Reason> reasons, PhoneKind phone, String endpoint) {}

  /**
   * A queue.
   *
   * @param script the guided script that is proposed, or null
   * @param extensions how often its wrap-up may be extended
   * @param codes of its wrap-up; empty: there are none
   * @param codeRequired a wrap-up does not end without one
   * @param recording of its talks
   */
  public record QueuePlan(
      @Nullable String script, int extensions, List<MeView.WrapUpCode> codes, boolean codeRequired, RecordingPlan recording) {}

  /** Who is no agent is shown by his name; he may still give others the reasons of his company. */
  Profile person(AgentId agent) {
    Profile known = people.get(agent);
    return known == null ? new Profile(agent.name(), List.of(), List.of(), reasons(agent.tenant()), PhoneKind.SIP, "") : known;
  }

  private List<MeView.Reason> reasons(TenantId tenant) {
    return people.entrySet().stream().filter(each -> each.getKey().tenant().equals(tenant)).map(each -> each.getValue().reasons()).findFirst()
        .orElse(List.of());
  }

  String name(AgentId agent) {
    return person(agent).displayName();
  }

  QueuePlan queue(@Nullable QueueId queue) {
    return queue == null ? NO_QUEUE : queues.getOrDefault(queue, NO_QUEUE);
  }
}
