package fr.trame.app.ydoc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An element right in a root, with the id by which updates name it.
 *
 * @param node as {@link YDoc#prosemirror} shows it
 */
public record Piece(long client, int clock, Map<String, Object> node) {

    static List<Piece> of(@Nullable Branch root) {
        var pieces = new ArrayList<Piece>();
        for (var item = root == null ? null : root.first; item != null; item = item.right) {
            var inner = item.inner();
            if (!item.deleted() && inner != null && inner.kind == Branch.Kind.ELEMENT) {
                pieces.add(new Piece(item.client, item.clock, Rich.element(inner)));
            }
        }
        return pieces;
    }
}
