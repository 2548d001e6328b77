package fr.trame.app.dossier;

import fr.trame.app.Boundary;
import fr.trame.app.BusinessException;
import fr.trame.app.identity.CurrentUser;
import fr.trame.app.identity.Operation;
import fr.trame.app.identity.Requires;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Locks that programs take on what people edit with them. They end by themselves within the hour, and every door of the
 * product respects them. They name places, not documents: a name can be locked before there is anything of that name.
 */
@Boundary
public class Locks {

    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration SHORTEST = Duration.ofSeconds(30);
    private static final int OWNER = 2000;
    private static final int PATH = 800;
    private static final int AT_MOST = 500;
    private static final String LOCKS =
            """
            select cast(token as text), cast(dossier_id as text), path, deep, exclusive, subject, owner, ends_at
            from dossier_lock where ends_at > now() and dossier_id = cast(?1 as uuid) and
            """;
    private static final String ON = LOCKS
            + "(lower(path) = lower(?2) or (deep and (path = '' or starts_with(lower(?2), lower(path) || '/'))))"
            + " order by token";
    private static final String BELOW =
            LOCKS + "path <> '' and (?2 = '' or starts_with(lower(path), lower(?2) || '/')) order by token";

    @PersistenceContext
    EntityManager em;

    @Inject
    CurrentUser user;

    @Inject
    Dossiers dossiers;

    @Inject
    Names names;

    /** @return the locks that hold for that place */
    @Requires(Operation.DOSSIER_READ)
    public List<Lock> on(UUID dossier, String path) {
        dossiers.dossier(dossier, Operation.DOSSIER_READ);
        return read(ON, dossier, path);
    }

    /** @return the locks on what is below that place */
    @Requires(Operation.DOSSIER_READ)
    public List<Lock> below(UUID dossier, String path) {
        dossiers.dossier(dossier, Operation.DOSSIER_READ);
        return read(BELOW, dossier, path);
    }

    /**
     * Takes a lock.
     *
     * @param owner at most 2,000 characters
     * @param asked how long, of which at most an hour is given
     * @throws BusinessException LOCKED when another one is in its way
     */
    @Requires(Operation.DOCUMENT_UPLOAD)
    public Lock take(UUID dossier, String path, boolean deep, boolean exclusive, String owner, Duration asked) {
        dossiers.dossier(dossier, Operation.DOCUMENT_UPLOAD);
        names.lock(dossier);
        if (path.length() > PATH) {
            throw BusinessException.invalid("path", "text.too.long", 0, PATH, path.length());
        }
        if (owner.length() > OWNER) {
            throw BusinessException.invalid("owner", "text.too.long", 0, OWNER, owner.length());
        }
        em.createNativeQuery("delete from dossier_lock where ends_at <= now()").executeUpdate();
        var inTheWay = read(ON, dossier, path).stream();
        var inside = deep ? read(BELOW, dossier, path).stream() : Stream.<Lock>empty();
        Stream.concat(inTheWay, inside)
                .filter(each -> exclusive || each.exclusive())
                .findFirst()
                .ifPresent(this::refuse);
        if (read(BELOW, dossier, "").size() >= AT_MOST) {
            throw BusinessException.conflict("webdav.locks.many", AT_MOST);
        }
        var token = UUID.randomUUID();
        em.createNativeQuery(
                        "insert into dossier_lock (token, dossier_id, path, deep, exclusive, subject, owner, ends_at)"
                                + " values (cast(?1 as uuid), cast(?2 as uuid), ?3, ?4, ?5, ?6, ?7,"
                                + " now() + make_interval(secs => ?8))")
                .setParameter(1, token.toString())
                .setParameter(2, dossier.toString())
                .setParameter(3, path)
                .setParameter(4, deep)
                .setParameter(5, exclusive)
                .setParameter(6, user.getSubject())
                .setParameter(7, owner)
                .setParameter(8, (double) within(asked).toSeconds())
                .executeUpdate();
        return own(dossier, path, token).orElseThrow();
    }

