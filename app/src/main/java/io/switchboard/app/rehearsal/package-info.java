/**
 * A contact center set up to be tested or measured: real servers with data of their own, a configuration made for the purpose, and the
 * platform as a process that can be killed. Used by the tests on real servers and by the benches.
 */
@NullMarked
package io.switchboard.app.rehearsal;

import org.jspecify.annotations.NullMarked;
