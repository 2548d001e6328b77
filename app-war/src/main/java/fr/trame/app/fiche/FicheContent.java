package fr.trame.app.fiche;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the authors of a fiche write.
 *
 * @param title 1 to 300 characters
 * @param axis code of the strategic axis
 * @param needs codes of axes the fiche answers, the strategic one included or not
 * @param measures codes of measures
 * @param context at most 10,000 characters, as are objectives
 * @param description at most 20,000 characters
 * @param end not before {@code start}
 */
public record FicheContent(
        String title,
        String axis,
        Set<String> needs,
        Set<String> measures,
        String context,
        String objectives,
        String description,
        @Nullable UUID lead,
        List<Partner> partners,
        @Nullable LocalDate start,
        @Nullable LocalDate end,
        Phase phase,
        PhaseStatus phaseStatus,
        Priority priority,
        List<Funding> funding) {

    /** An organisation that joins, and as what. */
    public record Partner(UUID organisation, PartnerRole role) {}

    /**
     * Who pays how much in which year, in the tenant's currency; no amount is negative.
     *
     * @param funder 1 to 200 characters
     */
    public record Funding(
            String funder, int year, BigDecimal planned, BigDecimal requested, BigDecimal granted, BigDecimal paid) {}
}
