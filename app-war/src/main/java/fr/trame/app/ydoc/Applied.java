package fr.trame.app.ydoc;

import java.util.Set;

/**
 * What an update did.
 *
 * @param changed whether the document, or what waits in it, is other than before: only then there is something to keep
 *     and to pass on
 * @param roots the roots whose content changed
 * @param pending whether something of this or an earlier update waits for one that did not come yet
 */
public record Applied(boolean changed, Set<String> roots, boolean pending) {}