    /** @return the same lock with its time begun anew, empty when it is none of this person's there */
    @Requires(Operation.DOCUMENT_UPLOAD)
    public Optional<Lock> refresh(UUID dossier, String path, UUID token, Duration asked) {
        dossiers.dossier(dossier, Operation.DOCUMENT_UPLOAD);
        if (own(dossier, path, token).isEmpty()) {
            return Optional.empty();
        }
        em.createNativeQuery("update dossier_lock set ends_at = now() + make_interval(secs => ?2)"
                        + " where token = cast(?1 as uuid)")
                .setParameter(1, token.toString())
                .setParameter(2, (double) within(asked).toSeconds())
                .executeUpdate();
        return own(dossier, path, token);
    }

    /** @return whether there was such a lock of this person's at that place, which is gone now */
    @Requires(Operation.DOCUMENT_UPLOAD)
    public boolean release(UUID dossier, String path, UUID token) {
        dossiers.dossier(dossier, Operation.DOCUMENT_UPLOAD);
        return own(dossier, path, token).isPresent()
                && em.createNativeQuery("delete from dossier_lock where token = cast(?1 as uuid)")
                                .setParameter(1, token.toString())
                                .executeUpdate()
                        == 1;
    }

    /** What stood there is gone or is elsewhere now, and its locks do not go along. */
    @Requires(Operation.DOCUMENT_UPLOAD)
    public void forget(UUID dossier, String path) {
        dossiers.dossier(dossier, Operation.DOCUMENT_UPLOAD);
        query(
                        "delete from dossier_lock where dossier_id = cast(?1 as uuid)"
                                + " and (lower(path) = lower(?2) or starts_with(lower(path), lower(?2) || '/'))",
                        dossier,
                        path)
                .executeUpdate();
    }

    /**
     * Refuses when only others hold the place of a document; to whom a lock there belongs it is no obstacle.
     *
     * @throws BusinessException LOCKED
     */
    @Requires(Operation.DOSSIER_READ)
    void requireFree(Document document) {
        requireFree(document.dossierId(), document.folder(), document.name());
    }

    /**
     * The same for a place where something is about to stand.
     *
     * @throws BusinessException LOCKED
     */
    @Requires(Operation.DOSSIER_READ)
    void requireFree(UUID dossier, String folder, String name) {
        var locks = read(ON, dossier, folder.isEmpty() ? name : folder + "/" + name);
        if (locks.stream().noneMatch(each -> each.subject().equals(user.getSubject()))) {
            locks.stream().findFirst().ifPresent(this::refuse);
        }
    }

    private void refuse(Lock lock) {
        List<?> holder = em.createNativeQuery("select display_name from member where subject = ?1")
                .setParameter(1, lock.subject())
                .getResultList();
        throw BusinessException.locked("document.locked", holder.isEmpty() ? "?" : holder.get(0));
    }

    private Optional<Lock> own(UUID dossier, String path, UUID token) {
        return read(ON, dossier, path).stream()
                .filter(each -> each.token().equals(token) && each.subject().equals(user.getSubject()))
                .findFirst();
    }

    private static Duration within(Duration asked) {
        var atLeast = asked.compareTo(SHORTEST) < 0 ? SHORTEST : asked;
        return atLeast.compareTo(LONGEST) > 0 ? LONGEST : atLeast;
    }

    private List<Lock> read(String sql, UUID dossier, String path) {
        List<?> rows = query(sql, dossier, path).setMaxResults(AT_MOST).getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(row -> new Lock(
                        UUID.fromString((String) row[0]),
                        UUID.fromString((String) row[1]),
                        (String) row[2],
                        (Boolean) row[3],
                        (Boolean) row[4],
                        (String) row[5],
                        (String) row[6],
                        ((Timestamp) row[7]).toInstant().atOffset(ZoneOffset.UTC)))
                .toList();
    }

    private Query query(String sql, UUID dossier, String path) {
        return em.createNativeQuery(sql).setParameter(1, dossier.toString()).setParameter(2, path);
    }
}
