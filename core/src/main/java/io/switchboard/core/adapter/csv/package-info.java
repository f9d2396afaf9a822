/** Customers as comma-separated values (RFC 4180; semicolons and tabs are understood too), a row at a time. */
@NullMarked
package io.switchboard.core.adapter.csv;

import org.jspecify.annotations.NullMarked;
