/**
 * Decisions in words: why a call waits and why it went to an agent, as sentences in each language that the API speaks. They say what the
 * decision's own terms say and nothing else.
 */
@NullMarked
package io.switchboard.desktop.why;

import org.jspecify.annotations.NullMarked;
