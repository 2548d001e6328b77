package fr.trame.app.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;

/** A fiche that is written together, as one of those who write sees it. */
record LivePage(Visitor visitor) {

    LivePage {
        visitor.awaitPath("/t/[^/]+/fiches/[0-9a-f-]{36}/write");
        visitor.page().locator("#coedit[data-ready=true]").waitFor();
        visitor.arrive("coedit/write");
    }

    static LivePage open(Visitor visitor, String tenant, String fiche) {
        visitor.go("/t/" + tenant + "/fiches/" + fiche + "/write");
        return new LivePage(visitor);
    }

    Locator section(String name) {
        return visitor.page().locator("[data-section=" + name + "]");
    }

    /** Puts the caret at the end of a section. */
    LivePage stand(String section) {
        section(section).click();
        visitor.page().keyboard().press("Control+End");
        return this;
    }

    LivePage type(String text) {
        visitor.page().keyboard().type(text);
        return this;
    }

    LivePage press(String key) {
        visitor.page().keyboard().press(key);
        return this;
    }

    Locator tool(String name) {
        return visitor.page().locator("#coedit-tools button[data-do=" + name + "]");
    }

    Locator state() {
        return visitor.page().locator("#coedit-state");
    }

    Locator people() {
        return visitor.page().locator("#coedit-people");
    }

    /** @return the text of a section without the carets of others */
    String text(String section) {
        return String.valueOf(section(section)
                .evaluate("element => { const copy = element.cloneNode(true);"
                        + " copy.querySelectorAll('.t-caret').forEach((caret) => caret.remove());"
                        + " return copy.textContent; }"));
    }

    void awaitSaved() {
        assertThat(state()).containsText("Enregistré à");
    }
}
