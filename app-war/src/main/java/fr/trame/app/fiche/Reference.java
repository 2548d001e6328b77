package fr.trame.app.fiche;

import fr.trame.app.Boundary;
import fr.trame.app.BusinessException;
import fr.trame.app.identity.Operation;
import fr.trame.app.identity.Requires;
import fr.trame.app.tenancy.TenantContext;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The reference data of the tenant's programme: its strategic axes (the needs) and their measures. */
@Boundary
public class Reference {

    @PersistenceContext
    EntityManager em;

    @Inject
    TenantContext tenancy;

    /** @return the axes in the programme's order */
    @Requires(Operation.FICHE_READ)
    public List<Item> axes() {
        return items("select code, code, label_fr, label_en from axis where programme = ?1 order by position");
    }

    /** @return the measures, by axis in the programme's order */
    @Requires(Operation.FICHE_READ)
    public List<Item> measures() {
        return items("select m.code, m.axis, m.label_fr, m.label_en from measure m join axis a on a.code = m.axis"
                + " where a.programme = ?1 order by a.position, m.position");
    }

    /** Refuses codes that are not of the tenant's programme. */
    @Requires(Operation.FICHE_READ)
    public void check(FicheContent content) {
        var axes = codes(axes());
        if (!axes.contains(content.axis())) {
            throw BusinessException.invalid("axis", "fiche.axis.unknown", content.axis());
        }
        if (!axes.containsAll(content.needs())) {
            throw BusinessException.invalid("needs", "fiche.need.unknown");
        }
        if (!codes(measures()).containsAll(content.measures())) {
            throw BusinessException.invalid("measures", "fiche.measure.unknown");
        }
    }

    private static Set<String> codes(List<Item> items) {
        return items.stream().map(Item::code).collect(Collectors.toSet());
    }

    private List<Item> items(String sql) {
        List<?> rows = em.createNativeQuery(sql)
                .setParameter(1, tenancy.tenant().programme())
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(row -> new Item((String) row[0], (String) row[1], (String) row[2], (String) row[3]))
                .toList();
    }

    /** An axis or a measure; an axis is its own axis. */
    public record Item(String code, String axis, String french, String english) {

        /** @return the label in that language, French unless English is asked for */
        public String label(String language) {
            return "en".equals(language) ? english : french;
        }
    }
}
