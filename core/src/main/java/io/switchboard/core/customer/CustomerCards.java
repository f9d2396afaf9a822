package io.switchboard.core.customer;

import io.switchboard.core.id.TenantId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Who has this number, for the agent's screen before his phone rings. */
public interface CustomerCards {
  /** More customers of one number than this are cut. */
  int MOST = 10;

  /**
   * Never blocks, never fails, and answers within its limit of time.
   *
   * @param number E.164; empty: withheld, and nobody has it
   */
  CompletionStage<Found> lookup(TenantId tenant, String number);

  /** A customer of ours by his id, like {@link #lookup}; who knows people by their numbers alone finds nobody. */
  default CompletionStage<Found> of(TenantId tenant, long customer) {
    return CompletableFuture.completedFuture(Found.NOBODY);
  }

  /**
   * What was found in time.
   *
   * @param cards none, one or several; the one changed last first
   */
  record Found(State state, List<CustomerCard> cards) {
    public static final Found NOBODY = new Found(State.DONE, List.of());
    public static final Found FAILED = new Found(State.FAILED, List.of());

    public Found {
      cards = List.copyOf(cards);
    }
  }

  enum State {
    DONE,
    /** It took too long, or the store is away: there may be one. */
    FAILED
  }
}
