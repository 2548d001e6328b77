/**
 * The database schema and the only code that changes it. Owns the migrations and the owner role; the product never
 * runs DDL. Knows nobody.
 */
@NullMarked
package fr.trame.admin.schema;

import org.jspecify.annotations.NullMarked;
