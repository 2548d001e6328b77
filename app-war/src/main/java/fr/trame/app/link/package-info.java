/**
 * Which documents belong to which fiche action.
 * Owns the links between them.
 * Knows fiche, dossier, workspace, identity and tenancy.
 */
@NullMarked
package fr.trame.app.link;

import org.jspecify.annotations.NullMarked;
