package io.switchboard.core.customer;

import io.switchboard.core.id.TenantId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Customers' records. Each change is written with who made it, in one transaction. Calls block: use a thread that may, and expect an
 * {@link java.io.UncheckedIOException} when the store is away.
 */
public interface Customers {
  /** Hits of one search. */
  int MOST_HITS = 20;

  /** In a list of hits. {@code number}: his first, or empty. */
  record Hit(long id, String name, String company, String number, String valueClass, String language, boolean doNotCall) {}

  /**
   * Whose name, company or number has this in it, those first whose name begins with it; at most {@link #MOST_HITS}. Of very many the ones made
   * last are looked at.
   *
   * @param typed at least {@link SearchText#LEAST} characters; fewer find nobody
   */
  List<Hit> search(TenantId tenant, String typed);

  Optional<Customer> find(TenantId tenant, long id);

  /** Everybody who has it, at most {@link CustomerCards#MOST}; the one changed last first. */
  List<Customer> byNumber(TenantId tenant, String e164);

  /** {@code numbers}: E.164, each once; one that others have too is had by several. */
  Customer create(TenantId tenant, Details details, List<String> numbers, String by);

  /**
   * Merges where nobody else changed the same fields since.
   *
   * @param version that was read; 0: whatever it is
   */
  Written<Customer> change(TenantId tenant, long id, int version, Edit edit, String by);

  /** Once; one that is there stays. */
  Written<Customer> addNumber(TenantId tenant, long id, String e164, String by);

  Written<Customer> removeNumber(TenantId tenant, long id, String e164, String by);

  /**
   * Does all of the work, or where it fails none of it: what it does with the customers that it is given is one transaction. Faster than one for
   * each where there is much of it.
   *
   * @throws Unfit when the store is there and takes a value of it not
   */
  default void together(Consumer<Customers> work) {
    work.accept(this);
  }

  /** The store does not take a value. */
  final class Unfit extends UncheckedIOException {
    public Unfit(String message, IOException cause) {
      super(message, cause);
    }
  }

  /** All but the anonymised, in the order in which they were made. */
  void each(TenantId tenant, Consumer<Customer> taker);

  /** Whether one of those who have this number is not to be called. */
  boolean doNotCall(TenantId tenant, String e164);
}
