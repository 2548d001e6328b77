package fr.trame.app.search;

import fr.trame.app.Boundary;
import fr.trame.app.identity.Operation;
import fr.trame.app.identity.Requires;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Who wrote what and takes part in it: the index keeps subjects, names are looked up when somebody asks by name. */
@Boundary
public class Authors {

    private static final String OF =
            """
            select created_by from fiche where id = cast(?1 as uuid)
            union select modified_by from fiche where id = cast(?1 as uuid)
            union select created_by from dossier where id = cast(?1 as uuid)
            union select uploaded_by from document where id = cast(?1 as uuid)
            """;

    private static final String ORGANISATIONS =
            """
            select name from organisation where id in (
                select lead_organisation_id from fiche where id = cast(?1 as uuid)
                union select organisation_id from fiche_partner where fiche_id = cast(?1 as uuid)) order by name
            """;

    @PersistenceContext
    EntityManager em;

    /** @return the organisations that lead a fiche or take part in it, a comma between their names */
    @Requires(Operation.BACKGROUND)
    public String organisations(UUID fiche) {
        List<?> names = em.createNativeQuery(ORGANISATIONS)
                .setParameter(1, fiche.toString())
                .getResultList();
        return names.stream().map(String.class::cast).collect(Collectors.joining(", "));
    }

    /**
     * @param folded words without accents
     * @return subject to name of the members in whose names each of these begins a word
     */
    @Requires(Operation.WORKSPACE_READ)
    public Map<String, List<String>> named(String folded) {
        List<?> members =
                em.createNativeQuery("select subject, display_name from member").getResultList();
        return members.stream()
                .map(Object[].class::cast)
                .filter(member -> Folded.begins((String) member[1], folded))
                .collect(Collectors.toMap(member -> (String) member[0], member -> List.of((String) member[1])));
    }

    /** @return the subjects of those who wrote that fiche, dossier or document */
    @Requires(Operation.BACKGROUND)
    public Set<String> of(UUID entity) {
        List<?> subjects =
                em.createNativeQuery(OF).setParameter(1, entity.toString()).getResultList();
        return subjects.stream()
                .map(String.class::cast)
                .filter(subject -> !subject.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
