/**
 * What flows can ask data sources: a {@link io.switchboard.ivr.lookup.Lookup} has a name and types, which the checker knows; how it is
 * asked (SQL, HTTP) is the business of the adapters behind {@link io.switchboard.ivr.lookup.Lookups}.
 */
@NullMarked
package io.switchboard.ivr.lookup;

import org.jspecify.annotations.NullMarked;
