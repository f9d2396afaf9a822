/** A Redis (or Valkey) of one's own, from the program that the machine has: append-only, with a generated password. */
@NullMarked
package io.switchboard.servers.redis;

import org.jspecify.annotations.NullMarked;
