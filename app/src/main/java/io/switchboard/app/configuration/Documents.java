package io.switchboard.app.configuration;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All files of one configuration directory.
 *
 * @param flows the names of the flow files, {@code scripts} those of the scripts
 * @param calendars that hours name
 */
record Documents(
    Document installation, Document tenants, Document entryPoints, Document queues, Document agents, Document users, Document hours,
    Document trunks, Document lookups, Set<String> flows, Set<String> scripts, Calendars calendars) {

  /** Those whose first level is tenants. */
  Stream<Document> byTenant() {
    return Stream.of(queues, agents, users, hours);
  }

  /** The languages or skills of a tenant. */
  List<String> ofTenant(String tenant, String list) {
    return texts(tenants, KeyPath.of(tenant, list));
  }

  static List<String> texts(Document document, KeyPath list) {
    return document.elements(list).stream().map(each -> document.at(each).asText()).toList();
  }
}
