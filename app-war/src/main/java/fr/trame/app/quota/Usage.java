package fr.trame.app.quota;

import fr.trame.app.Boundary;
import fr.trame.app.identity.Operation;
import fr.trame.app.identity.Requires;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** What uses the tenant's room: dossiers, kinds of pieces, versions before the current one, the trash. */
@Boundary
public class Usage {

    private static final int AT_MOST = 100;

    /** The same bytes stand behind several versions when one was brought back: they are counted once. */
    private static final String OBJECTS =
            """
            from (select distinct on (v.tenant_id, v.object_key) d.dossier_id, coalesce(d.kind, '') as kind, v.size,
                    case when d.deleted_at is not null then 'T' when d.object_key = v.object_key then 'C' else 'V' end as part
                from document_version v join document d on d.tenant_id = v.tenant_id and d.id = v.document_id
                order by v.tenant_id, v.object_key, d.deleted_at nulls first, d.object_key = v.object_key desc) o
            """;

    private static final String PARTS = "coalesce(sum(o.size) filter (where o.part = 'C'), 0),"
            + " coalesce(sum(o.size) filter (where o.part = 'V'), 0), coalesce(sum(o.size) filter (where o.part = 'T'), 0)";

    @PersistenceContext
    EntityManager em;

    /** @return what dossiers use, the most first, at most 100 */
    @Requires(Operation.QUOTA_READ)
    public List<Used> byDossier() {
        return used("select f.name, w.name, " + PARTS + " " + OBJECTS
                + " join dossier f on f.id = o.dossier_id join workspace w on w.tenant_id = f.tenant_id"
                + " and w.id = f.workspace_id group by f.id, f.name, w.name order by sum(o.size) desc, f.name");
    }

    /** @return what workspaces use, the most first, at most 100 */
    @Requires(Operation.QUOTA_READ)
    public List<Used> byWorkspace() {
        return used("select w.name, '', " + PARTS + " " + OBJECTS
                + " join dossier f on f.id = o.dossier_id join workspace w on w.tenant_id = f.tenant_id"
                + " and w.id = f.workspace_id group by w.id, w.name order by sum(o.size) desc, w.name");
    }

    /** @return what kinds of pieces use, by their codes, "" for none */
    @Requires(Operation.QUOTA_READ)
    public List<Used> byKind() {
        return used(
                "select o.kind, '', " + PARTS + " " + OBJECTS + " group by o.kind order by sum(o.size) desc, o.kind");
    }

    /** @return what all of it uses */
    @Requires(Operation.QUOTA_READ)
    public Used total() {
        return used("select '', '', " + PARTS + " " + OBJECTS).get(0);
    }

    /** @return where the tenant's administrators are told */
    @Requires(Operation.BACKGROUND)
    List<String> administrators() {
        List<?> addresses = em.createNativeQuery(
                        "select email from member where role = 'ADMIN' and coalesce(email, '') <> '' order by email")
                .getResultList();
        return addresses.stream().map(String.class::cast).toList();
    }

    private List<Used> used(String sql) {
        List<?> rows = em.createNativeQuery(sql).setMaxResults(AT_MOST).getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(row -> new Used(
                        (String) row[0],
                        (String) row[1],
                        ((Number) row[2]).longValue(),
                        ((Number) row[3]).longValue(),
                        ((Number) row[4]).longValue()))
                .toList();
    }

    /**
     * Bytes that something uses.
     *
     * @param place the workspace of a dossier, "" for all else
     * @param current of documents as they are
     * @param versions of what they were before
     * @param trash of what can still be taken back
     */
    public record Used(String name, String place, long current, long versions, long trash) {

        /** @return all of them */
        public long bytes() {
            return current + versions + trash;
        }
    }
}
