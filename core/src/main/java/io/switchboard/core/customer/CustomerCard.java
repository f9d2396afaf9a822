package io.switchboard.core.customer;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A customer at a glance.
 *
 * @param id 0: he is known to the tenant's own CRM only
 * @param number the one by which he was found, E.164
 * @param openCases at most 10, the one due first first
 * @param openTasks at most 10
 * @param lastContacts the last five over all channels, the newest first
 * @param link where the tenant's own CRM shows him, or empty
 */
public record CustomerCard(
    long id, String name, String number, String valueClass, String language, String company, boolean doNotCall,
    Map<String, String> preferences, Map<String, String> consent, String notes, List<OpenCase> openCases, List<OpenTask> openTasks,
    List<Contact> lastContacts, String link) {

  /** {@code dueAtMs}: milliseconds since the epoch, or null. */
  public record OpenCase(long id, CustomerCase.Kind kind, String title, CustomerCase.State state, String owner, @Nullable Long dueAtMs) {}

  /**
   * {@code id}: of a follow-up its number, of a task that came of a call that task's.
   *
   * @param kind {@code follow_up}, {@code call_back} or {@code voicemail}
   */
  public record OpenTask(String id, String kind, String title, String owner, @Nullable Long dueAtMs) {}
}
