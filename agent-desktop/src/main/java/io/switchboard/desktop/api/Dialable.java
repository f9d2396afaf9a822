package io.switchboard.desktop.api;

import io.switchboard.core.customer.Customers;
import io.switchboard.core.dial.DialRules;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.signal.Words;
import io.switchboard.desktop.api.Outside.Way;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Whether a number outside may be called: it is allowed, and nobody who has it does not want to be. An emergency always is. */
final class Dialable {
  private final Outside outside;
  private final Customers customers;
  private final Aside reads;

  Dialable(Outside outside, Customers customers, Aside reads) {
    this.outside = outside;
    this.customers = customers;
    this.reads = reads;
  }

  /** {@code number}: as people write it. Fails where nobody can tell whether it may be called. */
  CompletionStage<Way> of(TenantId tenant, String number) {
    Way way = outside.to(tenant, number);
    if (!(way instanceof Way.Open open) || open.emergency()) {
      return CompletableFuture.completedFuture(way);
    }
    String e164 = open.to().e164();
    return reads.run(() -> DialRules.destination(new DialRules.Destination(false, true, true, customers.doNotCall(tenant, e164))) == null
        ? way : doNotCall(e164));
  }

  static Way.Barred doNotCall(String who) {
    return new Way.Barred(Way.DO_NOT_CALL, new Words(
        who + ". Where he asked for the call himself, take 'do not call' off his record first, with a note.",
        who + "。若本次呼叫是客户自己要求的，请先在其资料中取消“请勿致电”并备注。"));
  }

  static Problem problem(Way.Barred barred) {
    return Problem.of(barred.code().equals(Way.DO_NOT_CALL) ? Trouble.DO_NOT_CALL : Trouble.NUMBER_BARRED, barred.why());
  }
}
