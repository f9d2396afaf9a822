/**
 * What is said to people, in each language that the API speaks: which language it is, and decisions as sentences, why a call waits and why
 * it went to an agent. They say what the decision's own terms say and nothing else.
 */
@NullMarked
package io.switchboard.desktop.words;

import org.jspecify.annotations.NullMarked;
