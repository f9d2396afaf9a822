/**
 * The agents', supervisors' and integrators' way in: the REST API, later the web page and its events.
 *
 * <p>{@code access} knows who asks and what he may do; {@code api} has the endpoints, one row each in
 * {@link io.switchboard.desktop.api.Endpoint}, and answers them in plain Java; {@code adapter.http} puts both on the wire.
 * What an agent asks of the ACD goes over {@link io.switchboard.core.signal.Signals}; nothing here decides about calls.
 */
@NullMarked
package io.switchboard.desktop;

import org.jspecify.annotations.NullMarked;
