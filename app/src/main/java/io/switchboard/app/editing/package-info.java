/**
 * Configuration files changed while calls are on the line.
 *
 * <p>{@link io.switchboard.app.editing.Editing} takes the questions one after the other. A changed file is first checked with all the others in
 * a {@code Candidate} directory; only then does {@code ConfigurationFolder} put it in its place, keeping the version before, and it is
 * put in force. {@code SectionPatch} changes single settings in a YAML text and leaves its comments; {@code OutsideValues} sees to it that
 * neither a secret nor anything else of the machine gets out.
 */
@NullMarked
package io.switchboard.app.editing;

import org.jspecify.annotations.NullMarked;
