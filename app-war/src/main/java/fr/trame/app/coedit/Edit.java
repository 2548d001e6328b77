package fr.trame.app.coedit;

import fr.trame.app.ydoc.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A change that the server makes itself, written as an editor would (Yjs, update format 1): paragraphs that come and
 * elements that go. Each is of a client of its own, so that its clock begins at zero and nobody else counts on with it.
 */
final class Edit {

    private static final int HAS_LEFT = 0x80;
    private static final int HAS_RIGHT = 0x40;
    private static final int STRING = 4;
    private static final int BRANCH = 7;
    private static final int ELEMENT = 3;
    private static final int XML_TEXT = 6;

    private final long client;
    private final Wire.Writer structs = new Wire.Writer();
    private final Map<Long, List<Integer>> deleted = new TreeMap<>();
    private int count;
    private int clock;

    Edit(long client) {
        this.client = client;
    }

    /** Puts paragraphs between two elements of a root, or at its ends. */
    void insert(String root, @Nullable Piece left, @Nullable Piece right, List<String> paragraphs) {
        var leftClient = left == null ? -1 : left.client();
        var leftClock = left == null ? -1 : left.clock();
        for (var text : paragraphs) {
            var paragraph = clock;
            structs.octet(BRANCH | (leftClient < 0 ? 0 : HAS_LEFT) | (right == null ? 0 : HAS_RIGHT));
            if (leftClient >= 0) {
                structs.number(leftClient).number(leftClock);
            }
            if (right != null) {
                structs.number(right.client()).number(right.clock());
            }
            if (leftClient < 0 && right == null) {
                structs.number(1).text(root);
            }
            structs.number(ELEMENT).text("paragraph");
            next(1);
            if (!text.isEmpty()) {
                words(paragraph, text);
            }
            leftClient = client;
            leftClock = paragraph;
        }
    }

    private void words(int paragraph, String text) {
        structs.octet(BRANCH).number(0).number(client).number(paragraph).number(XML_TEXT);
        var inner = clock;
        next(1);
        structs.octet(STRING).number(0).number(client).number(inner).text(text);
        next(text.length());
    }

    /** Takes an element away, with all that is in it. */
    void delete(Piece piece) {
        deleted.computeIfAbsent(piece.client(), key -> new ArrayList<>()).add(piece.clock());
    }

    private void next(int length) {
        count++;
        clock += length;
    }

    byte[] toUpdate() {
        var update = new Wire.Writer();
        if (count == 0) {
            update.number(0);
        } else {
            update.number(1).number(count).number(client).number(0).bytes(structs.toBytes());
        }
        update.number(deleted.size());
        deleted.forEach((author, clocks) -> {
            update.number(author).number(clocks.size());
            clocks.stream().sorted().forEach(each -> update.number(each).number(1));
        });
        return update.toBytes();
    }
}
