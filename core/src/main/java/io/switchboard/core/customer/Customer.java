package io.switchboard.core.customer;

import io.switchboard.core.id.TenantId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person or company that calls, or is called.
 *
 * @param id within the installation
 * @param version counts the changes to it, from 1
 * @param numbers in E.164, the one that is called first first
 * @param createdAtMs milliseconds since the epoch
 * @param anonymisedAtMs since when nobody can tell who he was, milliseconds since the epoch, or null
 */
public record Customer(
    long id, TenantId tenant, int version, Details details, List<String> numbers, long createdAtMs, long changedAtMs,
    @Nullable Long anonymisedAtMs) {
  /** Numbers of one customer. */
  public static final int MOST_NUMBERS = 20;

  public Customer {
    numbers = List.copyOf(numbers);
  }
}
