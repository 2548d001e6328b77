/**
 * Plain-text mail to one person. Owns the connection to the mail server and no wording. Knows the shared words only.
 * A mail that cannot be handed over is a failure, never silence.
 */
@NullMarked
package fr.trame.admin.mail;

import org.jspecify.annotations.NullMarked;
