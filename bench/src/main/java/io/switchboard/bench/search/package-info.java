/**
 * How soon an agent finds a customer among a million while he types: parts of names, companies and numbers as people type them, on a real
 * PostgreSQL, one after the other.
 */
@NullMarked
package io.switchboard.bench.search;

import org.jspecify.annotations.NullMarked;
