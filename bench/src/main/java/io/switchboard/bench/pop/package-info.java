/** {@code bin/bench pop}: how soon who calls is before the agent, and whether that is before his phone is dialled. */
@NullMarked
package io.switchboard.bench.pop;

import org.jspecify.annotations.NullMarked;
