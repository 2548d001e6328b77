package fr.trame.app.search;

import fr.trame.app.Boundary;
import fr.trame.app.identity.Operation;
import fr.trame.app.identity.Requires;
import fr.trame.app.workspace.Workspaces;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

/** Looks the hits of one page up in the database: what is gone, or no longer this person's to read, is left out. */
@Boundary
public class HitCheck {

    private static final String PLACES =
            """
            select cast(id as text), cast(workspace_id as text) from fiche where id = any (cast(?1 as uuid[]))
            union all
            select cast(id as text), cast(workspace_id as text) from dossier where id = any (cast(?1 as uuid[]))
            union all
            select cast(c.id as text), cast(d.workspace_id as text) from document c
                join dossier d on d.tenant_id = c.tenant_id and d.id = c.dossier_id
            where c.id = any (cast(?1 as uuid[]))
            """;

    @PersistenceContext
    EntityManager em;

    @Inject
    Workspaces workspaces;

    @Requires(Operation.WORKSPACE_READ)
    public List<SearchIndex.Hit> stillThere(List<SearchIndex.Hit> hits) {
        if (hits.isEmpty()) {
            return hits;
        }
        var ids = hits.stream().map(hit -> hit.entity().toString()).toList();
        var readable = workspaces.readable();
        List<?> rows = em.createNativeQuery(PLACES)
                .setParameter(1, "{" + String.join(",", ids) + "}")
                .getResultList();
        var there = new HashSet<UUID>();
        for (var row : rows) {
            var columns = (Object[]) row;
            if (readable.contains(UUID.fromString((String) columns[1]))) {
                there.add(UUID.fromString((String) columns[0]));
            }
        }
        return hits.stream().filter(hit -> there.contains(hit.entity())).toList();
    }
}
