package fr.trame.app.ydoc;

import static fr.trame.app.ydoc.Bytes.BRANCH;
import static fr.trame.app.ydoc.Bytes.TEXT;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.trame.app.ydoc.MalformedUpdateException.Reason;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a document does not take, and that it is then as it was. */
class LimitsTest {

    private static final YLimits LIMITS = new YLimits(2_000, 4_000, 50, 5, 300, 20, 2_000);

    private final YDoc doc = YDoc.empty(LIMITS);

    LimitsTest() throws MalformedUpdateException {
        doc.apply(Bytes.of(1, 0, 1).first(TEXT, "corps").text("Bonjour").end());
    }

    private void refuses(Reason reason, byte[] update) {
        var before = doc.encode();
        var refusal = assertThrows(MalformedUpdateException.class, () -> doc.apply(update));
        assertEquals(reason, refusal.reason(), refusal.getMessage());
        assertArrayEquals(before, doc.encode());
    }

    private void refuses(Reason reason, Bytes update) {
        refuses(reason, update.end());
    }

    @Test
    void anUpdateThatIsTooLarge() {
        refuses(Reason.TOO_LARGE, Bytes.of(2, 0, 1).first(TEXT, "t").text("x".repeat(2_000)));
    }

    @Test
    void aDocumentThatWouldBeTooLarge() throws Exception {
        for (var client = 2; client < 4; client++) {
            doc.apply(Bytes.of(client, 0, 1)
                    .first(TEXT, "t")
                    .text("x".repeat(1_900))
                    .end());
        }
        refuses(Reason.TOO_LARGE, Bytes.of(9, 0, 1).first(TEXT, "t").text("x".repeat(1_900)));
    }

    @Test
    void moreTypingThanTheDocumentIsLargeIsNoReason() throws Exception {
        for (var clock = 7; clock < 1_500; clock++) {
            doc.apply(Bytes.of(1, clock, 1).after(TEXT, 1, clock - 1).text("x").end());
        }
        assertEquals(1_500, doc.text("corps").length());
    }

    @Test
    void whatADocumentHasBecomeCanBeReadAgain() throws Exception {
        for (var client = 2; client < 4; client++) {
            doc.apply(Bytes.of(client, 0, 1)
                    .first(TEXT, "t")
                    .text("x".repeat(1_900))
                    .end());
        }
        assertArrayEquals(doc.encode(), YDoc.of(doc.encode(), LIMITS).encode());
    }

    @Test
    void tooManyPieces() {
        var update = Bytes.of(2, 0, 60);
        for (var i = 0; i < 60; i++) {
            update.first(TEXT, "t").text("x");
        }
        refuses(Reason.TOO_MANY, update);
    }

    @Test
    void elementsTooDeepInsideOneAnother() {
        refuses(Reason.TOO_DEEP, nested(7));
    }

    @Test
    void elementsTooDeepThatComeBeforeThoseTheyAreIn() throws Exception {
        var roomy = YDoc.empty(new YLimits(2_000, 4_000, 50, 5, 2_000, 20, 2_000));
        roomy.apply(Bytes.of(2, 1, 6)
                .inside(BRANCH, 2, 0)
                .raw(4)
                .inside(BRANCH, 2, 1)
                .raw(4)
                .inside(BRANCH, 2, 2)
                .raw(4)
                .inside(BRANCH, 2, 3)
                .raw(4)
                .inside(BRANCH, 2, 4)
                .raw(4)
                .inside(BRANCH, 2, 5)
                .raw(4)
                .end());
        var applied =
                roomy.apply(Bytes.of(2, 0, 1).first(BRANCH, "corps").raw(4).end());

        assertEquals(new Applied(true, Set.of("corps"), false), applied, "those that waited are let go");
        assertArrayEquals(roomy.encode(), YDoc.of(roomy.encode(), LIMITS).encode());
    }

    private static byte[] nested(int depth) {
        var update = Bytes.of(2, 0, depth).first(BRANCH, "corps").raw(4);
        for (var i = 1; i < depth; i++) {
            update.inside(BRANCH, 2, i - 1).raw(4);
        }
        return update.end();
    }

    @Test
    void valuesTooDeepInsideOneAnother() {
        var any = Bytes.of(2, 0, 1).first(Bytes.ANY, "liste").raw(1);
        for (var i = 0; i < 8; i++) {
            any.raw(117, 1);
        }
        refuses(Reason.TOO_DEEP, any.raw(126));
        var json = "[".repeat(8) + "]".repeat(8);
        refuses(Reason.TOO_DEEP, Bytes.of(2, 0, 1).first(Bytes.EMBED, "t").string(json));
    }

    @Test
    void namesThatAreTooLong() {
        var name = "n".repeat(21);
        refuses(Reason.NAME_TOO_LONG, Bytes.of(2, 0, 1).first(TEXT, name).text("x"));
        refuses(Reason.NAME_TOO_LONG, Bytes.of(2, 0, 1).entry(TEXT, "m", name).text("x"));
        refuses(
                Reason.NAME_TOO_LONG,
                Bytes.of(2, 0, 1).first(BRANCH, "m").raw(3).string(name));
    }

