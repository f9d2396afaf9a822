package io.switchboard.desktop.adapter.prometheus;

import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.switchboard.core.agent.AgentState;
import io.switchboard.core.ending.OfferEnding;
import io.switchboard.core.ending.QueueExit;
import io.switchboard.core.ending.QueueRefusal;
import io.switchboard.core.metric.Definitions;
import io.switchboard.core.metric.Snapshot;
import io.switchboard.core.metric.Waits;
import io.switchboard.desktop.adapter.prometheus.Family.Labelled;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is counted of each queue: a call in the day in which it entered the queue. */
final class QueueMetrics {
  private final List<Labelled<Snapshot.Queue>> queues;
  private final String formulas;

  private QueueMetrics(List<Snapshot.Tenant> tenants) {
    this.queues = tenants.stream().flatMap(tenant -> tenant.queues().stream()).map(queue -> new Labelled<>(
        Labels.of("tenant", queue.queue().tenant().value(), "queue", queue.queue().name()), queue)).toList();
    this.formulas = tenants.stream().map(Snapshot.Tenant::definitions).map(Definitions::formula).distinct()
        .collect(Collectors.joining("; or, by tenant, "));
  }

  static List<MetricSnapshot> of(List<Snapshot.Tenant> tenants) {
    QueueMetrics metrics = new QueueMetrics(tenants);
    return Stream.of(metrics.now(), metrics.calls(), metrics.reasons(), metrics.offers(), metrics.callbacks(), metrics.waitsTold()).flatMap(List::stream).toList();
  }

  private List<MetricSnapshot> now() {
    return List.of(
        all("switchboard_queue_closed", "1 while an emergency closure is in force, of the queue or of its tenant.")
            .gauge(queue -> queue.closed() ? 1 : 0),
        all("switchboard_queue_waiting_calls", "Calls that wait now, those included for whom a phone rings.")
            .gauge(Snapshot.Queue::waiting),
        all("switchboard_queue_longest_wait_seconds", "The longest wait of those who wait now; 0 when nobody waits.")
            .gauge(queue -> Family.seconds(queue.longestWaitMs())),
        all("switchboard_queue_talking_calls", "Calls of this queue that talk with an agent now.").gauge(Snapshot.Queue::talking),
        each("switchboard_queue_agents", "Agents now who serve the queue and are signed in, by state.",
            queue -> queue.each("state", AgentState.class, queue.subject().agents())
                .filter(each -> !Family.word(AgentState.SIGNED_OUT).equals(each.labels().get("state")))).gauge(Long::doubleValue),
        known("service_level_ratio", "Service level of today, 0 to 1: " + formulas + ".", Snapshot.Queue::serviceLevel),
        known("abandonment_ratio", "Abandoned / offered calls of today, 0 to 1.", Snapshot.Queue::abandonment),
        known("asa_seconds", "Average speed of answer today: total wait of answered calls / answered.",
            queue -> seconds(queue.asaMs())),
        known("aht_seconds", "Average handling time today: (talk + wrap-up) / calls whose wrap-up ended.",
            queue -> seconds(queue.ahtMs())));
  }

  private List<MetricSnapshot> calls() {
    return List.of(
        count("entered", "Calls that entered the queue today, whatever became of them.", Snapshot.Queue::entered),
        count("offered", "Calls answered or abandoned today; short abandons and what left by itself are not among them.",
            Snapshot.Queue::offered),
        count("answered", "Calls connected to an agent today.", Snapshot.Queue::answered),
        count("answered_within", "Calls answered within T of the service level today.", Snapshot.Queue::answeredWithin),
        count("abandoned", "Callers who hung up while they waited today, short abandons apart.", Snapshot.Queue::abandoned),
        count("short_abandoned", "Callers who hung up sooner than a short abandon's limit today.", Snapshot.Queue::shortAbandoned),
        Family.histogram(new Family<>("switchboard_queue_wait_seconds",
            "Wait of today's calls by outcome, from entering the queue to being connected or hanging up, ringing included.",
            queues.stream().<Labelled<Waits>>flatMap(queue -> Stream.of(
                queue.with("outcome", "answered", queue.subject().answeredWaits()),
                queue.with("outcome", "abandoned", queue.subject().abandonedWaits()))))));
  }

