/**
 * What an agent has before him: {@link io.switchboard.desktop.desk.DeskBook} folds facts into each agent's desk, and makes the views of it.
 * After a restart it is the same again from the live facts. Everything here belongs to one thread.
 */
@NullMarked
package io.switchboard.desktop.desk;

import org.jspecify.annotations.NullMarked;
