/**
 * What goes over the desk's socket, {@code GET /api/events}: the frames, and the views that they carry. A view is a record of sections; a
 * change carries the sections that changed, each whole. On the wire names are {@code snake_case}; the page's types are generated from these
 * records. Times are milliseconds since the epoch, durations milliseconds.
 */
@NullMarked
package io.switchboard.desktop.protocol;

import org.jspecify.annotations.NullMarked;
