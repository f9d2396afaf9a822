/**
 * What an administrator edits, read once at start into records that never change.
 *
 * <p>{@link io.switchboard.app.configuration.ConfigurationFiles} goes in five steps: each file becomes a tree that remembers its lines
 * (with {@code ${env:NAME}} and {@code file:path} filled in), its JSON Schema is checked, then what one file says of another, then what a
 * schema cannot say of dates, zones and spans. Every step writes what is {@link io.switchboard.app.configuration.Wrong} into one list and
 * goes on, so that all of it is told at once; only when the list is empty are the records made.
 */
@NullMarked
package io.switchboard.app.configuration;

import org.jspecify.annotations.NullMarked;
