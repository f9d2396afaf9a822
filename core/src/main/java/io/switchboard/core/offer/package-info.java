/** What is told of an offer ahead of its facts. */
@NullMarked
package io.switchboard.core.offer;

import org.jspecify.annotations.NullMarked;
