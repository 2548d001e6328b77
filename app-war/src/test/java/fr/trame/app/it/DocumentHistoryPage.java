package fr.trame.app.it;

import com.microsoft.playwright.Locator;

/** The versions of a document. */
record DocumentHistoryPage(Visitor visitor) {

    DocumentHistoryPage {
        visitor.awaitPath("/t/[^/]+/documents/[0-9a-f-]{36}/history");
        visitor.arrive("dossier/history");
    }

    Locator versions() {
        return visitor.page().locator(".t-version");
    }

    Locator differences(String tag) {
        return visitor.page().locator(".t-diff " + tag);
    }

    DocumentHistoryPage restore(int number) {
        visitor.button("Rétablir la version " + number).click();
        visitor.page().locator(".t-notices .t-notice").waitFor();
        return new DocumentHistoryPage(visitor);
    }

    DocumentHistoryPage compare() {
        visitor.button("Comparer").click();
        visitor.page().locator(".t-diff").waitFor();
        visitor.arrive("dossier/history, compared");
        return this;
    }

    DocumentHistoryPage label(String words) {
        visitor.page().locator("#describe-version summary").click();
        visitor.page().locator("[id='describe:label']").fill(words);
        visitor.page().locator("[id='describe:save']").click();
        visitor.page().locator(".t-notices .t-notice").waitFor();
        return new DocumentHistoryPage(visitor);
    }
}
