package fr.trame.app.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What must follow follows: up to a hundred thousand events, told many times and out of order, done by two nodes that are killed
 * again and again, with one among them that nobody can do.
 */
class OutboxIT {

    private static final Caller AUTHOR = Caller.as("presidence");
    private static final int EVENTS = Drill.isFull() ? 100_000 : 20_000;
    private static final int FICHES = 60;
    private static final int KILLS = Drill.isFull() ? 4 : 1;
    private static final Duration PATIENCE = Duration.ofMinutes(8);

    private static final Rows ROWS = Rows.of(Product.ARA);

    /** In any order, each many times, and as of older versions too. */
    private static final String TELL_AGAIN =
            """
            with told as (select id, version, row_number() over (order by id) - 1 as place
                            from fiche where workspace_id::text = ?),
                 all_of_them as (select count(*) as number from told)
            insert into outbox (aggregate, aggregate_id, aggregate_version, type)
            select 'fiche', told.id, greatest(0, told.version - event % 3), 'INDEX'
              from generate_series(1, ?::int) as event
              cross join all_of_them
              join told on told.place = event % all_of_them.number
             order by random()""";

    private static Place place = new Place(AUTHOR, "", "");
    private static @Nullable Node other;

    @BeforeAll
    static void startASecondNode() throws IOException {
        if (!Node.isPossible()) {
            var reason = "This system does not tell how the application was started: two nodes are not tried.";
            System.out.println(reason);
            abort(reason);
        }
        place = Place.make(AUTHOR, "suites");
        Checked.setRight();
        other = Node.beside(freePort());
    }

    private static int freePort() throws IOException {
        try (var free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    @AfterAll
    static void theStackAsItWas() {
        if (other != null) {
            other.close();
            Stack.up();
        }
    }

    @Test
    void allIsDoneOnceTheKillingEndsAndWhatCannotBeDoneHoldsUpNobody() {
        var word = Place.word();
        var fiches = new ArrayList<String>();
        for (var number = 0; number < FICHES; number++) {
            fiches.add(place.fiche("Avant " + number + ", " + word));
        }
        var poison = poisoned();
        var start = Instant.now();
        ROWS.change(TELL_AGAIN, place.workspace(), Integer.toString(EVENTS));
        for (var kill = 0; kill < KILLS; kill++) {
            other().kill();
            rename(fiches, kill, word);
            other().startAgain();
            Part.APP.kill();
            Stack.up();
            rename(fiches, kill + KILLS, word);
        }
        Product.waitFor(
                "all but the one is done", PATIENCE, () -> left(poison) == 0 ? Optional.of(true) : Optional.empty());
        System.out.printf(
                "%,d events, %d nodes killed: all done in %d s%n",
                EVENTS, 2 * KILLS, Duration.between(start, Instant.now()).toSeconds());
        assertTrue(given(poison).contains("refused"), "it waits, with what is wrong: " + given(poison));
        for (var kill = 0; kill < 2 * KILLS; kill++) {
            var last = last(kill, word);
            Product.waitUntil(
                    "the last title is found: " + last,
                    () -> AUTHOR.search("\"" + last + "\"").json().path("total").asInt() == 1);
        }
        ROWS.change("update dossier set created_at = now() where id::text = ?", poison);
        ROWS.change("update outbox set available_at = now() where aggregate_id::text = ?", poison);
        Product.waitUntil("it is done as well", () -> given(poison).isEmpty());
        assertEquals(List.of(), Checked.differencesOfTheIndex(), "the index is what the database is");
    }

    /** A dossier of the end of time, which the index has no day for. */
    private static String poisoned() {
        var dossier = AUTHOR.post("/workspaces/" + place.workspace() + "/dossiers", "{\"name\": \"Sans fin\"}")
                .created();
        Product.waitUntil("nothing of it waits", () -> given(dossier).isEmpty());
        ROWS.change("update dossier set created_at = '200000-01-01' where id::text = ?", dossier);
        ROWS.change(
                "insert into outbox (aggregate, aggregate_id, aggregate_version, type)"
                        + " values ('dossier', ?::uuid, 1, 'INDEX')",
                dossier);
        Product.waitUntil("it was tried", () -> !given(dossier).isBlank());
        return dossier;
    }

    private static void rename(List<String> fiches, int number, String word) {
        var fiche = fiches.get(number);
        var version = AUTHOR.get("/fiches/" + fiche).json().path("version").asInt();
        var renamed = AUTHOR.put(
                "/fiches/" + fiche,
                "{\"version\": %d, \"title\": \"%s\", \"axis\": \"RECRUIT\"}".formatted(version, last(number, word)));
        assertEquals(200, renamed.status(), renamed::toString);
    }

    private static String last(int number, String word) {
        return "Après numéro " + number + " " + word;
    }

    private static Node other() {
        return Objects.requireNonNull(other);
    }

    private static long left(String poison) {
        return ROWS.number(
                "select count(*) from outbox where type = 'INDEX' and available_at < 'infinity' and aggregate_id::text <> ?",
                poison);
    }

    /** @return what was wrong at the last try, "" when nothing waits */
    private static String given(String aggregate) {
        return ROWS.text(
                "select coalesce(last_error, ' ') from outbox where type = 'INDEX' and aggregate_id::text = ?"
                        + " order by id limit 1",
                aggregate);
    }
}
