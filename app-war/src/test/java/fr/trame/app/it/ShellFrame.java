package fr.trame.app.it;

import com.microsoft.playwright.Locator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** What surrounds every page of a tenant. */
record ShellFrame(Visitor visitor) {

    Locator searchField() {
        return visitor.page().locator("#q");
    }

    SearchResultsPage search(String words) {
        searchField().fill(words);
        searchField().press("Enter");
        var query = "?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
        visitor.awaitPath("/t/[^/]+/search" + Pattern.quote(query)); // the page may be one of results already
        return new SearchResultsPage(visitor).answered();
    }

    /** @param name of a workspace in the navigation */
    FicheListPage openWorkspace(String name) {
        visitor.page()
                .locator("#navigation .t-ws__row a")
                .filter(new Locator.FilterOptions().setHasText(name))
                .click();
        return new FicheListPage(visitor);
    }

    /** Signs out by the menu of the account. */
    void signOut() {
        openAccount();
        visitor.button("Se déconnecter").click();
    }

    /** Chooses a language by the menu of the account; the page comes again in it. */
    void speak(String language) {
        openAccount();
        visitor.button(language).click();
    }

    private void openAccount() {
        visitor.page().locator(".t-topbar__end summary.t-user").click();
    }
}
