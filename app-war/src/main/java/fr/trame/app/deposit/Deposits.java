package fr.trame.app.deposit;

import com.github.f4b6a3.uuid.UuidCreator;
import fr.trame.app.Boundary;
import fr.trame.app.BusinessException;
import fr.trame.app.DomainEvent;
import fr.trame.app.Text;
import fr.trame.app.dossier.Arrivals;
import fr.trame.app.dossier.Dossiers;
import fr.trame.app.dossier.ReceivedFile;
import fr.trame.app.dossier.SameName;
import fr.trame.app.identity.CurrentUser;
import fr.trame.app.identity.Operation;
import fr.trame.app.identity.Requires;
import fr.trame.app.identity.Token;
import fr.trame.app.storage.StoredObjects;
import fr.trame.app.workspace.Workspaces;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What came by links and waits for a member to accept or refuse it; nobody else sees it, and no search finds it. */
@Boundary
public class Deposits {

    /** How long a deposit waits; then its bytes are swept. */
    public static final int DAYS = 90;

    private static final int AT_MOST = 500;
    private static final String OPEN =
            """
            select cast(l.id as text), l.label, l.ends_at, false, l.max_files, l.max_bytes,
                (select count(*) from deposit d where d.tenant_id = l.tenant_id and d.link_id = l.id),
                (select coalesce(sum(d.size), 0) from deposit d where d.tenant_id = l.tenant_id and d.link_id = l.id), ''
            from deposit_link l where l.token_hash = ?1 and l.revoked_at is null and l.ends_at > now()
            """;
    private static final String WAITING =
            """
            select cast(d.id as text), l.label, d.sender, d.name, d.size, d.sha256, d.received_at
            from deposit d join deposit_link l on l.tenant_id = d.tenant_id and l.id = d.link_id
            where l.dossier_id = cast(?1 as uuid) and d.state = 'WAITING'
                and d.received_at > now() - make_interval(days => 89)
            order by d.received_at desc
            """;
    private static final String ONE =
            """
            select cast(l.dossier_id as text), d.name, d.media_type, d.size, d.sha256, d.object_key
            from deposit d join deposit_link l on l.tenant_id = d.tenant_id and l.id = d.link_id
            where d.id = cast(?1 as uuid) and d.state = 'WAITING' for update of d
            """;

    @PersistenceContext
    EntityManager em;

    @Inject
    CurrentUser user;

    @Inject
    Workspaces workspaces;

    @Inject
    Dossiers dossiers;

    @Inject
    Arrivals arrivals;

    @Inject
    StoredObjects objects;

    @Inject
    Event<DomainEvent> events;

    /** @return the link that a token opens; empty when there is none, or it ended or was revoked */
    @Requires(Operation.DEPOSIT)
    public Optional<DepositLink> find(String token) {
        return open(token);
    }

    /**
     * Keeps what came, apart from the documents.
     *
     * @param sender 1 to 200 characters
     * @throws BusinessException NOT_FOUND when the link is not open any more, TOO_LARGE when its quota is spent
     */
    @Requires(Operation.DEPOSIT)
    void receive(String token, String sender, ReceivedFile file) {
        Text.check("sender", sender.strip(), 1, 200);
        lock(token);
        var link = open(token).orElseThrow(() -> BusinessException.notFound("deposit.closed"));
        if (link.files() >= link.maxFiles() || file.size() > link.left()) {
            throw BusinessException.file(BusinessException.Kind.TOO_LARGE, "deposit.full");
        }
        var id = UuidCreator.getTimeOrderedEpoch();
        em.createNativeQuery("insert into deposit (id, link_id, sender, name, media_type, size, sha256, object_key)"
                        + " values (cast(?1 as uuid), cast(?2 as uuid), ?3, ?4, ?5, ?6, ?7, ?8)")
                .setParameter(1, id.toString())
                .setParameter(2, link.id().toString())
                .setParameter(3, sender.strip())
                .setParameter(4, file.name())
                .setParameter(5, file.mediaType())
                .setParameter(6, file.size())
                .setParameter(7, file.sha256())
                .setParameter(8, file.objectKey())
                .executeUpdate();
        objects.announce(file.objectKey(), OffsetDateTime.now(ZoneOffset.UTC).plusDays(DAYS));
        events.fire(new DepositEvent("DEPOSIT_RECEIVED", id));
    }

