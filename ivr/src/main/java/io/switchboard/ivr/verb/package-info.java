/**
 * The verbs of the flow language, a file each. Every verb is an immutable record that answers the same three questions: which steps may
 * follow ({@link io.switchboard.ivr.verb.Step#branches}), what is said ({@link io.switchboard.ivr.verb.Step#says}), and what happens when a
 * caller comes to it ({@link io.switchboard.ivr.verb.Step#enter}). The checker needs the first two, the run the third; so a new verb is one
 * file here, one definition in {@code flow.schema.json} and one reader in {@code ivr.adapter.yaml}.
 */
@NullMarked
package io.switchboard.ivr.verb;

import org.jspecify.annotations.NullMarked;
