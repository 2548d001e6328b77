package fr.trame.app.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Whatever people uploaded, a browser that gets it runs nothing of it. */
class DownloadIT extends Journey {

    private static final Caller AUTHOR = Caller.as("presidence");

    @Test
    void everyTypeIsSentAsAFileThatRunsNothing() {
        var place = Place.make(AUTHOR, "téléchargements");
        var files = Map.of(
                "page.html", Hostile.bytes("<html><script>document.title='trame'</script></html>"),
                "message.eml", Hostile.bytes("From: a@example.org\nSubject: s\n\n<script>1</script>"),
                "note.txt", Hostile.bytes("<script>1</script>"),
                "table.csv", Hostile.bytes("=cmd;1"),
                "plan.pdf", Samples.pdf("Un plan."),
                "texte.docx", Samples.docx("Un texte."),
                "image.png", Hostile.pictureAndPage(),
                "photo.jpg", Scans.picture("jpg", Scans.nothing()),
                "fax.tiff", Scans.tiff(Scans.nothing()));
        var visitor = visitor().as("presidence");
        files.forEach((name, bytes) -> {
            var document = place.upload(name, bytes);
            place.settled(document);
            var path = Product.url("/t/" + Product.ARA + "/files/" + document);
            var sent = visitor.page().request().get(path + "?inline=1");
            assertEquals(200, sent.status(), name);
            if (!name.endsWith(".pdf")) {
                assertTrue(header(sent, "content-disposition").startsWith("attachment"), name);
            }
            assertSafe(name, sent);
            var api = AUTHOR.get("/documents/" + document + "/content");
            assertTrue(api.header("Content-Disposition").startsWith("attachment"), name);
            assertTrue(api.header("Content-Security-Policy").contains("sandbox"), name);
        });
    }

    @Test
    void aPictureIsShownPaintedAnew() throws IOException {
        var place = Place.make(AUTHOR, "aperçus");
        var document = place.upload("image.png", Hostile.pictureAndPage());
        place.settled(document);
        var visitor = visitor().as("presidence");
        var base = "/t/" + Product.ARA + "/files/" + document + "/preview/";
        var sent = visitor.page().request().get(Product.url(base + "1"));
        assertEquals(200, sent.status());
        assertEquals("image/jpeg", header(sent, "content-type"));
        assertSafe("preview", sent);
        var text = new String(sent.body(), java.nio.charset.StandardCharsets.ISO_8859_1);
        assertTrue(!text.contains("script"), "nothing but the points is left");
        assertEquals(
                600,
                Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(sent.body())))
                        .getWidth());
        assertEquals(404, visitor.page().request().get(Product.url(base + "2")).status());
        visitor.go("/t/" + Product.ARA + "/documents/" + document);
        visitor.page().locator("img.t-preview").waitFor();
        visitor.arrive("dossier/document, a picture");
    }

    @Test
    void aTextIsShownAsWhatWasReadInIt() {
        var place = Place.make(AUTHOR, "textes");
        var word = Place.word();
        var document = place.upload("texte.txt", Hostile.bytes("Le mot " + word + " s’y lit."));
        place.indexed(document);
        var visitor = visitor().as("presidence");
        visitor.go("/t/" + Product.ARA + "/documents/" + document);
        assertTrue(Objects.requireNonNull(
                        visitor.page().locator(".t-preview--text").textContent())
                .contains(word));
        visitor.arrive("dossier/document, a text");
    }

    private static void assertSafe(String name, APIResponse sent) {
        assertEquals("nosniff", header(sent, "x-content-type-options"), name);
        assertTrue(header(sent, "content-security-policy").contains("sandbox"), name);
        assertEquals("same-origin", header(sent, "cross-origin-resource-policy"), name);
        assertTrue(header(sent, "cache-control").contains("no-store"), name);
    }

    private static String header(APIResponse sent, String name) {
        return sent.headers().getOrDefault(name, "");
    }
}
