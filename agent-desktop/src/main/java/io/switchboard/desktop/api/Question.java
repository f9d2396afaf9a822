package io.switchboard.desktop.api;

import io.switchboard.desktop.access.Visitor;
import io.switchboard.desktop.words.Language;

/**
 * One request, read.
 *
 * @param name what stands for {@code {name}} or {@code {id}} in the path, parts apart by a slash; else empty
 * @param fields of the body of a POST or PATCH, of the query of a GET or PUT
 * @param file the body of a PUT of a text; else empty
 * @param sound the body of a PUT of a sound; else empty
 * @param condition under which something may be changed
 * @param language in which sentences are wanted
 * @param address from which it came
 */
public record Question(
    Endpoint endpoint, Visitor visitor, String name, Fields fields, String file, byte[] sound, Condition condition, Language language, String address) {

  /** {@code If-Match} and {@code If-None-Match} as they came; empty: they did not. */
  public record Condition(String ifMatch, String ifNoneMatch) {}

  /** He who asks, where the endpoint opens to users only. */
  Visitor.User user() {
    if (visitor instanceof Visitor.User user) {
      return user;
    }
    throw new IllegalStateException(endpoint + " was opened to " + visitor);
  }
}
