package fr.trame.app.dossier;

import fr.trame.app.Boundary;
import fr.trame.app.identity.Operation;
import fr.trame.app.identity.Requires;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The folders inside a dossier, which are there as long as documents stand in them. */
@Boundary
public class Folders {

    private static final String FOLDERS =
            """
            select split_part(substr(c.folder, char_length(cast(?2 as text)) + 1), '/', 1) as name, count(*)
            from document c where c.deleted_at is null and c.dossier_id = cast(?1 as uuid)
                and starts_with(c.folder || '/', cast(?2 as text)) and char_length(c.folder) >= char_length(cast(?2 as text))
                and c.folder <> '' group by 1 order by 1 limit 500
            """;

    private static final String COUNT = "select count(*) from document c where c.deleted_at is null"
            + " and c.dossier_id = cast(?1 as uuid) and c.folder = ?2";

    @PersistenceContext
    EntityManager em;

    @Inject
    Dossiers dossiers;

    @Inject
    Documents documents;

    /** @return the folders that stand in a folder of a dossier, by name */
    @Requires(Operation.DOSSIER_READ)
    public List<Folder> list(UUID dossierId, String folder) {
        dossiers.dossier(dossierId, Operation.DOSSIER_READ);
        List<?> rows = em.createNativeQuery(FOLDERS)
                .setParameter(1, dossierId.toString())
                .setParameter(2, folder.isEmpty() ? "" : folder + "/")
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(row -> new Folder(
                        (folder.isEmpty() ? "" : folder + "/") + row[0],
                        (String) row[0],
                        ((Number) row[1]).longValue()))
                .toList();
    }

    /** @return the document of that name, whatever its capitals, in a folder of a dossier */
    @Requires(Operation.DOSSIER_READ)
    public Optional<DocumentSummary> named(UUID dossierId, String folder, String name) {
        return documents
                .where(dossierId, "c.folder = ?4 and lower(c.name) = lower(?5)", List.of(folder, name), 0, 1)
                .stream()
                .findFirst();
    }

    /** @return a page of the documents that stand in a folder of a dossier or below it */
    @Requires(Operation.DOSSIER_READ)
    public List<DocumentSummary> below(UUID dossierId, String folder, int first, int size) {
        var within = "starts_with(concat(c.folder, '/'), ?4)";
        return documents.where(dossierId, within, List.of(folder + "/"), first, size);
    }

    /** @return how many documents stand in a folder itself */
    @Requires(Operation.DOSSIER_READ)
    public long count(UUID dossierId, String folder) {
        dossiers.dossier(dossierId, Operation.DOSSIER_READ);
        var count = (Number) em.createNativeQuery(COUNT)
                .setParameter(1, dossierId.toString())
                .setParameter(2, folder)
                .getSingleResult();
        return count.longValue();
    }
}
