package fr.trame.app.it;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Checks of the demonstration's region, as its administrator asks for them. */
final class Checked {

    private static final Caller ADMIN = Caller.as("admin-ara");
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private Checked() {}

    /** @return a check that read everything, with what it found */
    static JsonNode now() {
        quiet();
        var id = ADMIN.post("/integrity/checks", "").json().path("id").asText();
        return Product.waitFor("check " + id + " ended", PATIENCE, () -> {
            var json = ADMIN.get("/integrity/checks/" + id).json();
            return json.path("state").asText().equals("RUNNING") ? Optional.empty() : Optional.of(json);
        });
    }

    /** Waits until no check runs. */
    static void quiet() {
        Product.waitFor(
                "no check runs",
                PATIENCE,
                () -> ADMIN.get("/integrity/checks").text().contains("\"RUNNING\"")
                        ? Optional.empty()
                        : Optional.of(true));
    }

    /** Sets right what other tests left behind: from here on differences are somebody's fault. */
    static void setRight() {
        now();
    }

    /** @return in how many things the index and the database differ now */
    static List<JsonNode> differencesOfTheIndex() {
        return StreamSupport.stream(now().path("findings").spliterator(), false)
                .filter(each -> each.path("kind").asText().startsWith("ENTRY"))
                .toList();
    }
}
