/**
 * What an agent does with his caller beyond talking: he holds him, consults a third party, brings all together, hands him on. One talk has
 * at most one third party, an agent or a number outside.
 */
@NullMarked
package io.switchboard.core.talk;

import org.jspecify.annotations.NullMarked;
