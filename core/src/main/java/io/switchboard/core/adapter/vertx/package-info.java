/** Vert.x behind our ports: each stage is a verticle, owns its state on one event loop, and hears and speaks over the event bus. */
@NullMarked
package io.switchboard.core.adapter.vertx;

import org.jspecify.annotations.NullMarked;
