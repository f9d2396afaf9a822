/**
 * Why a call still waits, as the ACD that decides about it sees it at this moment: values for whoever asks. Why a call went to an agent is
 * a fact ({@link io.switchboard.core.journal.Fact.Decision}) and needs no question.
 */
@NullMarked
package io.switchboard.core.why;

import org.jspecify.annotations.NullMarked;
