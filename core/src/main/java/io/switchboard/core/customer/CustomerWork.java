package io.switchboard.core.customer;

import io.switchboard.core.customer.CustomerCase.Move;
import io.switchboard.core.customer.CustomerCase.Opening;
import io.switchboard.core.id.TenantId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is done for customers: notes, cases, follow-ups. Calls block: use a thread that may, and expect an
 * {@link java.io.UncheckedIOException} when the store is away.
 */
public interface CustomerWork {
  /** Of one list. */
  int MOST = 200;

  /** Adds a note to his timeline; false: there is no such customer. {@code call}: about which, or empty. */
  boolean note(TenantId tenant, long customer, String text, String call, String by);

  /** The open ones first, then the newest first. */
  List<CustomerCase> cases(TenantId tenant, long customer);

  Optional<CustomerCase> open(TenantId tenant, long customer, Opening opening, String by);

  /** {@code version} that was read; 0: whatever it is. */
  Written<CustomerCase> move(TenantId tenant, long id, int version, Move move, String by);

  /** The open ones first, then the newest first. */
  List<FollowUp> followUps(TenantId tenant, long customer);

  /** {@code dueAtMs} null: without a time. */
  Optional<FollowUp> promise(TenantId tenant, long customer, String title, String owner, @Nullable Long dueAtMs, String by);

  /** Once: who did it first stays written. */
  Optional<FollowUp> done(TenantId tenant, long followUp, String note, String by);
}
