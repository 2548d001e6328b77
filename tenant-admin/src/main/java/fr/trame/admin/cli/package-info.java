/**
 * The operator's command line: parses, checks that the configuration is complete, prints what happens. Owns the exit
 * codes and no rule. Knows every other part; no part knows it.
 */
@NullMarked
package fr.trame.admin.cli;

import org.jspecify.annotations.NullMarked;
