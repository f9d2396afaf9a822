package io.switchboard.desktop.protocol;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A customer, as an agent needs him at a glance.
 *
 * @param number the one by which he was found, or his first, E.164
 * @param language the code of the one that he prefers, or empty
 * @param preferences how he wants to be treated and reached
 * @param lastContacts over all channels, the newest first, at most 5
 */
public record CustomerCard(
    String id, String name, String number, String valueClass, String language, String company, boolean doNotCall,
    Map<String, String> preferences, String notes, List<OpenCase> openCases, List<OpenTask> openTasks, List<Contact> lastContacts) {

  public record OpenCase(String id, String kind, String title, String state, @Nullable Long dueAtMs) {}

  public record OpenTask(String id, String kind, String title, @Nullable Long dueAtMs) {}

  /**
   * @param kind {@code call}, {@code callback}, {@code voicemail}, {@code transfer}, {@code survey} or {@code note}
   * @param direction {@code in}, {@code out}, or empty
   */
  public record Contact(long atMs, String kind, String direction, String queue, String agent, String outcome) {}
}
