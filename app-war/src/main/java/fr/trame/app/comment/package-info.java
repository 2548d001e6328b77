/**
 * What people say of a document, thread by thread, and who is named there.
 * Owns the comments and their mentions.
 * Knows dossier, outbox, mail, identity and tenancy.
 */
@NullMarked
package fr.trame.app.comment;

import org.jspecify.annotations.NullMarked;
