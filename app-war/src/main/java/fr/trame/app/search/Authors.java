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

/** Who wrote what: the index keeps subjects, names are looked up when somebody asks by name. */
@Boundary
public class Authors {

    private static final String OF =
            """
            select created_by from fiche where id = cast(?1 as uuid)
            union select modified_by from fiche where id = cast(?1 as uuid)
            union select created_by from dossier where id = cast(?1 as uuid)
            union select uploaded_by from document where id = cast(?1 as uuid)
            """;

    @PersistenceContext
    EntityManager em;

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
