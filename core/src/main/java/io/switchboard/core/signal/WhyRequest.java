package io.switchboard.core.signal;

import io.switchboard.core.id.CallId;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.why.WhyWaiting;
import java.util.Optional;

/** Why does this call wait? Empty when no call of this id waits in this tenant. */
public record WhyRequest(TenantId tenant, CallId call) implements Request<Optional<WhyWaiting>> {}
