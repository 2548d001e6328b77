package fr.trame.app.it;

/** The page that says that something is not there, or not open. */
record ErrorPage(Visitor visitor) {

    ErrorPage {
        visitor.arrive("error");
    }

    String title() {
        return visitor.page().locator("h1").innerText();
    }
}
