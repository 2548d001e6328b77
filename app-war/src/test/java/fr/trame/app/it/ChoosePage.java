package fr.trame.app.it;

/** The choice of a tenant, for those who belong to several. */
record ChoosePage(Visitor visitor) {

    ChoosePage {
        visitor.awaitPath("/choose");
        visitor.arrive("choose");
    }
}
