/**
 * What a flow remembers: a {@link io.switchboard.ivr.value.Value} under a name, of one of four {@link io.switchboard.ivr.value.Type}s; and
 * a {@link io.switchboard.ivr.value.Secret}, which is kept apart from them so that nothing can tell it by mistake.
 */
@NullMarked
package io.switchboard.ivr.value;

import org.jspecify.annotations.NullMarked;
