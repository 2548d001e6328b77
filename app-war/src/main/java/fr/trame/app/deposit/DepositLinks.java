package fr.trame.app.deposit;

import com.github.f4b6a3.uuid.UuidCreator;
import fr.trame.app.Boundary;
import fr.trame.app.BusinessException;
import fr.trame.app.DomainEvent;
import fr.trame.app.Text;
import fr.trame.app.dossier.Dossiers;
import fr.trame.app.identity.CurrentUser;
import fr.trame.app.identity.Operation;
import fr.trame.app.identity.Requires;
import fr.trame.app.identity.Token;
import fr.trame.app.workspace.Workspaces;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** Links by which people without an account put files beside a dossier. Who may upload there makes and ends them. */
@Boundary
public class DepositLinks {

    /** No link lives longer. */
    public static final int MOST_DAYS = 180;

    private static final int MOST_FILES = 1000;
    private static final long MOST_BYTES = 20L * 1024 * 1024 * 1024;
    private static final int AT_MOST = 200;
    private static final String LINKS =
            """
            select cast(l.id as text), l.label, l.ends_at, l.revoked_at is not null, l.max_files, l.max_bytes,
                count(d.id), coalesce(sum(d.size), 0), coalesce(m.display_name, '')
            from deposit_link l
            left join deposit d on d.tenant_id = l.tenant_id and d.link_id = l.id
            left join member m on m.tenant_id = l.tenant_id and m.subject = l.created_by
            where l.dossier_id = cast(?1 as uuid)
            group by l.tenant_id, l.id, m.display_name order by l.created_at desc
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
    Event<DomainEvent> events;

    /** @return the links of a dossier, the latest first; none for those who may not make any */
    @Requires(Operation.DOSSIER_READ)
    public List<DepositLink> list(UUID dossierId) {
        var dossier = dossiers.dossier(dossierId, Operation.DOSSIER_READ);
        if (!workspaces.may(dossier.workspaceId(), Operation.DOCUMENT_UPLOAD)) {
            return List.of();
        }
        List<?> rows = em.createNativeQuery(LINKS)
                .setParameter(1, dossierId.toString())
                .setMaxResults(AT_MOST)
                .getResultList();
        return rows.stream().map(row -> link((Object[]) row)).toList();
    }

    /**
     * Makes a link.
     *
     * @param label 1 to 200 characters, which outsiders read
     * @param endsAt in the future, at most 180 days
     * @param maxFiles 1 to 1,000
     * @param maxBytes of all files together, at most 20 GiB
     * @return the token of its address, which is told this once
     */
    @Requires(Operation.DOCUMENT_UPLOAD)
    public String open(UUID dossierId, String label, OffsetDateTime endsAt, int maxFiles, long maxBytes) {
        dossiers.dossier(dossierId, Operation.DOCUMENT_UPLOAD);
        Text.check("label", label.strip(), 1, 200);
        var now = OffsetDateTime.now(ZoneOffset.UTC);
        if (endsAt.isBefore(now) || endsAt.isAfter(now.plusDays(MOST_DAYS))) {
            throw BusinessException.invalid("endsOn", "deposit.ends", MOST_DAYS);
        }
        if (maxFiles < 1 || maxFiles > MOST_FILES) {
            throw BusinessException.invalid("maxFiles", "deposit.files", MOST_FILES);
        }
        if (maxBytes < 1 || maxBytes > MOST_BYTES) {
            throw BusinessException.invalid("maxBytes", "deposit.bytes", MOST_BYTES / (1024 * 1024));
        }
        var token = Token.fresh();
        var id = UuidCreator.getTimeOrderedEpoch();
        em.createNativeQuery(
                        "insert into deposit_link (id, dossier_id, label, token_hash, ends_at, max_files, max_bytes,"
                                + " created_by) values (cast(?1 as uuid), cast(?2 as uuid), ?3, ?4, ?5, ?6, ?7, ?8)")
                .setParameter(1, id.toString())
                .setParameter(2, dossierId.toString())
                .setParameter(3, label.strip())
                .setParameter(4, Token.digest(token))
                .setParameter(5, endsAt)
                .setParameter(6, maxFiles)
                .setParameter(7, maxBytes)
                .setParameter(8, user.getSubject())
                .executeUpdate();
        events.fire(new DepositEvent("DEPOSIT_LINK_OPENED", id));
        return token;
    }

    /**
     * Ends a link at once; doing so twice is harmless.
     *
     * @throws BusinessException NOT_FOUND when there is none this person may end
     */
    @Requires(Operation.DOCUMENT_UPLOAD)
    public void revoke(UUID id) {
        List<?> dossier = em.createNativeQuery(
                        "select cast(dossier_id as text) from deposit_link where id = cast(?1 as uuid)")
                .setParameter(1, id.toString())
                .getResultList();
        if (dossier.isEmpty()) {
            throw BusinessException.notFound("deposit.link.unknown");
        }
        dossiers.dossier(UUID.fromString((String) dossier.get(0)), Operation.DOCUMENT_UPLOAD);
        em.createNativeQuery("update deposit_link set revoked_at = coalesce(revoked_at, now())"
                        + " where id = cast(?1 as uuid)")
                .setParameter(1, id.toString())
                .executeUpdate();
        events.fire(new DepositEvent("DEPOSIT_LINK_REVOKED", id));
    }

    static DepositLink link(Object[] row) {
        return new DepositLink(
                UUID.fromString((String) row[0]),
                (String) row[1],
                ((java.sql.Timestamp) row[2]).toInstant().atOffset(ZoneOffset.UTC),
                (Boolean) row[3],
                ((Number) row[4]).intValue(),
                ((Number) row[5]).longValue(),
                ((Number) row[6]).longValue(),
                ((Number) row[7]).longValue(),
                (String) row[8]);
    }
}
