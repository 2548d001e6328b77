package fr.trame.infra.demo;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A fiche, and who writes what in it.
 *
 * @param lead name of an organisation, as are the keys of {@code partners}; their values are roles
 * @param by the account that begins it
 * @param completedBy the account that adds description, partners and funding to what the first one began; none when the
 *     first account writes it all
 * @param moves the states it goes through after the draft, in this order, each with the account that moves it there
 */
record DemoFiche(
        String title,
        String axis,
        List<String> needs,
        List<String> measures,
        String context,
        String objectives,
        String description,
        String lead,
        LinkedHashMap<String, String> partners,
        LocalDate start,
        LocalDate end,
        String phase,
        String phaseStatus,
        String priority,
        List<Funding> funding,
        String by,
        @Nullable String completedBy,
        @Nullable LinkedHashMap<String, String> moves) {

    private static final String BEGINNING = "DRAFT";

    /** Amounts of a funder in a year; noted as a row in this order. */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    @JsonPropertyOrder({"funder", "year", "planned", "requested", "granted", "paid"})
    record Funding(String funder, int year, long planned, long requested, long granted, long paid) {}

    List<Map.Entry<String, String>> path() {
        return moves == null ? List.of() : List.copyOf(moves.entrySet());
    }

    /** @return the moves that lead on from a state; none from a state this fiche was never meant to be in */
    List<Map.Entry<String, String>> movesFrom(String state) {
        var states = new ArrayList<>(List.of(BEGINNING));
        path().forEach(move -> states.add(move.getKey()));
        var done = states.indexOf(state);
        return done < 0 ? List.of() : path().subList(done, path().size());
    }
}
