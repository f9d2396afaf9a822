package io.switchboard.desktop.desk;

import io.switchboard.core.id.TenantId;
import io.switchboard.desktop.protocol.CustomerCard;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Who has a number. Never blocks, and answers within a limit of its own. */
public interface CardSource {
  /** Knows nobody. */
  CardSource NOBODY = (tenant, number) -> CompletableFuture.completedFuture(new Found(false, List.of()));

  /** {@code number}: in E.164, not empty. */
  CompletionStage<Found> find(TenantId tenant, String number);

  /** A customer by his id. */
  default CompletionStage<Found> of(TenantId tenant, long customer) {
    return CompletableFuture.completedFuture(new Found(false, List.of()));
  }

  /** {@code failed}: it took too long, or the store is away. {@code cards}: none, one or several. */
  record Found(boolean failed, List<CustomerCard> cards) {
    public Found {
      cards = List.copyOf(cards);
    }
  }
}
