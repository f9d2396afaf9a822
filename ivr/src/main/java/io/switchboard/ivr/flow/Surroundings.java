package io.switchboard.ivr.flow;

import io.switchboard.ivr.prompt.PromptBook;
import java.util.Set;

/**
 * What flows may name.
 *
 * @param queues names within a tenant
 * @param agents names within a tenant
 * @param valueClasses of customers
 * @param hours names of opening hours
 * @param prompts what can be said, and in which languages
 */
public record Surroundings(Set<String> queues, Set<String> agents, Set<String> valueClasses, Set<String> hours, PromptBook prompts) {}
