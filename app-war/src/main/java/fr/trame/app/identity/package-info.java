/**
 * Who is at work, with which role, and which operation that role allows.
 * Owns the catalogue of operations, the role table, the read side of members and the sessions that ended.
 * Knows tenancy.
 */
@NullMarked
package fr.trame.app.identity;

import org.jspecify.annotations.NullMarked;
