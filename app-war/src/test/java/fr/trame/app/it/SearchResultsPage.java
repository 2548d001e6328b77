package fr.trame.app.it;

import com.microsoft.playwright.Locator;
import java.util.Optional;
import java.util.function.Predicate;

/** What a search found. */
record SearchResultsPage(Visitor visitor) {

    SearchResultsPage {
        visitor.awaitPath("/t/[^/]+/search");
        visitor.page().locator("h1").waitFor();
        visitor.arrive(isUnavailable(visitor) ? "search/results, unavailable" : "search/results");
    }

    /** On a busy machine the first answer of the index is late, and the page says so: it is asked again then. */
    SearchResultsPage answered() {
        return once("the search answers", page -> !isUnavailable(visitor));
    }

    /** Loads the page again and again until it is right: what was saved just now is found a moment later. */
    SearchResultsPage once(String what, Predicate<SearchResultsPage> right) {
        return Product.waitFor(what, Product.PATIENCE, () -> {
            if (right.test(this)) {
                return Optional.of(this);
            }
            visitor.page().reload();
            return Optional.empty();
        });
    }

    Locator hit(String title) {
        return visitor.page().locator(".t-res").filter(new Locator.FilterOptions().setHasText(title));
    }

    int hits() {
        return visitor.page().locator(".t-res").count();
    }

    private static boolean isUnavailable(Visitor visitor) {
        return visitor.page().locator("main .t-notice[role=alert]").count() > 0;
    }
}
