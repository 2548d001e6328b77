package fr.trame.app.it;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Path;

/** A dossier and its documents. */
record DossierViewPage(Visitor visitor) {

    DossierViewPage {
        visitor.awaitPath("/t/[^/]+/dossiers/[0-9a-f-]{36}");
        visitor.arrive("dossier/view");
    }

    String title() {
        return visitor.page().locator("h1").innerText();
    }

    Locator dropZone() {
        return visitor.page().locator("#upload");
    }

    /** Chooses files as the file dialog of the drop zone would. */
    DossierViewPage upload(FilePayload... files) {
        visitor.page().locator("#files").setInputFiles(files);
        return this;
    }

    /** Chooses a file of the disk, which keeps its age when it is chosen again. */
    DossierViewPage upload(Path file) {
        visitor.page().locator("#files").setInputFiles(file);
        return this;
    }

    Locator interrupted() {
        return visitor.page().locator(".t-interrupted li");
    }

    /** @return the line of a file that is being uploaded */
    Locator upload(String name) {
        return dropZone().locator(":scope > ul > li").filter(new Locator.FilterOptions().setHasText(name));
    }

    Locator document(String name) {
        return visitor.page().locator("#documents tbody tr").filter(new Locator.FilterOptions().setHasText(name));
    }

    /** Waits until the page itself, without being loaded again, says that the document can be found. */
    DossierViewPage awaitIndexed(String name) {
        document(name).locator(".t-docstate--INDEXED").waitFor(new Locator.WaitForOptions().setTimeout((double)
                        Product.PATIENCE.toMillis()));
        return this;
    }
}
