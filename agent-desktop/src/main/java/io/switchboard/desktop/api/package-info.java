/**
 * The endpoints, free of any web framework. {@link io.switchboard.desktop.api.Endpoint} lists them with the roles that they open to;
 * {@link io.switchboard.desktop.api.Question} comes in, an {@link io.switchboard.desktop.api.Answer} goes out,
 * and what is wrong with a question is a {@link io.switchboard.desktop.api.Problem}: a code for programs and a sentence for people, in their language.
 */
@NullMarked
package io.switchboard.desktop.api;

import org.jspecify.annotations.NullMarked;
