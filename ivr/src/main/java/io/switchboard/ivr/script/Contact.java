package io.switchboard.ivr.script;

import io.switchboard.core.id.CallId;
import io.switchboard.core.id.TenantId;
import java.util.Map;

/**
 * What a script knows of its call.
 *
 * @param number the caller's, in E.164 or empty
 * @param called ours that he called, empty where we called him
 * @param language that he hears
 * @param queue in which he was last; empty: in none
 * @param learned what his flows remembered last under each name, as text
 */
public record Contact(TenantId tenant, CallId call, String number, String called, String language, String queue, Map<String, String> learned) {
  public Contact {
    learned = Map.copyOf(learned);
  }
}
