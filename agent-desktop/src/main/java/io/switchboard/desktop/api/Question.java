package io.switchboard.desktop.api;

import io.switchboard.desktop.access.Visitor;
import io.switchboard.desktop.words.Language;

/**
 * One request, read.
 *
 * @param name what stands for {@code {name}} or {@code {id}} in the path; else empty
 * @param fields of the body of a POST, of the query of a GET
 * @param language in which sentences are wanted
 * @param address from which it came
 */
public record Question(Endpoint endpoint, Visitor visitor, String name, Fields fields, Language language, String address) {
  /** He who asks, where the endpoint opens to users only. */
  Visitor.User user() {
    if (visitor instanceof Visitor.User user) {
      return user;
    }
    throw new IllegalStateException(endpoint + " was opened to " + visitor);
  }
}
