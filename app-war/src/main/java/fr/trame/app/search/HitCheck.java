package fr.trame.app.search;

import fr.trame.app.Boundary;
import fr.trame.app.identity.Operation;
import fr.trame.app.identity.Requires;
import fr.trame.app.workspace.Workspaces;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Looks hits up in the database: what is gone, or no longer this person's to read, is left out. */
@Boundary
public class HitCheck {

    private static final String PLACES =
            """
            select cast(f.id as text), cast(w.id as text), w.name, 'FICHE', f.title, '' from fiche f
                join workspace w on w.tenant_id = f.tenant_id and w.id = f.workspace_id
            where f.id = any (cast(?1 as uuid[]))
            union all
            select cast(d.id as text), cast(w.id as text), w.name, 'DOSSIER', d.name, '' from dossier d
                join workspace w on w.tenant_id = d.tenant_id and w.id = d.workspace_id
            where d.id = any (cast(?1 as uuid[]))
            union all
            select cast(c.id as text), cast(w.id as text), w.name, 'DOCUMENT', c.name, '' from document c
                join dossier d on d.tenant_id = c.tenant_id and d.id = c.dossier_id
                join workspace w on w.tenant_id = d.tenant_id and w.id = d.workspace_id
            where c.id = any (cast(?1 as uuid[])) and c.deleted_at is null
                and c.state not in ('SCANNING', 'QUARANTINED')
            union all
            select cast(k.id as text), cast(w.id as text), w.name, 'COMMENT', c.name, cast(c.id as text)
            from document_comment k
                join document c on c.tenant_id = k.tenant_id and c.id = k.document_id
                join dossier d on d.tenant_id = c.tenant_id and d.id = c.dossier_id
                join workspace w on w.tenant_id = d.tenant_id and w.id = d.workspace_id
            where k.id = any (cast(?1 as uuid[])) and k.deleted_at is null and c.deleted_at is null
                and c.state not in ('SCANNING', 'QUARANTINED')
            """;

    @PersistenceContext
    EntityManager em;

    @Inject
    Workspaces workspaces;

    /**
     * Where a thing is, as the database has it now.
     *
     * @param name of the workspace
     * @param title of the thing; of its document, for a comment
     * @param document the one a comment is about, null for all else
     */
    public record Place(SearchIndex.Kind kind, UUID workspace, String name, String title, @Nullable UUID document) {}

    /** @return the hits that are still there and this person's to read */
    @Requires(Operation.WORKSPACE_READ)
    public List<SearchIndex.Hit> stillThere(List<SearchIndex.Hit> hits) {
        var there = places(hits.stream().map(SearchIndex.Hit::entity).toList());
        return hits.stream()
                .filter(hit -> there.containsKey(hit.entity()))
                .map(hit -> named(hit, there.get(hit.entity())))
                .toList();
    }

    private static SearchIndex.Hit named(SearchIndex.Hit hit, @Nullable Place place) {
        return place == null || place.document() == null ? hit : hit.about(place.document(), place.title());
    }

    /** @return the places of those that this person may read; the others are not in it */
    @Requires(Operation.WORKSPACE_READ)
    public Map<UUID, Place> places(Collection<UUID> entities) {
        var there = new HashMap<UUID, Place>();
        if (entities.isEmpty()) {
            return there;
        }
        var readable = workspaces.readable();
        var ids = entities.stream().map(UUID::toString).toList();
        List<?> rows = em.createNativeQuery(PLACES)
                .setParameter(1, "{" + String.join(",", ids) + "}")
                .getResultList();
        for (var row : rows) {
            var columns = (Object[]) row;
            var workspace = UUID.fromString((String) columns[1]);
            if (readable.contains(workspace)) {
                there.put(
                        UUID.fromString((String) columns[0]),
                        new Place(
                                SearchIndex.Kind.valueOf((String) columns[3]),
                                workspace,
                                (String) columns[2],
                                (String) columns[4],
                                document((String) columns[5])));
            }
        }
        return there;
    }

    private static @Nullable UUID document(String id) {
        return id.isEmpty() ? null : UUID.fromString(id);
    }
}
