package fr.trame.app.dossier;

import fr.trame.app.Boundary;
import fr.trame.app.BusinessException;
import fr.trame.app.identity.CurrentUser;
import fr.trame.app.identity.Operation;
import fr.trame.app.identity.Requires;
import fr.trame.app.workspace.Workspaces;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is there already of files that are about to come: a document of the same name in the dossier, and the same bytes
 * anywhere this person may read. A document that the person may not read is never told of.
 */
@Boundary
public class Twins {

    private static final int AT_MOST = 1000;
    private static final int SAME_BYTES_AT_MOST = 3;
    private static final String COLUMNS =
            """
            select cast(c.id as text), c.name, cast(d.id as text), d.name, c.sha256, c.folder from document c
            join dossier d on d.tenant_id = c.tenant_id and d.id = c.dossier_id
            where c.deleted_at is null and (c.state <> 'QUARANTINED' or c.uploaded_by = ?3 or ?4)
            """;
    private static final String BY_NAME = COLUMNS
            + "and c.dossier_id = cast(?1 as uuid)"
            + " and lower(concat(c.folder, '/', c.name)) in (select lower(value) from jsonb_array_elements_text(cast(?2 as jsonb)))";
    private static final String BY_BYTES = COLUMNS
            + "and d.workspace_id = any (cast(?1 as uuid[]))"
            + " and c.sha256 in (select value from jsonb_array_elements_text(cast(?2 as jsonb)))"
            + " order by c.uploaded_at desc";

    @PersistenceContext
    EntityManager em;

    @Inject
    CurrentUser user;

    @Inject
    Dossiers dossiers;

    @Inject
    Workspaces workspaces;

    /** @return for each file, in order, what is there of it; at most 1,000 files */
    @Requires(Operation.DOCUMENT_UPLOAD)
    public List<Found> of(UUID dossierId, List<Coming> files) {
        dossiers.dossier(dossierId, Operation.DOCUMENT_UPLOAD);
        if (files.size() > AT_MOST) {
            throw BusinessException.invalid("files", "file.too.many", AT_MOST);
        }
        var names = new HashMap<String, Twin>();
        read(BY_NAME, dossierId.toString(), files.stream().map(Coming::path).toList())
                .forEach(twin -> names.put((twin.folder() + "/" + twin.name()).toLowerCase(Locale.ROOT), twin));
        var digests = digests(files);
        return files.stream()
                .map(file -> new Found(
                        file.name(),
                        names.get(file.path().toLowerCase(Locale.ROOT)),
                        digests.getOrDefault(Objects.requireNonNullElse(file.sha256(), ""), List.of())))
                .toList();
    }

    /** @return other documents of the same bytes that this person may read */
    @Requires(Operation.DOSSIER_READ)
    public List<Twin> of(DocumentSummary document) {
        var sha256 = em.find(Document.class, document.id()).sha256();
        return read(BY_BYTES, readable(), List.of(sha256)).stream()
                .filter(twin -> !twin.document().equals(document.id()))
                .limit(SAME_BYTES_AT_MOST)
                .toList();
    }

    private Map<String, List<Twin>> digests(List<Coming> files) {
        var wanted = files.stream().map(Coming::sha256).filter(Objects::nonNull).toList();
        if (wanted.isEmpty()) {
            return Map.of();
        }
        return read(BY_BYTES, readable(), wanted).stream()
                .collect(Collectors.groupingBy(
                        Twin::sha256,
                        Collectors.collectingAndThen(
                                Collectors.toList(),
                                list -> list.subList(0, Math.min(SAME_BYTES_AT_MOST, list.size())))));
    }

    private String readable() {
        return workspaces.readable().stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }

    private List<Twin> read(String sql, String place, Collection<String> values) {
        List<?> rows = em.createNativeQuery(sql)
                .setParameter(1, place)
                .setParameter(2, Json.createArrayBuilder(values).build().toString())
                .setParameter(3, user.getSubject())
                .setParameter(4, user.allows(Operation.QUARANTINE_READ))
                .setMaxResults(AT_MOST)
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(row -> new Twin(
                        UUID.fromString((String) row[0]),
                        (String) row[1],
                        UUID.fromString((String) row[2]),
                        (String) row[3],
                        (String) row[4],
                        (String) row[5]))
                .toList();
    }

    /**
     * A file that is about to come.
     *
     * @param sha256 of its bytes, null when its sender did not read them beforehand
     */
    public record Coming(String folder, String name, @Nullable String sha256) {

        String path() {
            return folder + "/" + name;
        }
    }

    /** A document that is there. */
    public record Twin(UUID document, String name, UUID dossier, String dossierName, String sha256, String folder) {}

    /**
     * What is there of a file.
     *
     * @param sameName the document of its name in the dossier, or null
     * @param sameBytes documents of its very content, the latest first
     */
    public record Found(String name, @Nullable Twin sameName, List<Twin> sameBytes) {}
}
