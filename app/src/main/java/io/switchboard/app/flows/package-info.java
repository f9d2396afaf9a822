/** What administrators do with flows before callers hear them: check them, test them, try them. */
@NullMarked
package io.switchboard.app.flows;

import org.jspecify.annotations.NullMarked;
