package fr.trame.app.it;

/** The first page of a tenant. */
record PilotingIndexPage(Visitor visitor) {

    PilotingIndexPage {
        visitor.awaitPath("/t/[^/]+/");
        visitor.arrive("piloting/index");
    }

    ShellFrame frame() {
        return new ShellFrame(visitor);
    }
}
