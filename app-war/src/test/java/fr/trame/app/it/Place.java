package fr.trame.app.it;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A workspace and a dossier of a test's own, so that tests do not find each other's things.
 *
 * @param caller who made them
 */
record Place(Caller caller, String workspace, String dossier) {

    /** @param caller somebody who may open workspaces */
    static Place make(Caller caller, String name) {
        return make(caller, name, false);
    }

    /** For its members only, of which there are none. */
    static Place makeRestricted(Caller caller, String name) {
        return make(caller, name, true);
    }

    private static Place make(Caller caller, String name, boolean restricted) {
        var workspace = caller.post(
                        "/workspaces",
                        """
                        {"code": "%s", "name": "Essais, %s", "description": "Espace d’un test.", "restricted": %s}"""
                                .formatted("T" + word().substring(0, 10).toUpperCase(Locale.ROOT), name, restricted))
                .created();
        var dossier = caller.post(
                        "/workspaces/" + workspace + "/dossiers",
                        """
                        {"name": "Dossier d’essai, %s", "description": "Dossier d’un test."}"""
                                .formatted(name))
                .created();
        return new Place(caller, workspace, dossier);
    }

    /** @return a word that nobody has ever written */
    static String word() {
        var word = new StringBuilder();
        UUID.randomUUID()
                .toString()
                .replace("-", "")
                .chars()
                .forEach(each -> word.append((char) (each < 'a' ? 'g' + (each - '0') : each)));
        return word.toString();
    }

    /** @return the identifier of a new fiche of that title */
    String fiche(String title) {
        return caller.post(
                        "/workspaces/" + workspace + "/fiches",
                        """
                        {"title": "%s", "axis": "RECRUIT"}""".formatted(title))
                .created();
    }

    /** @return the identifier of a new document, once the antivirus, where there is one, had its look */
    String upload(String name, byte[] bytes) {
        return looked(caller.upload(dossier, name, bytes).created());
    }

    /** @return the same document, once the antivirus had its look */
    String looked(String document) {
        Product.waitUntil("the antivirus looked at " + document, () -> !caller.get("/documents/" + document)
                .json()
                .path("state")
                .asText()
                .equals("SCANNING"));
        return document;
    }

    /** Waits until the antivirus has looked at all that is here: before, nobody opens it or takes it along. */
    void scanned() {
        Product.waitUntil(
                "the antivirus has looked at all of them",
                () -> !caller.get("/dossiers/" + dossier + "/documents").text().contains("\"SCANNING\""));
    }

    /** @return the document once it is settled, one way or the other */
    JsonNode settled(String document) {
        return Product.waitFor("document " + document + " is indexed or has failed", Product.PATIENCE, () -> {
            var json = caller.get("/documents/" + document).json();
            var state = json.path("state").asText();
            return state.matches("INDEXED|FAILED|QUARANTINED") ? Optional.of(json) : Optional.empty();
        });
    }

    /** @return the document, which must have become findable */
    JsonNode indexed(String document) {
        var settled = settled(document);
        if (!settled.path("state").asText().equals("INDEXED")) {
            throw new AssertionError("not indexed: " + settled);
        }
        return settled;
    }
}
