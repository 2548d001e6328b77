/**
 * Fiches action: what is promised, by whom, with whom, until when, paid by whom.
 * Owns fiches, their needs, measures, partners and funding; reads the reference data of the programme.
 * Knows workspace, organisation, identity and tenancy.
 */
@NullMarked
package fr.trame.app.fiche;

import org.jspecify.annotations.NullMarked;
