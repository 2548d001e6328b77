/**
 * Says in time which required pieces expire.
 * Owns what people were told of it.
 * Knows dossier, workspace, mail, outbox, storage, identity and tenancy.
 */
@NullMarked
package fr.trame.app.renewal;

import org.jspecify.annotations.NullMarked;
