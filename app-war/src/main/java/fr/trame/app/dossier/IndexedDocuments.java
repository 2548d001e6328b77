package fr.trame.app.dossier;

import static java.util.stream.Collectors.joining;

import fr.trame.app.Boundary;
import fr.trame.app.identity.Operation;
import fr.trame.app.identity.Requires;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Documents of which the index now knows what the database said a moment ago. */
@Boundary
public class IndexedDocuments {

    private static final String FREE =
            """
            select cast(id as text) from document
            where id = any(cast(string_to_array(?1, ',') as uuid[])) for update skip locked
            """;

    @PersistenceContext
    EntityManager em;

    /**
     * Those that nobody else is changing can be found, if they are still of the version that was indexed. One waits for
     * nobody here: who holds many rows and waits for more can come to wait for another who does the same.
     *
     * @param versions identifier to version
     * @return those somebody else holds, to be told one at a time
     */
    @Requires(Operation.BACKGROUND)
    public Set<UUID> found(Map<UUID, Long> versions) {
        if (versions.isEmpty()) {
            return Set.of();
        }
        List<?> free = em.createNativeQuery(FREE)
                .setParameter(1, versions.keySet().stream().map(UUID::toString).collect(joining(",")))
                .getResultList();
        var held = new HashSet<>(versions.keySet());
        free.stream().map(id -> UUID.fromString((String) id)).forEach(id -> {
            mark(em.find(Document.class, id), versions.getOrDefault(id, -1L));
            held.remove(id);
        });
        return held;
    }

    /** The document can be found, if this is still the version that was indexed. */
    @Requires(Operation.BACKGROUND)
    public void found(UUID id, long version) {
        mark(em.find(Document.class, id, LockModeType.PESSIMISTIC_WRITE), version);
    }

    private static void mark(@org.jspecify.annotations.Nullable Document document, long version) {
        if (document != null && document.version() == version && document.state() == DocumentState.EXTRACTED) {
            document.indexed();
        }
    }
}
