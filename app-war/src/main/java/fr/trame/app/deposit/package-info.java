/**
 * Files from people without an account, by a link, kept apart until a member accepts them.
 * Owns the links and what came by them.
 * Knows dossier, storage, workspace, identity and tenancy.
 */
@NullMarked
package fr.trame.app.deposit;

import org.jspecify.annotations.NullMarked;
