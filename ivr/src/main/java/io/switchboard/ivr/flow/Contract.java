package io.switchboard.ivr.flow;

import java.util.Set;

/**
 * What a flow is to those that call it.
 *
 * @param variables among them its parameters
 * @param exits the words with which it returns; none: it never does
 */
public record Contract(Variables variables, Set<String> exits) {
  public Contract {
    exits = Set.copyOf(exits);
  }
}
