package fr.trame.app.it;

import com.microsoft.playwright.Locator;

/** A PDF document, a page at a time. */
record DocumentPage(Visitor visitor) {

    DocumentPage {
        visitor.awaitPath("/t/[^/]+/documents/[0-9a-f-]{36}");
        visitor.page().locator(".t-reader [data-go]:enabled").first().waitFor();
        visitor.arrive("dossier/document");
    }

    Locator number() {
        return visitor.page().locator("#at");
    }

    /** @return what is marked on the page in sight */
    Locator marks() {
        return visitor.page().locator(".t-reader .textLayer mark");
    }

    DossierViewPage dossier(String name) {
        visitor.main().locator(".t-crumbs").getByText(name).click();
        return new DossierViewPage(visitor);
    }
}
