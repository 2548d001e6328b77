package fr.trame.app.it;

import com.microsoft.playwright.Locator;

/** A workspace, its dossiers. */
record DossierListPage(Visitor visitor) {

    DossierListPage {
        visitor.awaitPath("/t/[^/]+/w/[^/]+/dossiers");
        visitor.arrive("dossier/list");
    }

    Locator newDossier() {
        return visitor.main().locator(".t-head__act").getByText("Nouveau dossier");
    }

    DossierViewPage create(String name, String description) {
        newDossier().click();
        visitor.page().locator("[id='create:name']").fill(name);
        visitor.page().locator("[id='create:description']").fill(description);
        visitor.page().locator("[id='create:save']").click();
        return new DossierViewPage(visitor);
    }
}
