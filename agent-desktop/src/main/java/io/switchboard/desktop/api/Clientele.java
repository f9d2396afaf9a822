package io.switchboard.desktop.api;

import io.switchboard.core.customer.Anonymising;
import io.switchboard.core.customer.CustomerBook;
import io.switchboard.core.customer.CustomerHistory;
import io.switchboard.core.customer.CustomerWork;
import io.switchboard.core.customer.Customers;
import io.switchboard.core.customer.Numbering;
import io.switchboard.core.id.TenantId;
import java.util.Set;
import java.util.function.Function;

/**
 * The tenants' customers, and what may be written of them.
 *
 * @param valueClasses as the tenant names them
 */
public record Clientele(
    Customers customers, CustomerWork work, CustomerHistory history, CustomerBook book, Anonymising anonymising, Numbering numbering,
    Function<TenantId, Set<String>> valueClasses) {}
