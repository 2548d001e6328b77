/**
 * Hears from PostgreSQL that another node committed changes of a fiche.
 * Owns one connection of its own, outside of the pool.
 * Knows coedit, and the driver's own way to wait for notices.
 */
@NullMarked
package fr.trame.app.coedit.postgresql;

import org.jspecify.annotations.NullMarked;
