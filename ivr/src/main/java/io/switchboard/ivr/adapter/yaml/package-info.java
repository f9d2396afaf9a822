/**
 * Flows and prompts as the administrator's files: YAML, read with the line of every value, checked by JSON Schema and then by the checker
 * of the language. Nothing stops at the first mistake: {@link io.switchboard.ivr.adapter.yaml.FlowFiles} gives either a set of flows that
 * is proven, or everything that is wrong.
 */
@NullMarked
package io.switchboard.ivr.adapter.yaml;

import org.jspecify.annotations.NullMarked;
