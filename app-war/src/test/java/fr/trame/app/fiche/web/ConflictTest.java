package fr.trame.app.fiche.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.trame.app.fiche.FicheContent;
import fr.trame.app.fiche.PartnerRole;
import fr.trame.app.fiche.Phase;
import fr.trame.app.fiche.PhaseStatus;
import fr.trame.app.fiche.Priority;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Two versions of a fiche are told apart field by field, in words and not in codes. */
class ConflictTest {

    private static final UUID FACTORY = UUID.fromString("00000000-0000-7000-8000-0000000000aa");
    private static final FicheInWords WORDS = new FicheInWords(
            Locale.FRENCH, "EUR", Map.of("ATTRACT", "Attirer", "RECRUIT", "Recruter"), Map.of(FACTORY, "L’usine"));

    @Test
    void equalVersionsDoNotDiffer() {
        assertEquals(List.of(), Difference.between(WORDS.of(mine()), WORDS.of(mine())));
    }

    @Test
    void eachFieldThatDiffersIsToldInWords() {
        var differences = Difference.between(WORDS.of(mine()), WORDS.of(theirs()));
        assertEquals(
                List.of("title", "axis", "partners", "end", "funding"),
                differences.stream().map(Difference::field).toList());
        assertEquals(new Difference("axis", "Attirer", "Recruter"), differences.get(1));
        assertEquals(new Difference("partners", "L’usine (Partenaire)", ""), differences.get(2));
        assertEquals("31 décembre 2027", differences.get(3).mine());
        assertEquals(
                "Région, 2026 : prévu 120\u202f000,50\u202f€, demandé 0\u202f€, accordé 0\u202f€, payé 0\u202f€",
                differences.get(4).theirs().replace('\u00a0', ' ').replace("\u202f:", " :"));
    }

    @Test
    void theOrderOfRowsIsNoDifference() {
        var one = new FicheContent.Partner(FACTORY, PartnerRole.EXPERT);
        var other = new FicheContent.Partner(FACTORY, PartnerRole.BENEFICIAIRE);
        var words = WORDS.of(content("T", "ATTRACT", List.of(one, other), null, List.of()));
        var turned = WORDS.of(content("T", "ATTRACT", List.of(other, one), null, List.of()));
        assertEquals(List.of(), Difference.between(words, turned));
    }

    private static FicheContent mine() {
        return content(
                "Halle Nord",
                "ATTRACT",
                List.of(new FicheContent.Partner(FACTORY, PartnerRole.PARTENAIRE)),
                LocalDate.of(2027, 12, 31),
                List.of());
    }

    private static FicheContent theirs() {
        var row = new FicheContent.Funding(
                "Région", 2026, new BigDecimal("120000.5"), BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
        return content("Halle Sud", "RECRUIT", List.of(), null, List.of(row));
    }

    private static FicheContent content(
            String title,
            String axis,
            List<FicheContent.Partner> partners,
            @Nullable LocalDate end,
            List<FicheContent.Funding> funding) {
        return new FicheContent(
                title,
                axis,
                Set.of("ATTRACT"),
                Set.of(),
                "",
                "",
                "",
                null,
                partners,
                null,
                end,
                Phase.IDEA,
                PhaseStatus.UPCOMING,
                Priority.MEDIUM,
                funding);
    }
}
