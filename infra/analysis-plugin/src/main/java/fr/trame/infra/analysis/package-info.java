/**
 * Token filters and analyzers that the small Elasticsearch distribution of the development stack lacks. Owns their registration
 * under the names and settings of the full distribution, where this plugin is not installed. Knows nobody.
 */
@NullMarked
package fr.trame.infra.analysis;

import org.jspecify.annotations.NullMarked;
