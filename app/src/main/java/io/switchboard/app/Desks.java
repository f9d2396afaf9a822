package io.switchboard.app;

import io.switchboard.acd.queue.QueueSettings;
import io.switchboard.acd.queue.WrapUp;
import io.switchboard.app.configuration.AgentPlan;
import io.switchboard.app.configuration.Configuration;
import io.switchboard.app.configuration.Tenant;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.line.Phone;
import io.switchboard.desktop.DeskStage;
import io.switchboard.desktop.desk.DeskSettings;
import io.switchboard.desktop.desk.DeskSettings.Profile;
import io.switchboard.desktop.desk.DeskSettings.QueuePlan;
import io.switchboard.desktop.protocol.MeView.Reason;
import io.switchboard.desktop.protocol.PhoneView.PhoneKind;
import io.switchboard.desktop.wall.WallSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a desk shows of the configuration. */
final class Desks {
  private Desks() {}

  static DeskStage.Configured of(Configuration configuration) {
    return new DeskStage.Configured(desks(configuration), wall(configuration));
  }

  private static WallSettings wall(Configuration configuration) {
    return new WallSettings(configuration.queues().stream().collect(Collectors.toMap(
        QueueSettings::id, queue -> new WallSettings.Plan(configuration.desk(queue.id()).alarms(), queue.waiting().message()))));
  }

  private static DeskSettings desks(Configuration configuration) {
    Map<TenantId, Tenant> tenants = configuration.tenants().stream().collect(Collectors.toMap(Tenant::id, tenant -> tenant));
    Map<AgentId, Profile> people = new HashMap<>();
    configuration.agents().forEach(agent -> people.put(agent.id(), profile(agent, tenants.get(agent.id().tenant()))));
    Map<QueueId, QueuePlan> queues = new HashMap<>();
    configuration.queues().forEach(queue -> queues.put(queue.id(), plan(queue, configuration)));
    return new DeskSettings(people, queues);
  }

  private static Profile profile(AgentPlan agent, @Nullable Tenant tenant) {
    List<Reason> reasons = tenant == null ? List.of() : tenant.notReady().entrySet().stream()
        .map(reason -> new Reason(reason.getKey(), reason.getValue().limitMs() == 0 ? null : reason.getValue().limitMs() / 1000)).toList();
    return new Profile(
        agent.settings().name(), tenant == null ? List.of() : tenant.languages(),
        agent.settings().queues().stream().map(QueueId::name).sorted().toList(), reasons, kind(agent.phone()),
        endpoint(agent.phone().phone()));
  }

  private static PhoneKind kind(AgentPlan.PhonePlan phone) {
    return switch (phone) {
      case AgentPlan.PhonePlan.Browser browser -> PhoneKind.BROWSER;
      case AgentPlan.PhonePlan.Registering registering -> PhoneKind.SIP;
      case AgentPlan.PhonePlan.Fixed fixed -> PhoneKind.SIP;
      case AgentPlan.PhonePlan.Outside outside -> PhoneKind.SIP;
    };
  }

  private static String endpoint(Phone phone) {
    return switch (phone) {
      case Phone.Endpoint endpoint -> endpoint.name();
      case Phone.Number number -> number.e164();
      case Phone.Sip sip -> sip.address();
    };
  }

  private static QueuePlan plan(QueueSettings queue, Configuration configuration) {
    WrapUp wrapUp = queue.work().wrapUp();
    return new QueuePlan(configuration.scripts().get(queue.id()), wrapUp.extendMs() == 0 ? 0 : wrapUp.extensions(),
        configuration.desk(queue.id()).codes(), queue.work().codes().required(), configuration.desk(queue.id()).recording());
  }
}
