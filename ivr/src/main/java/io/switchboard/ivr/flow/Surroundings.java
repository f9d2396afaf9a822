package io.switchboard.ivr.flow;

import io.switchboard.ivr.prompt.PromptBook;
import java.util.Map;
import java.util.Set;

/**
 * What flows may name.
 *
 * @param queues names within a tenant
 * @param overflows queue → the names of its rules of overflow
 * @param agents names within a tenant
 * @param valueClasses of customers
 * @param hours names of opening hours
 * @param prompts what can be said, and in which languages
 */
public record Surroundings(
    Set<String> queues, Map<String, Set<String>> overflows, Set<String> agents, Set<String> valueClasses, Set<String> hours,
    PromptBook prompts) {}
