package fr.trame.app.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Dialog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A large file over a bad line, in a page that is loaded again half-way. */
class UploadJourneyIT extends Journey {

    private static final int MEBI = 1024 * 1024;
    private static final Pattern PIECES = Pattern.compile(".*/transfers/[0-9a-f-]{36}$");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aFileGoesOnWhereItWasAfterTheLineWasCutAndThePageLoadedAgain() throws IOException {
        var name = Place.word() + ".pdf";
        var file = Files.write(folder.resolve(name), Samples.heavyPdf("Un plan de site.", 40 * MEBI));
        var place = Place.make(Caller.as("presidence"), "envoi interrompu");
        var address = "/t/" + Product.ARA + "/dossiers/" + place.dossier();
        var visitor = visitor().as("presidence").expectCuts(address + "/transfers");
        visitor.go(address);
        cutAfterTheFirstPiece(visitor);
        new DossierViewPage(visitor).upload(file);
        Product.waitUntil("the line is cut in the second piece", () -> {
            visitor.page().waitForTimeout(200);
            return received(name).equals("33554432");
        });
        visitor.page().onDialog(Dialog::accept);
        visitor.page().reload();
        var page = new DossierViewPage(visitor);
        assertThat(page.interrupted()).containsText(name);
        visitor.arrive("dossier/view, with an interrupted upload");
        visitor.page().unroute(PIECES);
        var offsets = offsets(visitor);
        page.upload(file);
        assertThat(page.upload(name)).containsText("Déposé et vérifié");
        assertEquals(List.of("33554432"), offsets, "only what was missing is sent");
        visitor.page().reload();
        assertThat(page.interrupted()).hasCount(0);
        assertThat(page.document(name)).hasCount(1);
    }

    private static void cutAfterTheFirstPiece(Visitor visitor) {
        var pieces = new AtomicInteger();
        visitor.page().route(PIECES, route -> {
            if (route.request().method().equals("PATCH") && pieces.incrementAndGet() > 1) {
                route.abort();
            } else {
                route.resume();
            }
        });
    }

    /** @return where each piece begins that is sent from now on */
    private static List<String> offsets(Visitor visitor) {
        var offsets = new ArrayList<String>();
        visitor.page().onRequest(request -> {
            if (request.method().equals("PATCH")) {
                offsets.add(request.headerValue("upload-offset"));
            }
        });
        return offsets;
    }

    private static String received(String name) {
        return Rows.of(Product.ARA).text("select received::text from transfer where name = ?", name);
    }
}
