/** The adapter to the painter of previews, a server of the product's own. */
@NullMarked
package fr.trame.app.rendition.painter;

import org.jspecify.annotations.NullMarked;