    /** @return what waits beside a dossier, the latest first; nothing for those who may not accept it */
    @Requires(Operation.DOSSIER_READ)
    public List<Deposit> waiting(UUID dossierId) {
        var dossier = dossiers.dossier(dossierId, Operation.DOSSIER_READ);
        if (!workspaces.may(dossier.workspaceId(), Operation.DOCUMENT_UPLOAD)) {
            return List.of();
        }
        List<?> rows = em.createNativeQuery(WAITING)
                .setParameter(1, dossierId.toString())
                .setMaxResults(AT_MOST)
                .getResultList();
        return rows.stream().map(row -> deposit((Object[]) row)).toList();
    }

    /**
     * Makes a deposit a document of its dossier; a name that is taken gets a number.
     *
     * @return the document
     * @throws BusinessException NOT_FOUND when nothing of the kind waits where this person may decide
     */
    @Requires(Operation.DOCUMENT_UPLOAD)
    public UUID accept(UUID id) {
        var found = waitingOne(id);
        var file = new ReceivedFile(
                (String) found[1], (String) found[2], ((Number) found[3]).longValue(), (String) found[4], (String)
                        found[5]);
        var document = arrivals.receive(UUID.fromString((String) found[0]), file, SameName.KEEP);
        decide(id, "ACCEPTED");
        return document;
    }

    /** Refuses a deposit: its bytes are swept. */
    @Requires(Operation.DOCUMENT_UPLOAD)
    public void refuse(UUID id) {
        var found = waitingOne(id);
        objects.announce((String) found[5], OffsetDateTime.now(ZoneOffset.UTC));
        decide(id, "REFUSED");
    }

    private Object[] waitingOne(UUID id) {
        List<?> rows = em.createNativeQuery(ONE).setParameter(1, id.toString()).getResultList();
        if (rows.isEmpty()) {
            throw BusinessException.notFound("deposit.unknown");
        }
        var row = (Object[]) rows.get(0);
        dossiers.dossier(UUID.fromString((String) row[0]), Operation.DOCUMENT_UPLOAD);
        return row;
    }

    private void decide(UUID id, String state) {
        em.createNativeQuery("update deposit set state = ?2, decided_by = ?3, decided_at = now()"
                        + " where id = cast(?1 as uuid)")
                .setParameter(1, id.toString())
                .setParameter(2, state)
                .setParameter(3, user.getSubject())
                .executeUpdate();
        events.fire(new DepositEvent("DEPOSIT_" + state, id));
    }

    /**
     * Two files that come at once cannot both take the last place. A statement of its own: one that counts and locks
     * counts before it waits.
     */
    private void lock(String token) {
        em.createNativeQuery("select 1 from deposit_link where token_hash = ?1 for update")
                .setParameter(1, Token.digest(token))
                .getResultList();
    }

    private Optional<DepositLink> open(String token) {
        List<?> rows =
                em.createNativeQuery(OPEN).setParameter(1, Token.digest(token)).getResultList();
        return rows.stream().findFirst().map(row -> DepositLinks.link((Object[]) row));
    }

    private static Deposit deposit(Object[] row) {
        return new Deposit(
                UUID.fromString((String) row[0]),
                (String) row[1],
                (String) row[2],
                (String) row[3],
                ((Number) row[4]).longValue(),
                (String) row[5],
                ((java.sql.Timestamp) row[6]).toInstant().atOffset(ZoneOffset.UTC));
    }
}
