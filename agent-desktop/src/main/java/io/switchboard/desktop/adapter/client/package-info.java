/** The API from the other side: an agent without a screen, for the demo, tests and benches, and for integrators to read. */
@NullMarked
package io.switchboard.desktop.adapter.client;

import org.jspecify.annotations.NullMarked;
