package io.switchboard.desktop.api;

import io.switchboard.core.release.Releases;
import java.util.function.IntSupplier;

/**
 * What was published so far.
 *
 * @param inForce the number of the release that callers meet now
 */
public record Published(Releases releases, IntSupplier inForce) {}
