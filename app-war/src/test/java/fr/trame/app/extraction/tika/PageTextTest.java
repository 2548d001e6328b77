package fr.trame.app.extraction.tika;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.trame.app.extraction.TextExtractor.ExtractionFailed;
import fr.trame.app.extraction.TextExtractor.Reason;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageTextTest {

    private static final String HEAD =
            "<?xml version=\"1.1\" encoding=\"UTF-8\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"><head>"
                    + "<meta name=\"X-TIKA:Parsed-By\" content=\"org.apache.tika.parser.DefaultParser\"/>"
                    + "<title>&#0;</title></head>";

    @Test
    void eachPageOfAPdfIsAPage() throws Exception {
        assertEquals(
                List.of("Un\ndeux", "", "trois & quatre"),
                pages("<div class=\"page\"><p>Un</p>\n<p>deux</p></div><div class=\"page\"><p/></div>"
                        + "<div class=\"page\"><p>trois &amp; quatre</p></div>"));
    }

    @Test
    void aTextWithoutPagesIsOnePage() throws Exception {
        assertEquals(List.of("Un\ndeux"), pages("<p>Un</p><p>deux</p>"));
        assertEquals(List.of(""), pages(""));
    }

    @Test
    void whatStandsAroundThePagesIsKept() throws Exception {
        assertEquals(
                List.of("avant\nun", "deux\naprès"),
                pages("<p>avant</p><div class=\"page\">un</div><div class=\"page\">deux</div><p>après</p>"));
    }

    @Test
    void aSheetIsAPageAndItsCellsStayApart() throws Exception {
        assertEquals(
                List.of("Plan\na b\nc", "Autre"),
                pages("<div class=\"sheet\"><h1>Plan</h1><table><tr>\t<td>a</td>\t<td>b</td></tr>"
                        + "<tr><td>c</td></tr></table></div><div class=\"sheet\"><h1>Autre</h1></div>"));
    }

    @Test
    void wordsAreNotTornByInlineMarkup() throws Exception {
        assertEquals(List.of("écosystème"), pages("<p>éco<b>système</b></p>"));
    }

    @Test
    void theTitleIsNotText() throws Exception {
        var text = new PageText(10, 100);
        TikaAnswer.parse(stream(HEAD.replace("&#0;", "Titre") + "<body>corps</body></html>"), text);
        assertEquals(List.of("corps"), text.pages());
    }

    @Test
    void theTextIsCutAtTheLimits() throws Exception {
        var few = new PageText(2, 1_000);
        var three = "<div class=\"page\">1</div><div class=\"page\">2</div><div class=\"page\">3</div>";
        assertTrue(TikaAnswer.parse(document(three), few));
        assertEquals(List.of("1", "2"), few.pages());
        assertEquals("abc😀", cut("<p>abc😀def</p>", 5));
        assertEquals("abc", cut("<p>abc😀def</p>", 4));
        assertEquals("abc", cut("<p>abc def</p>", 4));
        assertFalse(TikaAnswer.parse(document("<p>abc</p>"), new PageText(1, 3)));
    }

    @Test
    void pagesThatWerePicturesAreTold() throws Exception {
        var text = new PageText(10, 1_000, 2);
        var picture = "<div class=\"page\"><div class=\"ocr\">lu</div></div>";
        assertTrue(TikaAnswer.parse(document("<div class=\"page\">écrit</div>" + picture.repeat(3)), text));
        assertFalse(text.isRecognised(0));
        assertTrue(text.isRecognised(1));
        assertTrue(text.isRecognised(2));
        assertEquals(List.of("écrit", "lu", "lu"), text.pages());
    }

    @Test
    void whatADocumentSaysOfItselfIsKeptShort() throws Exception {
        var text = new PageText(10, 100);
        var title = "<meta name=\"dc:title\" content=\"" + "é".repeat(500) + "\"/>";
        TikaAnswer.parse(stream(HEAD.replace("<title>", title + "<title>") + "<body/></html>"), text);
        assertEquals("é".repeat(300), text.told("dc:title"));
        assertEquals("", text.told("dc:creator"));
    }

    @Test
    void aDocumentWithoutParserIsTold() throws Exception {
        var text = new PageText(10, 100);
        TikaAnswer.parse(stream(HEAD.replace("DefaultParser", "EmptyParser") + "<body/></html>"), text);
        assertFalse(text.understood());
    }

    @Test
    void anAnswerThatStopsInTheMiddleIsABrokenDocument() {
        var failure = assertThrows(
                ExtractionFailed.class, () -> TikaAnswer.parse(stream(HEAD + "<body><p>abc"), new PageText(10, 100)));
        assertEquals(Reason.BROKEN, failure.reason());
    }

    @Test
    void aDocumentTypeIsRefused() {
        var bomb = "<!DOCTYPE html [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><html><body>&a;</body></html>";
        assertThrows(ExtractionFailed.class, () -> TikaAnswer.parse(stream(bomb), new PageText(10, 100)));
    }

    @Test
    void aRefusalIsToldByItsException() {
        assertEquals(Reason.ENCRYPTED, TikaAnswer.reason("org.apache.tika.exception.EncryptedDocumentException: x"));
        assertEquals(Reason.EMPTY, TikaAnswer.reason("org.apache.tika.exception.ZeroByteFileException"));
        assertEquals(Reason.TOO_LARGE, TikaAnswer.reason("TikaException: Zip bomb detected!"));
        assertEquals(Reason.BROKEN, TikaAnswer.reason("java.io.IOException: Page tree root must be a dictionary"));
        assertEquals(Reason.BROKEN, TikaAnswer.reason(""));
    }

    private static String cut(String body, int mostChars) throws Exception {
        var text = new PageText(10, mostChars);
        assertTrue(TikaAnswer.parse(document(body), text));
        return text.pages().get(0);
    }

    private static List<String> pages(String body) throws Exception {
        var text = new PageText(10, 1_000);
        assertFalse(TikaAnswer.parse(document(body), text));
        return text.pages();
    }

    private static ByteArrayInputStream document(String body) {
        return stream(HEAD + "<body>" + body + "</body></html>");
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
