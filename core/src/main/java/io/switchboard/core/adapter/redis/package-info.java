/**
 * Redis: what is live, shared and made anew at any time. {@link io.switchboard.core.adapter.redis.RedisBoard} shows the live numbers to
 * other programs, {@link io.switchboard.core.adapter.redis.RedisLoginThrottle} counts failed log-ins. Emptied, killed or absent, Redis
 * changes nothing but those two: numbers come from facts, and tries are counted in memory meanwhile.
 */
@NullMarked
package io.switchboard.core.adapter.redis;

import org.jspecify.annotations.NullMarked;
