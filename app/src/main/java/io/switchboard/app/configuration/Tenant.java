package io.switchboard.app.configuration;

import io.switchboard.acd.agent.NotReadyReason;
import io.switchboard.core.adapter.crm.CrmSettings;
import io.switchboard.core.dial.DialLimits;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.line.Destinations;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A company on this installation.
 *
 * @param languages the first is the default
 * @param skills that its queues may require and its agents may have
 * @param valueClasses of its customers: class → points in the order of calls, 0 to 10
 * @param destinations which numbers outside its calls may be transferred to, and its agents may dial
 * @param dialling how its agents dial
 * @param showsCaller who is called by a transfer sees the caller's number instead of ours
 * @param crm its own CRM, asked who calls
 * @param notReady its agents' reasons for being not ready; empty: any
 */
public record Tenant(
    TenantId id, String name, ZoneId zone, List<String> languages, List<String> skills, Map<String, Integer> valueClasses,
    Destinations destinations, boolean showsCaller, Map<String, NotReadyReason> notReady, Optional<CrmSettings> crm,
    DialLimits dialling) {}
