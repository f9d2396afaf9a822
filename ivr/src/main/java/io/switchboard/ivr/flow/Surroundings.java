package io.switchboard.ivr.flow;

import io.switchboard.core.line.Destinations;
import io.switchboard.core.line.SipDestinations;
import io.switchboard.ivr.lookup.Lookup;
import io.switchboard.ivr.prompt.PromptBook;
import io.switchboard.ivr.value.Expressions;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/**
 * What flows may name.
 *
 * @param queues names within a tenant
 * @param overflows queue → the names of its rules of overflow
 * @param agents names within a tenant
 * @param skills that queues may require and agents may have
 * @param valueClasses of customers
 * @param destinations which numbers each tenant's calls may be transferred to
 * @param sip trunk → the SIP addresses that may be dialled as it
 * @param hours names of opening hours
 * @param prompts what can be said, and in which languages
 * @param lookups by name
 * @param flows by name, those included that are being read
 * @param expressions reads formulas
 */
public record Surroundings(
    Set<String> queues, Map<String, Set<String>> overflows, Set<String> agents, Set<String> skills, Set<String> valueClasses,
    Collection<Destinations> destinations, Map<String, SipDestinations> sip, Set<String> hours, PromptBook prompts, Map<String, Lookup> lookups,
    Map<String, Contract> flows, Expressions expressions) {

  /** Without SIP addresses. */
  public Surroundings(
      Set<String> queues, Map<String, Set<String>> overflows, Set<String> agents, Set<String> skills, Set<String> valueClasses,
      Collection<Destinations> destinations, Set<String> hours, PromptBook prompts, Map<String, Lookup> lookups,
      Map<String, Contract> flows, Expressions expressions) {
    this(queues, overflows, agents, skills, valueClasses, destinations, Map.of(), hours, prompts, lookups, flows, expressions);
  }

  /** The same, with these prompts. */
  public Surroundings saying(PromptBook book) {
    return new Surroundings(queues, overflows, agents, skills, valueClasses, destinations, sip, hours, book, lookups, flows, expressions);
  }

  /** The same, with these flows. */
  public Surroundings calling(Map<String, Contract> others) {
    return new Surroundings(
        queues, overflows, agents, skills, valueClasses, destinations, sip, hours, prompts, lookups, Map.copyOf(others), expressions);
  }
}
