/**
 * The doors of identity: sign-in by code and PKCE for pages, bearer tokens for the API, membership checks.
 * Owns the signed-in session.
 * Knows its own capability and tenancy.
 */
@NullMarked
package fr.trame.app.identity.web;

import org.jspecify.annotations.NullMarked;
