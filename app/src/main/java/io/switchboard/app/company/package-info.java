/**
 * The demo company's database: customers, accounts, bills, orders, cards and payments, for flows to look things up in. It stands in the installation's own
 * PostgreSQL, apart from the journal: a database of its own, an owner who cannot log in, and a user who may only do what the lookups need.
 */
@NullMarked
package io.switchboard.app.company;

import org.jspecify.annotations.NullMarked;
