/**
 * Which tenant this piece of work is for, and the binding of each transaction to it.
 * Owns the tenant of the request and the read side of the table tenant.
 * Knows nobody.
 */
@NullMarked
package fr.trame.app.tenancy;

import org.jspecify.annotations.NullMarked;
