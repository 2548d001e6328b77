package fr.trame.app.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets a line to a fiche that is written together, what they may do on it, and when they lose it. */
class LiveRightsIT {

    private static final Caller AUTHOR = Caller.as("presidence");
    private static final Rows ROWS = Rows.of(Product.ARA);

    private static Place place = new Place(AUTHOR, "", "");
    private static PageSession author = PageSession.of("");

    @BeforeAll
    static void makeAPlace() {
        place = Place.make(AUTHOR, "à plusieurs");
        author = PageSession.of("presidence");
    }

    @AfterAll
    static void leave() {
        author.signOut();
    }

    @Test
    void nobodyWithoutASessionGetsALine() {
        var fiche = place.fiche("Une fiche fermée");
        var nobody = PageSession.of("");
        assertEquals(401, refused(nobody, Product.ARA, fiche, Product.url("")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "null", "https://ailleurs.example", "http://127.0.0.1:1", "http://localhost.ailleurs.example"
            })
    void noPageOfAnotherSiteGetsALine(String origin) {
        var fiche = place.fiche("Une fiche et une autre page");
        var before = ROWS.refusals(Drive.subject("presidence"), "FICHE_LIVE");
        assertEquals(403, refused(author, Product.ARA, fiche, origin));
        assertEquals(before + 1, ROWS.refusals(Drive.subject("presidence"), "FICHE_LIVE"));
    }

    @Test
    void peopleOfAnotherTenantGetNoLine() {
        var fiche = place.fiche("Une fiche d’ici");
        var foreign = PageSession.of("hdf-presidence");
        assertEquals(404, refused(foreign, Product.ARA, fiche, Product.url("")));
        assertEquals(404, refused(foreign, Product.HDF, fiche, Product.url("")));
        assertEquals("0", ROWS.text("select count(*) from coedit_snapshot where fiche_id::text = ?", fiche));
    }

    @Test
    void whoMayNotSeeTheWorkspaceGetsNoLine() {
        var hidden = Place.makeRestricted(AUTHOR, "à part").fiche("Une fiche à part");
        assertEquals(404, refused(PageSession.of("entreprise"), Product.ARA, hidden, Product.url("")));
    }

    @Test
    void whoMayReadReadsAndCannotWrite() {
        var fiche = place.fiche("Une fiche à lire");
        var reader = PageSession.of("lecture");
        try (var writing = LiveLine.open(author, Product.ARA, fiche);
                var reading = LiveLine.open(reader, Product.ARA, fiche)) {
            assertFalse(reading.mayWrite());
            writing.update(LiveLine.paragraph("context", "À lire"));
            Product.waitUntil("the reader reads it", () -> reading.heard(0, "À lire"));
            var before = ROWS.refusals(Drive.subject("lecture"), "FICHE_EDIT");
            reading.update(LiveLine.paragraph("context", "Intrus"));
            reading.awaitClosed(4403);
            Product.waitUntil(
                    "the refusal is audited",
                    () -> ROWS.refusals(Drive.subject("lecture"), "FICHE_EDIT") == before + 1);
            writing.ask();
            Product.waitUntil("the text is sent", () -> writing.heard(0, "À lire"));
            assertFalse(writing.heard(0, "Intrus"));
        }
    }

    @Test
    void whoIsTakenOutOfTheTenantLosesTheLine() {
        var subject = Drive.subject("lecture");
        var fiche = Place.make(Caller.as("hdf-presidence").in(Product.HDF), "retrait")
                .fiche("Une fiche et un départ");
        Operator.run("member", "add", Product.HDF, "--subject", subject, "--role", "CO_AUTHOR", "--name", "Lecture");
        try (var line = LiveLine.open(PageSession.of("lecture"), Product.HDF, fiche)) {
            assertTrue(line.mayWrite());
            Operator.run("member", "remove", Product.HDF, "--subject", subject);
            line.awaitClosed(4403);
        }
        assertEquals(404, refused(PageSession.of("lecture"), Product.HDF, fiche, Product.url("")));
    }

    @Test
    void whoSignsOutLosesTheLine() {
        var fiche = place.fiche("Une fiche et une sortie");
        var leaving = PageSession.of("chef-projet");
        try (var line = LiveLine.open(leaving, Product.ARA, fiche)) {
            assertTrue(line.mayWrite());
            leaving.signOut();
            line.awaitClosed(1008); // so says the specification; the page then asks why, and hears 401
        }
    }

    private static int refused(PageSession person, String tenant, String fiche, String origin) {
        return assertThrows(LiveLine.Refused.class, () -> LiveLine.open(person, tenant, fiche, origin)
                        .close())
                .status;
    }
}
