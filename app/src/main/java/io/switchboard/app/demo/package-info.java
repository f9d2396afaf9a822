/**
 * A company to look at: simulated callers and phones over SIP, agents who sign in over the API, the queues drawn in the terminal. Everything
 * goes the way that real ones would go; only the people are simulated.
 */
@NullMarked
package io.switchboard.app.demo;

import org.jspecify.annotations.NullMarked;
