package fr.trame.app.it;

import com.microsoft.playwright.Locator;

/** A fiche, to be read. */
record FicheViewPage(Visitor visitor) {

    FicheViewPage {
        visitor.awaitPath("/t/[^/]+/fiches/[0-9a-f-]{36}");
        visitor.arrive("fiche/view");
    }

    String title() {
        return visitor.page().locator("h1").innerText();
    }

    String text() {
        return visitor.main().innerText();
    }

    Locator editButton() {
        return visitor.main().locator("a[href$='/edit']");
    }

    FicheEditPage edit() {
        editButton().click();
        return new FicheEditPage(visitor);
    }
}
