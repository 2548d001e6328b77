/**
 * The owner's connection to PostgreSQL. Owns the rule that each transaction on tenant rows is bound to one tenant,
 * because row-level security is forced for the owner too. Knows the shared words only.
 */
@NullMarked
package fr.trame.admin.database;

import org.jspecify.annotations.NullMarked;
