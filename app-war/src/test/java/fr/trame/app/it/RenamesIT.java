package fr.trame.app.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Several documents get other names at once, all or none, by the REST door. */
class RenamesIT {

    private static final Caller AUTHOR = Caller.as("presidence");

    @Test
    void allAreRenamedOrNone() {
        var place = Place.make(AUTHOR, "noms");
        var one = place.upload("scan a.txt", bytes("un"));
        var two = place.upload("scan b.txt", bytes("deux"));
        var other = place.upload("Devis a.txt", bytes("trois"));
        var address = "/dossiers/" + place.dossier() + "/renames";
        var asked = "{\"documents\": [\"%s\", \"%s\"], \"find\": \"scan\", \"replace\": \"Devis\"%s}";
        var preview = AUTHOR.post(address + "/preview", asked.formatted(one, two, ""));
        assertEquals(200, preview.status(), preview::toString);
        assertEquals(
                "renames.name.taken", preview.json().path(0).path("trouble").asText());
        assertEquals("Devis b.txt", preview.json().path(1).path("after").asText());
        assertEquals(409, AUTHOR.post(address, asked.formatted(one, two, "")).status());
        assertEquals("Devis a.txt, scan a.txt, scan b.txt", names(place), "none of them");
        assertEquals(
                200,
                AUTHOR.post(address, asked.formatted(one, two, ", \"numbered\": true"))
                        .status());
        assertEquals("Devis a 1.txt, Devis a.txt, Devis b 2.txt", names(place));
        var same = "{\"documents\": [\"%s\", \"%s\"], \"find\": \"%s\", \"replace\": \"%s\"}";
        var twice = AUTHOR.post(address + "/preview", same.formatted(one, other, " 1", ""));
        assertEquals("renames.name.twice", twice.json().path(0).path("trouble").asText(), twice::text);
        var path = AUTHOR.post(address + "/preview", same.formatted(one, two, "Devis", "../x"));
        assertEquals("renames.name.bad", path.json().path(0).path("trouble").asText());
        assertEquals(
                422, AUTHOR.post(address, same.formatted(one, two, "", "x")).status());
        var elsewhere = Place.make(AUTHOR, "autres noms");
        assertEquals(
                404,
                AUTHOR.post("/dossiers/" + elsewhere.dossier() + "/renames", same.formatted(one, two, "D", "d"))
                        .status());
    }

    private static String names(Place place) {
        return StreamSupport.stream(
                        AUTHOR.get("/dossiers/" + place.dossier() + "/documents")
                                .json()
                                .spliterator(),
                        false)
                .map(each -> each.path("name").asText())
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
