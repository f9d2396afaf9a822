/** What lies on the disk below the data directory. */
@NullMarked
package io.switchboard.core.adapter.files;

import org.jspecify.annotations.NullMarked;
