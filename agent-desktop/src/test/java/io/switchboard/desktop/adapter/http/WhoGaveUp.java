package io.switchboard.desktop.adapter.http;

import io.switchboard.core.id.CallId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.interaction.CallbackAhead;
import io.switchboard.core.interaction.Callbacks;
import io.switchboard.core.interaction.GaveUp;
import io.switchboard.core.interaction.GaveUp.State;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Of the tenant demo: four who gave up in sales, which anna serves, and one in support, which she does not; two callbacks ahead. */
final class WhoGaveUp implements Callbacks {
  static final long NOW = 1_000_000_000L;
  static final CallId OPEN = new CallId("2.1");
  static final CallId BOOKED = new CallId("2.2");
  static final CallId CALLBACK = new CallId("2.2+a1");
  private static final QueueId SALES = QueueId.of("demo", "sales");
  private static final QueueId SUPPORT = QueueId.of("demo", "support");

  private final List<GaveUp> gaveUp = List.of(
      gaveUp("2.5", SUPPORT, "+49305", 1_000, State.OPEN, null),
      gaveUp("2.4", SALES, "", 2_000, State.OPEN, null),
      gaveUp("2.3", SALES, "+49303", 3_000, State.CALLED_AGAIN, null),
      gaveUp("2.2", SALES, "+49302", 4_000, State.BOOKED, "sam"),
      gaveUp("2.1", SALES, "+49301", 2 * 3_600_000, State.OPEN, null));
  private final List<CallbackAhead> ahead = List.of(
      new CallbackAhead(CALLBACK, BOOKED, SALES, "+49302", "Bea", 3_000, 5_000, "sam", 1, 9_000L, CallbackAhead.State.DIALLING),
      new CallbackAhead(
          new CallId("2.6+b2"), new CallId("2.6"), SUPPORT, "+49306", "", 6_000, 6_000, "caller", 0, null, CallbackAhead.State.WAITING));

  private static GaveUp gaveUp(String call, QueueId queue, String caller, long agoMs, State state, @Nullable String by) {
    return new GaveUp(
        new CallId(call), queue, caller, "Bea", NOW - agoMs, 40_000, NOW - agoMs - 60_000, "zh", state, by, by == null ? null : NOW - 500);
  }

  private static boolean chosen(QueueId queue, Optional<List<String>> queues) {
    return queues.map(names -> names.contains(queue.name())).orElse(true);
  }

  @Override
  public List<GaveUp> gaveUp(TenantId tenant, Optional<List<String>> queues, long afterMs, boolean openOnly, int limit) {
    return gaveUp.stream().filter(each -> each.queue().tenant().equals(tenant) && each.leftAtMs() >= afterMs && chosen(each.queue(), queues))
        .filter(each -> !openOnly || each.state() == State.OPEN).limit(limit).toList();
  }

  @Override
  public Optional<GaveUp> gaveUp(TenantId tenant, CallId call) {
    return gaveUp.stream().filter(each -> each.queue().tenant().equals(tenant) && each.call().equals(call)).findFirst();
  }

  @Override
  public List<CallbackAhead> ahead(TenantId tenant, Optional<List<String>> queues) {
    return ahead.stream().filter(each -> each.queue().tenant().equals(tenant) && chosen(each.queue(), queues)).toList();
  }

  @Override
  public Optional<CallbackAhead> ahead(TenantId tenant, CallId callback) {
    return ahead.stream().filter(each -> each.queue().tenant().equals(tenant) && each.callback().equals(callback)).findFirst();
  }

  @Override
  public List<CallId> bookedFrom(TenantId tenant, CallId from) {
    return tenant.value().equals("demo") && from.equals(BOOKED) ? List.of(CALLBACK) : List.of();
  }
}
