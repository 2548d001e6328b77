package fr.trame.app.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;

/** The form of a fiche, a new one or one that exists. */
record FicheEditPage(Visitor visitor) {

    FicheEditPage {
        visitor.awaitPath("/t/[^/]+/(w/[^/]+/fiches/new|fiches/[^/]+/edit)");
        visitor.arrive("fiche/edit");
    }

    Locator field(String id) {
        return visitor.page().locator("[id='edit:" + id + "']");
    }

    FicheEditPage fill(String id, String value) {
        field(id).fill(value);
        return this;
    }

    FicheEditPage select(String id, String label) {
        field(id).selectOption(label);
        return this;
    }

    /** Ticks a box or a choice by what stands beside it. */
    FicheEditPage tick(String section, String label) {
        visitor.page()
                .locator("#" + section)
                .locator("label", new Locator.LocatorOptions().setHasText(label))
                .first()
                .click();
        return this;
    }

    /** Chooses the first axis, whatever it is called here. */
    FicheEditPage tickFirstAxis() {
        visitor.page().locator("input[name='edit:axis']").first().check();
        return this;
    }

    FicheEditPage addPartner(String organisation, String role) {
        select("newPartner", organisation).select("newRole", role);
        field("addPartner").click();
        var row = visitor.page().locator(".t-partner").filter(new Locator.FilterOptions().setHasText(organisation));
        assertThat(row.locator("select")).isFocused();
        return this;
    }

    /** Adds a line of funding at the end. */
    FicheEditPage addFunding(String funder, String year, String planned) {
        var rows = visitor.page().locator("fieldset.t-funding");
        var count = rows.count();
        field("addFunding").click();
        var row = rows.nth(count);
        assertThat(row.locator("input[id$=funder]")).isFocused(); // the page moves the focus: wait, or words go astray
        row.locator("input[id$=funder]").fill(funder);
        row.locator("input[id$=year]").fill(year);
        row.locator("input[id$=planned]").fill(planned);
        row.locator("input[id$=planned]").blur();
        return this;
    }

    /** Saves what must be accepted. */
    FicheViewPage save() {
        saveOnly();
        return new FicheViewPage(visitor);
    }

    /** Presses the button, whatever comes of it. */
    void saveOnly() {
        field("save").click();
    }

    Locator problems() {
        return visitor.page().locator(".t-problems");
    }

    Locator conflict() {
        return visitor.page().locator(".t-conflict");
    }

    Locator differences() {
        return conflict().locator("tbody tr");
    }

    /** @param field as the page names it */
    Locator difference(String field) {
        return differences().filter(new Locator.FilterOptions().setHasText(field));
    }
}
