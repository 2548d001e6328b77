package fr.trame.app.it;

import com.microsoft.playwright.Locator;

/** What a search found. */
record SearchResultsPage(Visitor visitor) {

    SearchResultsPage {
        visitor.awaitPath("/t/[^/]+/search");
        visitor.arrive("search/results");
    }

    Locator hit(String title) {
        return visitor.page().locator(".t-res").filter(new Locator.FilterOptions().setHasText(title));
    }

    int hits() {
        return visitor.page().locator(".t-res").count();
    }
}
