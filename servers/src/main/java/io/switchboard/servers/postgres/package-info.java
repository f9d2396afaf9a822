/**
 * A PostgreSQL of one's own, from programs that come with Switchboard: durable (fsync on), with a generated password, quiet when idle.
 */
@NullMarked
package io.switchboard.servers.postgres;

import org.jspecify.annotations.NullMarked;
