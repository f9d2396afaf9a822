package io.switchboard.ivr.adapter.http;

import com.fasterxml.jackson.core.JsonPointer;
import io.switchboard.ivr.lookup.Lookup;
import java.util.Map;
import java.util.Optional;

/**
 * A lookup and its request.
 *
 * @param body of a POST; empty for a GET
 * @param places where each of {@code gives} stands in the answer
 */
public record HttpLookup(Lookup lookup, Address address, Optional<Body> body, Map<String, Place> places) {
  /** The parameter that there always is: see {@link io.switchboard.ivr.lookup.Lookups.Asked#request}. */
  public static final String REQUEST = "request";

  public HttpLookup {
    places = Map.copyOf(places);
  }

  /**
   * A place in an answer.
   *
   * @param optional whether it may be missing, and is the type's empty value then
   */
  public record Place(JsonPointer at, boolean optional) {}
}
