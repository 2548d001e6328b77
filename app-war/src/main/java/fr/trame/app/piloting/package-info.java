/**
 * What was promised, what is late, who pays: figures computed from the rows.
 * Owns nothing.
 * Knows fiche, workspace, identity and tenancy.
 */
@NullMarked
package fr.trame.app.piloting;

import org.jspecify.annotations.NullMarked;
