/** Each kind of wrong setting has a test on the exact line that the administrator reads. */
@NullMarked
package io.switchboard.app.configuration;

import org.jspecify.annotations.NullMarked;
