package io.switchboard.desktop.protocol;

import io.switchboard.core.customer.TimelineKind;
import io.switchboard.core.customer.TimelineWhat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A customer, as an agent needs him at a glance.
 *
 * @param id 0: he is known to the tenant's own CRM only
 * @param number the one by which he was found, or his first, E.164
 * @param language the code of the one that he prefers, or empty
 * @param preferences how he wants to be reached, e.g. {@code channel} → {@code phone}
 * @param consent to what he agreed, e.g. {@code recording} → {@code given}
 * @param lastContacts over all channels, the newest first, at most 5
 * @param link where the tenant's own CRM shows him, or empty
 */
public record CustomerCard(
    long id, String name, String number, String valueClass, String language, String company, boolean doNotCall,
    Map<String, String> preferences, Map<String, String> consent, String notes, List<OpenCase> openCases, List<OpenTask> openTasks,
    List<Contact> lastContacts, String link) {

  /** {@code kind}: enquiry, order, complaint or fault. {@code state}: open, in_progress, waiting or done. */
  public record OpenCase(long id, String kind, String title, String state, String owner, @Nullable Long dueAtMs) {}

  /** {@code kind}: follow_up, call_back or voicemail. */
  public record OpenTask(String id, String kind, String title, String owner, @Nullable Long dueAtMs) {}

  /**
   * @param direction {@code in} or {@code out}
   * @param call the interaction, or null
   * @param outcome of a call how it ended, by a word of {@link TimelineWhat}, or {@code live}; of a survey its score, of a note its text
   */
  public record Contact(long atMs, TimelineKind kind, String direction, @Nullable String call, String queue, String agent, String outcome) {}
}
