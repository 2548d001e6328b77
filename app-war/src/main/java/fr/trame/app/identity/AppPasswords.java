package fr.trame.app.identity;

import com.github.f4b6a3.uuid.UuidCreator;
import fr.trame.app.Boundary;
import fr.trame.app.BusinessException;
import fr.trame.app.DomainEvent;
import fr.trame.app.Text;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** A person's own passwords for programs that can send nothing but a name and a password, in one tenant. */
@Boundary
public class AppPasswords {

    /** No password lives longer. */
    public static final int MOST_DAYS = 365;

    private static final int AT_MOST = 20;

    @PersistenceContext
    EntityManager em;

    @Inject
    CurrentUser user;

    @Inject
    Event<DomainEvent> events;

    /** @return the person's own that have not ended, the latest first */
    @Requires(Operation.DOSSIER_READ)
    public List<AppPassword> list() {
        List<?> rows = query("select cast(id as text), name, created_at, ends_at, last_used_at from app_password"
                        + " where subject = ?1 and ends_at > now() order by created_at desc")
                .getResultList();
        return rows.stream().map(row -> password((Object[]) row)).toList();
    }

    /**
     * Makes one.
     *
     * @param name 1 to 100 characters
     * @param days it is good for, 1 to 365
     * @return the password, which is told this once
     * @throws BusinessException INVALID, or CONFLICT when the person has 20 already
     */
    @Requires(Operation.DOSSIER_READ)
    public Fresh make(String name, int days) {
        Text.check("name", name.strip(), 1, 100);
        if (days < 1 || days > MOST_DAYS) {
            throw BusinessException.invalid("days", "webdav.password.days", MOST_DAYS);
        }
        query("delete from app_password where subject = ?1 and ends_at <= now()")
                .executeUpdate();
        var held = (Number)
                query("select count(*) from app_password where subject = ?1").getSingleResult();
        if (held.intValue() >= AT_MOST) {
            throw BusinessException.conflict("webdav.password.many", AT_MOST);
        }
        var fresh = new Fresh(UuidCreator.getTimeOrderedEpoch(), Token.fresh());
        query("insert into app_password (id, subject, name, token_hash, ends_at)"
                        + " values (cast(?2 as uuid), ?1, ?3, ?4, now() + make_interval(days => ?5))")
                .setParameter(2, fresh.id().toString())
                .setParameter(3, name.strip())
                .setParameter(4, Token.digest(fresh.secret()))
                .setParameter(5, days)
                .executeUpdate();
        events.fire(new AppPasswordEvent("APP_PASSWORD_MADE", fresh.id()));
        return fresh;
    }

    /**
     * Ends one at once.
     *
     * @throws BusinessException NOT_FOUND when it is none of the person's own
     */
    @Requires(Operation.DOSSIER_READ)
    public void end(UUID id) {
        var ended = query("delete from app_password where subject = ?1 and id = cast(?2 as uuid)")
                .setParameter(2, id.toString())
                .executeUpdate();
        if (ended == 0) {
            throw BusinessException.notFound("webdav.password.unknown");
        }
        events.fire(new AppPasswordEvent("APP_PASSWORD_ENDED", id));
    }

    private Query query(String sql) {
        return em.createNativeQuery(sql).setParameter(1, user.getSubject());
    }

    private static AppPassword password(Object[] row) {
        return new AppPassword(
                UUID.fromString((String) row[0]),
                (String) row[1],
                at(row[2]),
                at(row[3]),
                row[4] == null ? null : at(row[4]));
    }

    private static OffsetDateTime at(Object timestamp) {
        return ((Timestamp) timestamp).toInstant().atOffset(ZoneOffset.UTC);
    }

    /** A password that was just made. */
    public record Fresh(UUID id, String secret) {}
}
