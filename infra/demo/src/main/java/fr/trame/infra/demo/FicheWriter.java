package fr.trame.infra.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.trame.infra.demo.Tally.What;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/**
 * Writes one fiche as people do: one begins it, another may complete it, then it goes from hand to hand. What was
 * done on an earlier run is not done again; a fiche that somebody moved elsewhere meanwhile is left alone.
 */
final class FicheWriter {

    private static final Set<String> LEFT_TO_THE_SECOND = Set.of("description", "partners", "funding");

    private final Door door;
    private final Tally tally;
    private final Map<String, String> organisations;
    private final long daysPassed;

    /** @param organisations identifiers by name */
    FicheWriter(Door door, Tally tally, Map<String, String> organisations, long daysPassed) {
        this.door = door;
        this.tally = tally;
        this.organisations = organisations;
        this.daysPassed = daysPassed;
    }

    /** @param existing identifiers of the workspace's fiches by title */
    void write(String workspace, DemoFiche fiche, Map<String, String> existing) {
        var id = existing.get(fiche.title());
        if (id == null) {
            id = begin(workspace, fiche);
        }
        var current = door.get(fiche.by(), "fiches/" + id);
        var second = fiche.completedBy();
        if (second != null && current.path("description").asText("").isEmpty()) {
            var content = content(fiche).put("version", current.path("version").asInt());
            current = door.put(second, "fiches/" + id, content);
            tally.one(What.REVISIONS);
        }
        for (var move : fiche.movesFrom(current.path("workflowState").asText())) {
            current = move(id, current, move.getKey(), move.getValue());
        }
    }

    private String begin(String workspace, DemoFiche fiche) {
        var content = content(fiche);
        if (fiche.completedBy() != null) {
            content.remove(LEFT_TO_THE_SECOND);
        }
        var created = door.post(fiche.by(), "workspaces/" + workspace + "/fiches", content);
        tally.one(What.FICHES);
        return created.path("id").asText();
    }

    private JsonNode move(String id, JsonNode current, String state, String account) {
        var step = DemoData.JSON.createObjectNode();
        step.put("version", current.path("version").asInt()).put("state", state);
        var moved = door.post(account, "fiches/" + id + "/state", step);
        tally.one(What.MOVES);
        return moved;
    }

    private ObjectNode content(DemoFiche fiche) {
        var content = DemoData.JSON
                .createObjectNode()
                .put("title", fiche.title())
                .put("axis", fiche.axis())
                .put("context", fiche.context())
                .put("objectives", fiche.objectives())
                .put("description", fiche.description())
                .put("leadOrganisationId", organisations.get(fiche.lead()))
                .put("startDate", day(fiche.start()))
                .put("endDate", day(fiche.end()))
                .put("phase", fiche.phase())
                .put("phaseStatus", fiche.phaseStatus())
                .put("priority", fiche.priority());
        fiche.needs().forEach(content.putArray("needs")::add);
        fiche.measures().forEach(content.putArray("measures")::add);
        var partners = content.putArray("partners");
        fiche.partners().forEach((name, role) -> partners.addObject()
                .put("organisationId", organisations.get(name))
                .put("role", role));
        var funding = content.putArray("funding");
        fiche.funding().forEach(row -> funding.add(row(row)));
        return content;
    }

    private static ObjectNode row(DemoFiche.Funding row) {
        return DemoData.JSON
                .createObjectNode()
                .put("funder", row.funder())
                .put("year", row.year())
                .put("planned", row.planned())
                .put("requested", row.requested())
                .put("granted", row.granted())
                .put("paid", row.paid());
    }

    private String day(LocalDate date) {
        return date.plusDays(daysPassed).toString();
    }
}
