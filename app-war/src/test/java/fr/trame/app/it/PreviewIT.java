package fr.trame.app.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.options.RequestOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Documents are seen: office files by their pages, all by a small picture, by those who may open them only. */
class PreviewIT extends Journey {

    private static final Caller AUTHOR = Caller.as("presidence");
    private static final Path REAL =
            Path.of("../../shared/data/real").toAbsolutePath().normalize();
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static Place place = new Place(AUTHOR, "", "");

    @BeforeAll
    static void makeAPlace() {
        place = Place.make(AUTHOR, "aperçus de pages");
    }

    @AfterEach
    void everythingRunsAgain() {
        if (Part.home().isPresent() && Part.PAINTER.process().isEmpty()) {
            Stack.up();
        }
    }

    @Test
    void anOfficeFileIsShownByItsPagesWithTheHitMarkedOnItsPage() throws IOException {
        requireOffice();
        var word = Place.word();
        var document = place.upload("convention.docx", Samples.docx("Rien à voir. ".repeat(600) + word + " est ici."));
        place.indexed(document);
        var visitor = visitor().as("presidence");
        var sent = made(visitor, document, "pdf");
        assertEquals("application/pdf", header(sent, "content-type"));
        assertTrue(header(sent, "content-disposition").startsWith("attachment"), "it is not shown by itself");
        assertSafe(sent);
        assertEquals(2, pageOf(word, sent.body()), "as in the office program");
        visitor.go("/t/" + Product.ARA + "/documents/" + document + "?q=" + word);
        var page = new DocumentPage(visitor);
        assertThat(page.marks()).hasCount(1);
        assertThat(page.number()).hasValue("2");
        assertThat(visitor.main()).containsText("Aperçu fait à partir du fichier");
        visitor.arrive("dossier/document, an office file");
    }

    @Test
    void realTablesAndTextsAreShown() {
        requireOffice();
        var files = List.of(
                REAL.resolve("plans/plan-complexe.xlsx"),
                REAL.resolve("plans/modele-import.xlsx"),
                REAL.resolve("documents/broken.odt"));
        if (!files.stream().allMatch(Files::isRegularFile)) {
            var reason = "No real documents here (" + REAL + "): they are not shown.";
            System.out.println(reason);
            abort(reason);
        }
        var visitor = visitor().as("presidence");
        for (var file : files) {
            var document = AUTHOR.upload(place.dossier(), file.getFileName().toString(), bytes(file));
            if (document.status() != 201) {
                System.out.println(file.getFileName() + " is refused: " + document.status());
                continue;
            }
            var outcome = Product.waitFor(file + " is settled", PATIENCE, () -> outcome(document.created()));
            System.out.printf("%-32s %s%n", file.getFileName(), outcome);
            if (file.toString().endsWith(".xlsx")) {
                assertEquals("DONE", outcome);
                assertEquals(200, made(visitor, document.created(), "thumbnail").status());
            }
        }
    }

