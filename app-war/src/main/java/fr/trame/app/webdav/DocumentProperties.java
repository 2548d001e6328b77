package fr.trame.app.webdav;

import fr.trame.app.Boundary;
import fr.trame.app.BusinessException;
import fr.trame.app.dossier.Documents;
import fr.trame.app.dossier.Dossiers;
import fr.trame.app.identity.Operation;
import fr.trame.app.identity.Requires;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What programs remember of documents. The product keeps it as it came and does not read it. */
@Boundary
public class DocumentProperties {

    private static final int AT_MOST = 50;
    private static final int NAME = 255;
    private static final int LONGEST = 4000;

    @PersistenceContext
    EntityManager em;

    @Inject
    Documents documents;

    @Inject
    Dossiers dossiers;

    /**
     * @param dossier that the documents stand in
     * @return for each document that has some, the elements as they came
     */
    @Requires(Operation.DOSSIER_READ)
    public Map<UUID, List<String>> of(UUID dossier, Collection<UUID> ids) {
        dossiers.dossier(dossier, Operation.DOSSIER_READ);
        var found = new HashMap<UUID, List<String>>();
        List<?> rows = em.createNativeQuery("select cast(p.document_id as text), p.xml from document_property p"
                        + " join document d on d.tenant_id = p.tenant_id and d.id = p.document_id"
                        + " where d.dossier_id = cast(?1 as uuid) and d.id = any (cast(?2 as uuid[]))"
                        + " order by p.namespace, p.name")
                .setParameter(1, dossier.toString())
                .setParameter(2, ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}")))
                .getResultList();
        for (var row : rows) {
            var columns = (Object[]) row;
            found.computeIfAbsent(UUID.fromString((String) columns[0]), id -> new ArrayList<>())
                    .add((String) columns[1]);
        }
        return found;
    }

    /**
     * Changes properties of a document, all or none, in order.
     *
     * @throws BusinessException TOO_LARGE for one that is too long, or when there are too many
     */
    @Requires(Operation.DOCUMENT_UPLOAD)
    public void change(UUID document, List<Change> changes) {
        dossiers.dossier(documents.get(document).dossierId(), Operation.DOCUMENT_UPLOAD);
        for (var each : changes) {
            if (each.namespace().length() > NAME || each.name().length() > NAME) {
                throw tooLarge();
            }
            em.createNativeQuery("delete from document_property where document_id = cast(?1 as uuid)"
                            + " and namespace = ?2 and name = ?3")
                    .setParameter(1, document.toString())
                    .setParameter(2, each.namespace())
                    .setParameter(3, each.name())
                    .executeUpdate();
            if (each.xml() != null) {
                add(document, each, each.xml());
            }
        }
        var held = (Number)
                em.createNativeQuery("select count(*) from document_property where document_id = cast(?1 as uuid)")
                        .setParameter(1, document.toString())
                        .getSingleResult();
        if (held.intValue() > AT_MOST) {
            throw tooLarge();
        }
    }

    /** Gives a copy what its original has. */
    @Requires(Operation.DOCUMENT_UPLOAD)
    public void copy(UUID original, UUID copy) {
        documents.get(original);
        dossiers.dossier(documents.get(copy).dossierId(), Operation.DOCUMENT_UPLOAD);
        em.createNativeQuery("insert into document_property (document_id, namespace, name, xml)"
                        + " select cast(?2 as uuid), namespace, name, xml from document_property"
                        + " where document_id = cast(?1 as uuid) on conflict do nothing")
                .setParameter(1, original.toString())
                .setParameter(2, copy.toString())
                .executeUpdate();
    }

    private void add(UUID document, Change change, String xml) {
        if (xml.length() > LONGEST) {
            throw tooLarge();
        }
        em.createNativeQuery("insert into document_property (document_id, namespace, name, xml)"
                        + " values (cast(?1 as uuid), ?2, ?3, ?4)")
                .setParameter(1, document.toString())
                .setParameter(2, change.namespace())
                .setParameter(3, change.name())
                .setParameter(4, xml)
                .executeUpdate();
    }

    private static BusinessException tooLarge() {
        return BusinessException.file(BusinessException.Kind.TOO_LARGE, "webdav.property.large", AT_MOST, LONGEST);
    }

    /**
     * One property to set or, without an element, to remove.
     *
     * @param xml the element as it came, or null
     */
    public record Change(String namespace, String name, @Nullable String xml) {}
}