  private List<MetricSnapshot> reasons() {
    return List.of(
        each("switchboard_queue_left", "Calls that left the queue today unconnected though the caller did not hang up, by why.",
            queue -> queue.each("exit", QueueExit.class, queue.subject().left())
                .filter(each -> !Family.word(QueueExit.ABANDONED).equals(each.labels().get("exit")))).counter(Long::doubleValue),
        each("switchboard_queue_refused", "Calls that the queue did not take today, by why.",
            queue -> queue.each("reason", QueueRefusal.class, queue.subject().refused())).counter(Long::doubleValue));
  }

  private List<MetricSnapshot> offers() {
    return List.of(
        count("offers_made", "Phones rung for calls of the queue today.", Snapshot.Queue::offersMade),
        each("switchboard_queue_offers", "Offers that ended today, by how: answered, or why not.",
            queue -> Stream.concat(
                Stream.of(queue.with("ending", "answered", queue.subject().answered())),
                queue.each("ending", OfferEnding.class, queue.subject().offersUnanswered()))).counter(Long::doubleValue));
  }

  private List<MetricSnapshot> callbacks() {
    return List.of(
        all("switchboard_queue_callbacks_waiting", "Customers now who wait to be called back, those included who are being dialled.")
            .gauge(queue -> queue.callbacks().waiting()),
        count("callbacks_booked", "Callbacks booked today; apart from all counts of calls.", queue -> queue.callbacks().booked()),
        count("callbacks_reached", "Of those booked today, customers who talked with an agent.", queue -> queue.callbacks().reached()),
        each("switchboard_queue_callbacks_over", "Of those booked today, callbacks that ended without a talk, by why.",
            queue -> queue.each("exit", QueueExit.class, queue.subject().callbacks().over())).counter(Long::doubleValue));
  }

  private List<MetricSnapshot> waitsTold() {
    return List.of(
        count("waits_told", "Announcements today that told a caller a range of how long he has still to wait.",
            queue -> queue.waitsTold().told()),
        count("waits_told_judged", "Of them those whose caller was answered, or was still there when the range was over.",
            queue -> queue.waitsTold().judged()),
        count("waits_told_within", "Of those judged, answered within the range.", queue -> queue.waitsTold().within()),
        known("waits_told_within_ratio", "Within / judged of today, meant to be 0.8.", queue -> queue.waitsTold().withinShare()),
        known("waits_told_error_seconds", "Mean absolute difference between the wait and the middle of the range told, of callers answered today.",
            queue -> seconds(queue.waitsTold().meanErrorMs())));
  }

  private MetricSnapshot count(String what, String help, ToLongFunction<Snapshot.Queue> value) {
    return all("switchboard_queue_" + what, help).counter(value::applyAsLong);
  }

  /** A share or a mean, of the queues where there is one. */
  private MetricSnapshot known(String what, String help, Function<Snapshot.Queue, @Nullable Double> value) {
    return new Family<>("switchboard_queue_" + what, help + " Absent while there is nothing to count.", queues.stream()
        .flatMap(queue -> Stream.ofNullable(value.apply(queue.subject())).map(known -> new Labelled<>(queue.labels(), known))))
        .gauge(Double::doubleValue);
  }

  private static @Nullable Double seconds(@Nullable Double ms) {
    return ms == null ? null : ms / 1000;
  }

  private Family<Snapshot.Queue> all(String name, String help) {
    return new Family<>(name, help, queues.stream());
  }

  private Family<Long> each(String name, String help, Function<Labelled<Snapshot.Queue>, Stream<Labelled<Long>>> points) {
    return new Family<>(name, help, queues.stream().flatMap(points));
  }
}
