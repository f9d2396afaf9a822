/** Formulas of flows in CEL, the Common Expression Language: typed, without loops and side effects, bounded in time. */
@NullMarked
package io.switchboard.ivr.adapter.cel;

import org.jspecify.annotations.NullMarked;
