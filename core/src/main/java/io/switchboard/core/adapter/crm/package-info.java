/** A tenant's own CRM, asked over HTTP who has a number: one GET, one JSON answer, a limit of time. */
@NullMarked
package io.switchboard.core.adapter.crm;

import org.jspecify.annotations.NullMarked;
