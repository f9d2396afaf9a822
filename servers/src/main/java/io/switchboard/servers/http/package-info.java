/** A web server that does everything wrong, for those who look something up in one. */
@NullMarked
package io.switchboard.servers.http;

import org.jspecify.annotations.NullMarked;
