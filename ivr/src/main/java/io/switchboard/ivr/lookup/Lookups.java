package io.switchboard.ivr.lookup;

import io.switchboard.ivr.value.Secret;
import io.switchboard.ivr.value.Value;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** The data sources. Safe from any thread. */
public interface Lookups {
  /**
   * Asks a source. Returns at once; completes within the lookup's limit whatever the source does, and never exceptionally.
   *
   * @param name of a {@link Lookup} that is known; any other gives {@link Found.Failed}
   */
  CompletionStage<Found> look(String name, Asked asked);

  /**
   * What is asked.
   *
   * @param request the same whenever the same question is asked anew, e.g. after a restart: by it a source can tell a payment that comes
   *     twice. A caller's step asks by it until it is answered, whatever values and secrets he enters meanwhile. Statements and addresses may
   *     name it as the parameter {@code request}
   * @param values parameter → value, of the types that the lookup takes
   * @param secrets parameter → digits
   */
  record Asked(String request, Map<String, Value> values, Map<String, Secret> secrets) {
    public Asked {
      values = Map.copyOf(values);
      secrets = Map.copyOf(secrets);
    }
  }
}