    @Test
    void tooMuchThatWaits() throws Exception {
        doc.apply(Bytes.of(2, 10, 1).after(TEXT, 2, 9).text("x".repeat(100)).end());
        refuses(Reason.TOO_MUCH_PENDING, Bytes.of(3, 10, 1).after(TEXT, 3, 9).text("x".repeat(100)));
        var deletes = new Bytes().uint(0).uint(1).uint(4).uint(60);
        for (var i = 0; i < 60; i++) {
            deletes.uint(i * 2L).uint(1);
        }
        refuses(Reason.TOO_MUCH_PENDING, deletes.done());
    }

    @Test
    void workWithoutEnd() throws Exception {
        var roomy = YDoc.empty(new YLimits(100_000, 100_000, 10_000, 5, 300, 20, 2_000));
        var row = Bytes.of(2, 0, 200).first(BRANCH, "t").raw(4);
        for (var i = 1; i < 200; i++) {
            row.after(BRANCH, 2, i - 1).raw(4);
        }
        roomy.apply(row.end());
        roomy.apply(new Bytes().uint(0).deleting(2, 50, 3));
        var before = roomy.encode();
        var many = Bytes.of(3, 0, 21).after(TEXT, 2, 60).text("abc");
        for (var i = 0; i < 20; i++) {
            many.after(TEXT, 2, 0).text("x");
        }
        var refusal = assertThrows(MalformedUpdateException.class, () -> roomy.apply(many.deleting(2, 70, 4)));

        assertEquals(Reason.TOO_COSTLY, refusal.reason());
        assertArrayEquals(before, roomy.encode());
    }

    @Test
    void manyWhoGiveAKeyItsFirstValue() throws Exception {
        var roomy = YDoc.empty(new YLimits(2_000, 4_000, 200, 5, 300, 20, 2_000));
        for (var client = 100; client > 64; client--) {
            roomy.apply(Bytes.of(client, 0, 1).entry(TEXT, "m", "k").text("x").end());
        }
        var many = Bytes.of(2, 0, 60);
        for (var i = 0; i < 60; i++) {
            many.entry(TEXT, "m", "k").text("x");
        }
        var before = roomy.encode();
        var refusal = assertThrows(MalformedUpdateException.class, () -> roomy.apply(many.end()));

        assertEquals(Reason.TOO_COSTLY, refusal.reason());
        assertArrayEquals(before, roomy.encode());
    }

    @Test
    void rootsThatAreNotTheSenders() throws Exception {
        doc.apply(Bytes.of(2, 0, 1).first(TEXT, "annexe").text("libre").end());
        var annexe = Set.of("annexe");
        for (var foreign : new byte[][] {
            Bytes.of(3, 0, 1).first(TEXT, "corps").text("x").end(),
            Bytes.of(3, 0, 1).after(TEXT, 1, 3).text("x").end(),
            Bytes.of(3, 5, 1).first(TEXT, "corps").text("waits").end(),
            new Bytes().uint(0).deleting(1, 2, 2)
        }) {
            var before = doc.encode();
            var refusal = assertThrows(MalformedUpdateException.class, () -> doc.apply(foreign, annexe));
            assertEquals(Reason.FOREIGN_ROOT, refusal.reason());
            assertArrayEquals(before, doc.encode());
        }
        assertEquals(
                annexe,
                doc.apply(Bytes.of(3, 0, 1).after(TEXT, 2, 3).text("x").deleting(2, 0, 1), annexe)
                        .roots());
    }

    @Test
    void whatTheProductDoesNotTake() {
        refuses(
                Reason.UNSUPPORTED,
                Bytes.of(2, 0, 1).first(9, "t").string("guid").raw(118, 0));
        refuses(Reason.UNSUPPORTED, Bytes.of(2, 0, 1).first(BRANCH, "t").raw(5).string("hook"));
    }

    @Test
    void whatIsNotAnUpdate() {
        refuses(Reason.UNREADABLE, new byte[0]);
        refuses(Reason.UNREADABLE, new byte[] {0, 0, 0});
        refuses(Reason.UNREADABLE, new byte[] {1, 1, 2, 0, 31});
        refuses(Reason.UNREADABLE, Bytes.of(2, 0, 1).first(BRANCH, "t").raw(7));
        refuses(Reason.UNREADABLE, Bytes.of(2, 0, 1).first(Bytes.EMBED, "t").string("{\"a\":}"));
        refuses(Reason.UNREADABLE, Bytes.of(2, 0, 1).first(Bytes.ANY, "t").raw(1, 90));
        refuses(Reason.UNREADABLE, Bytes.of(2, 0, 1).first(TEXT, "t").raw(2, 0xC3, 0x28));
    }

    @Test
    void whatCannotBe() {
        refuses(Reason.IMPOSSIBLE, Bytes.of(2, 0, 1).after(TEXT, 2, 0).text("x"));
        refuses(Reason.IMPOSSIBLE, Bytes.of(2, 0, 1).first(TEXT, "t").text(""));
        refuses(
                Reason.IMPOSSIBLE,
                Bytes.of(2, Integer.MAX_VALUE, 1).first(TEXT, "t").text("x"));
        refuses(Reason.IMPOSSIBLE, new Bytes().uint(0).deleting(1, 2, 0));
        refuses(Reason.IMPOSSIBLE, Bytes.of(2, 0, 1).info(Bytes.GONE).uint(1L << 40));
    }
}
