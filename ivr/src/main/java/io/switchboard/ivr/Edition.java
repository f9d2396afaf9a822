package io.switchboard.ivr;

import io.switchboard.ivr.flow.Flows;
import io.switchboard.ivr.prompt.Prompts;

/** What callers of one release go through, and in which words. */
public record Edition(Flows flows, Prompts prompts) {}