    @Test
    void aSmallPictureStandsInTheListAndIsAskedForOnce() throws IOException {
        var pdf = place.upload("plan.pdf", Samples.pdf("Un plan."));
        var picture = place.upload("image.png", Hostile.pictureAndPage());
        var note = place.upload("note.txt", Hostile.bytes("Une note."));
        place.settled(pdf);
        place.settled(note);
        var visitor = visitor().as("presidence");
        for (var document : List.of(pdf, picture)) {
            var sent = made(visitor, document, "thumbnail");
            assertEquals("image/jpeg", header(sent, "content-type"));
            assertSafe(sent);
            var painted = Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(sent.body())));
            assertEquals(320, Math.max(painted.getWidth(), painted.getHeight()));
            assertEquals("private, no-cache", header(sent, "cache-control"));
            var again = visitor.page()
                    .request()
                    .get(
                            address(document, "thumbnail"),
                            RequestOptions.create().setHeader("If-None-Match", header(sent, "etag")));
            assertEquals(304, again.status());
        }
        assertEquals(404, get(visitor, note, "thumbnail").status());
        visitor.go("/t/" + Product.ARA + "/dossiers/" + place.dossier());
        var list = new DossierViewPage(visitor);
        var shown = list.document("plan.pdf").locator("img.t-thumb");
        assertThat(shown).hasAttribute("alt", "");
        assertThat(shown).hasAttribute("loading", "lazy");
        shown.scrollIntoViewIfNeeded();
        assertEquals(true, shown.evaluate("async each => { await each.decode(); return each.naturalWidth > 0; }"));
        assertThat(list.document("note.txt").locator("img.t-thumb")).hasCount(0);
        assertThat(list.document("note.txt").locator(".t-ftype .pi")).isVisible();
        visitor.go("/t/" + Product.ARA + "/documents/" + pdf);
        assertThat(visitor.page().locator("img.t-thumb--head")).isVisible();
    }

    @Test
    void whoMayNotOpenADocumentDoesNotSeeItEither() {
        var hidden = Place.makeRestricted(AUTHOR, "aperçus fermés");
        var document = hidden.upload("secret.pdf", Samples.pdf("Un secret."));
        hidden.settled(document);
        made(visitor().as("presidence"), document, "thumbnail");
        for (var kind : List.of("pdf", "thumbnail")) {
            assertEquals(404, get(visitor().as("chef-projet"), document, kind).status(), kind);
            assertEquals(
                    404, get(visitor().as("hdf-presidence"), document, kind).status(), kind);
        }
        var theirs = Product.url("/t/" + Product.HDF + "/files/" + document + "/thumbnail");
        assertEquals(
                404,
                visitor().as("hdf-presidence").page().request().get(theirs).status(),
                "not in one's own tenant either");
    }

    @Test
    void whatGoesAwayTakesItsPicturesAlong() {
        var document = place.upload("part.pdf", Samples.pdf("Il part."));
        place.settled(document);
        var visitor = visitor().as("presidence");
        made(visitor, document, "thumbnail");
        assertEquals(
                204,
                AUTHOR.send("DELETE", "/documents/" + document, BodyPublishers.noBody())
                        .status());
        assertEquals(404, get(visitor, document, "thumbnail").status());
    }

    @Test
    void withoutThePainterDocumentsAreReadAndShownByTheirText() {
        if (Part.home().isEmpty()) {
            System.out.println("The stack is not ours to stop: a painter that is away is not tried.");
            abort("not our stack");
        }
        requireOffice();
        var word = Place.word();
        Part.PAINTER.kill();
        var document = place.upload("attente.docx", Samples.docx("Un texte avec " + word + "."));
        place.indexed(document);
        var visitor = visitor().as("presidence");
        visitor.go("/t/" + Product.ARA + "/documents/" + document);
        assertThat(visitor.page().locator(".t-preview--text")).containsText(word);
        assertThat(visitor.main()).containsText("L’aperçu des pages se prépare.");
        visitor.arrive("dossier/document, a preview to come");
        assertTrue(outcome(document).isEmpty(), "nobody gave up");
        Stack.up();
        assertEquals(200, made(visitor, document, "pdf").status());
    }

    private static void requireOffice() {
        var folders = List.of(System.getenv().getOrDefault("PATH", "").split(":"));
        if (folders.stream().noneMatch(folder -> Files.isExecutable(Path.of(folder, "soffice")))) {
            var reason = "No LibreOffice on this machine: office files are not shown by their pages.";
            System.out.println(reason);
            abort(reason);
        }
    }

    private static APIResponse made(Visitor visitor, String document, String kind) {
        return Product.waitFor(kind + " of " + document, PATIENCE, () -> Optional.of(get(visitor, document, kind))
                .filter(answer -> answer.status() == 200));
    }

    private static APIResponse get(Visitor visitor, String document, String kind) {
        return visitor.page().request().get(address(document, kind));
    }

    private static String address(String document, String kind) {
        return Product.url("/t/" + Product.ARA + "/files/" + document + "/" + kind);
    }

    private static Optional<String> outcome(String document) {
        var outcome = Rows.of(Product.ARA)
                .text(
                        "select max(r.outcome) from document_rendition r join document d on d.tenant_id = r.tenant_id"
                                + " and d.object_key = r.source_key where r.kind = 'PDF' and d.id::text = ?",
                        document);
        return Optional.ofNullable(outcome).filter(each -> !each.isEmpty() && !each.equals("null"));
    }

    private static int pageOf(String word, byte[] pdf) throws IOException {
        try (var opened = Loader.loadPDF(pdf)) {
            for (int page = 1; page <= opened.getNumberOfPages(); page++) {
                var text = new PDFTextStripper();
                text.setStartPage(page);
                text.setEndPage(page);
                if (text.getText(opened).contains(word)) {
                    return page;
                }
            }
        }
        return 0;
    }

    private static void assertSafe(APIResponse sent) {
        assertEquals("nosniff", header(sent, "x-content-type-options"));
        assertTrue(header(sent, "content-security-policy").contains("sandbox"));
        assertEquals("same-origin", header(sent, "cross-origin-resource-policy"));
        assertFalse(header(sent, "cache-control").contains("public"));
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unread) {
            throw new UncheckedIOException(unread);
        }
    }

    private static String header(APIResponse sent, String name) {
        return sent.headers().getOrDefault(name, "");
    }
}
