/**
 * Companies, authorities and operators that lead, fund or join a fiche.
 * Owns organisations.
 * Knows identity and tenancy.
 */
@NullMarked
package fr.trame.app.organisation;

import org.jspecify.annotations.NullMarked;
