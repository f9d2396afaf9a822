/**
 * Whom we talk with: a {@link io.switchboard.core.customer.Customer} with his numbers, his {@link io.switchboard.core.customer.CustomerCase cases},
 * what is to be done for him ({@link io.switchboard.core.customer.FollowUp}), and one timeline of all his contacts. Written by people and kept in
 * tables of its own ({@link io.switchboard.core.customer.Customers}); each change stands in a log to which is only added. What happened on his
 * calls stays in the journal and is found there by his numbers. {@link io.switchboard.core.customer.CustomerCards} is what an agent sees before
 * his phone rings.
 */
@NullMarked
package io.switchboard.core.customer;

import org.jspecify.annotations.NullMarked;
