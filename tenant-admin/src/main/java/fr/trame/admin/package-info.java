/**
 * What every part of the operator's side shares: the configuration it reads and the two ways it can fail. Owns no
 * data. Knows nobody.
 */
@NullMarked
package fr.trame.admin;

import org.jspecify.annotations.NullMarked;
