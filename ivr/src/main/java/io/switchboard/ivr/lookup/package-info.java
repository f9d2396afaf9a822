/**
 * What flows can ask data sources: a {@link io.switchboard.ivr.lookup.Lookup} has a name and types, which the checker knows; how it is
 * asked (SQL, HTTP) is the business of the adapters behind {@link io.switchboard.ivr.lookup.Lookups}.
 *
 * <p>{@link io.switchboard.ivr.lookup.Sources} is that port. Between it and each {@link io.switchboard.ivr.lookup.Source} stands a gate, which
 * bounds how many ask, how many wait and for how long, and leaves a source alone that does not work. So a caller hears silence for no longer
 * than the lookup's limit, whatever the source does.
 */
@NullMarked
package io.switchboard.ivr.lookup;

import org.jspecify.annotations.NullMarked;
