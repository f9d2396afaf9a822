package io.switchboard.core.adapter.crm;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.Map;

/**
 * One tenant's CRM.
 *
 * @param url with {@code {number}} for the number in E.164 (its + encoded), or {@code {digits}} for it without the +
 * @param headers sent with each request
 * @param limitMs within which it answers, milliseconds
 * @param list where in the answer the customers stand; the root: it is one, or a list
 * @param fields field of a card → where it stands in a customer
 */
public record CrmSettings(String url, Map<String, String> headers, long limitMs, JsonPointer list, Map<Field, JsonPointer> fields) {
  public static final long LIMIT_MS = 800;

  public CrmSettings {
    headers = Map.copyOf(headers);
    fields = Map.copyOf(fields);
  }

  /** What it can tell of a customer. */
  public enum Field {
    NAME,
    COMPANY,
    LANGUAGE,
    VALUE_CLASS,
    NOTES,
    DO_NOT_CALL,
    /** Where it shows him: http or https. */
    LINK
  }
}
