package fr.trame.app.it;

import com.microsoft.playwright.Locator;

/** A workspace, its fiches. */
record FicheListPage(Visitor visitor) {

    FicheListPage {
        visitor.awaitPath("/t/[^/]+/w/[^/]+");
        visitor.arrive("fiche/list");
    }

    Locator newFiche() {
        return visitor.main().locator(".t-head__act").getByText("Nouvelle fiche");
    }

    FicheEditPage write() {
        newFiche().click();
        return new FicheEditPage(visitor);
    }

    DossierListPage dossiers() {
        visitor.main().locator(".ui-tabs-nav a").nth(1).click();
        return new DossierListPage(visitor);
    }

    Locator row(String title) {
        return visitor.main().locator("tbody tr").filter(new Locator.FilterOptions().setHasText(title));
    }
}
