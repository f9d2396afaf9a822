package io.switchboard.desktop.adapter.http;

import io.switchboard.core.id.CallId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.interaction.Task;
import io.switchboard.core.interaction.Tasks;
import io.switchboard.core.interaction.Voicemail;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Of the tenant demo: two bad scores and a message in sales, which anna serves, one bad score in support, and one about no queue. */
final class ThingsToDo implements Tasks {
  private static final QueueId SALES = QueueId.of("demo", "sales");

  private final List<Task> all = List.of(
      score("3.5-s2", null, "+49305", 1_000, null),
      score("3.4-s2", QueueId.of("demo", "support"), "+49304", 1_000, null),
      new Task("3.3-1", SALES, new CallId("3.3"), "+49303", "", "", null, 4_000, WhoGaveUp.NOW - 3_000, null, null, null, "", null),
      score("3.2-s2", SALES, "", 1_000, new Voicemail.Mark("sam", WhoGaveUp.NOW - 500)),
      score("3.1-s2", SALES, "+49301", -1_000, null));

  private static Task score(String id, @Nullable QueueId queue, String number, long leftMs, Voicemail.@Nullable Mark done) {
    return new Task(
        id, queue, new CallId(id.substring(0, 3)), number, "Bea", "zh", new Task.Score("csat", 1, "anna"), 0, WhoGaveUp.NOW - 9_000,
        WhoGaveUp.NOW + leftMs, null, done, done == null ? "" : "gave him a voucher", null);
  }

  @Override
  public List<Task> list(TenantId tenant, Choice choice) {
    return all.stream()
        .filter(each -> tenant.value().equals("demo") && each.madeAtMs() < choice.beforeMs())
        .filter(each -> choice.kind() == null || each.kind() == choice.kind())
        .filter(each -> choice.queues().map(names -> each.queue() != null && names.contains(each.queue().name())).orElse(true))
        .filter(each -> each.done() == null || !(choice.openOnly() || choice.unseenOnly()))
        .filter(each -> choice.overdueAtMs() == 0 || each.overdue(choice.overdueAtMs())).limit(choice.limit()).toList();
  }

  @Override
  public Optional<Task> one(TenantId tenant, String id) {
    return all.stream().filter(each -> tenant.value().equals("demo") && each.id().equals(id)).findFirst();
  }
}
