package fr.trame.app.search.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.trame.app.search.SearchIndex;
import fr.trame.app.search.SearchIndex.Kind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AddressTest {

    private static final UUID ID = UUID.fromString("00000000-0000-7000-8000-000000000001");

    @Test
    void aDocumentIsOpenedAtItsPageWithTheWordsAsked() {
        assertEquals("/documents/" + ID + "?page=14&q=chaleur+%26+eau", Address.of(hit("pdf", 14), "chaleur & eau"));
        assertEquals("/documents/" + ID + "?page=1&q=chaleur", Address.of(hit("pdf", 0), "chaleur"));
    }

    @Test
    void aDocumentOfAnyTypeIsOpenedInTheProduct() {
        assertEquals("/documents/" + ID + "?page=2&q=chaleur", Address.of(hit("docx", 2), "chaleur"));
    }

    @Test
    void aCommentIsShownBesideThePageItIsAbout() {
        var hit = new SearchIndex.Hit(
                Kind.COMMENT, ID, 3, ID, ID, null, null, null, 2026, Instant.EPOCH, List.of(), List.of(), null);
        var document = new UUID(1, 2);
        assertEquals(
                "/documents/" + document + "?page=3#comment-" + ID,
                Address.of(hit.about(document, "a.pdf"), "chaleur"));
    }

    private static SearchIndex.Hit hit(String type, int page) {
        return new SearchIndex.Hit(
                Kind.DOCUMENT,
                ID,
                page,
                ID,
                ID,
                null,
                null,
                type,
                2026,
                Instant.EPOCH,
                List.of("a." + type),
                List.of(),
                null);
    }
}
