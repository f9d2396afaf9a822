/**
 * What can be said. A {@link io.switchboard.ivr.prompt.Prompt} has a text in every language, which is its source; where the administrator
 * recorded it, the recording is heard instead. {@link io.switchboard.ivr.prompt.Prompts} turns a prompt into a sound of the telephone
 * server, through {@link io.switchboard.ivr.prompt.Speech}, and has all that is known beforehand spoken before the first caller comes.
 */
@NullMarked
package io.switchboard.ivr.prompt;

import org.jspecify.annotations.NullMarked;
