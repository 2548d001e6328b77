package fr.trame.app.webdav;

import fr.trame.app.Boundary;
import fr.trame.app.BusinessException;
import fr.trame.app.dossier.Dossiers;
import fr.trame.app.dossier.FileName;
import fr.trame.app.dossier.FileType;
import fr.trame.app.dossier.FolderPath;
import fr.trame.app.identity.CurrentUser;
import fr.trame.app.identity.Operation;
import fr.trame.app.identity.Requires;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/**
 * Names that hold nothing yet. A folder of the product is there while a document is in it, and a file without bytes is no
 * document; programs make both first and fill them afterwards. A file that nobody filled is forgotten after a day.
 */
@Boundary
public class EmptyNames {

    private static final int AT_MOST = 1000;
    private static final String FRESH = " (folder or created_at > now() - interval '1 day')";

    @PersistenceContext
    EntityManager em;

    @Inject
    CurrentUser user;

    @Inject
    Dossiers dossiers;

    /** @return all of a dossier, by path */
    @Requires(Operation.DOSSIER_READ)
    public List<EmptyName> list(UUID dossier) {
        dossiers.dossier(dossier, Operation.DOSSIER_READ);
        List<?> rows = em.createNativeQuery("select path, folder, created_at from dossier_name"
                        + " where dossier_id = cast(?1 as uuid) and" + FRESH + " order by path")
                .setParameter(1, dossier.toString())
                .setMaxResults(AT_MOST)
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(row -> new EmptyName(
                        (String) row[0],
                        (Boolean) row[1],
                        ((Timestamp) row[2]).toInstant().atOffset(ZoneOffset.UTC)))
                .toList();
    }

    /**
     * Keeps a name; keeping it twice is harmless.
     *
     * @throws BusinessException INVALID for a name that is none, CONFLICT when the dossier has a thousand
     */
    @Requires(Operation.DOCUMENT_UPLOAD)
    public void keep(Spot spot, boolean folder) {
        dossiers.dossier(spot.dossier(), Operation.DOCUMENT_UPLOAD);
        FolderPath.check(folder ? spot.path() : spot.folder());
        if (!folder) {
            FileName.check(spot.name());
            FileType.checkName(spot.name());
        }
        em.createNativeQuery("delete from dossier_name where not" + FRESH).executeUpdate();
        var kept = statement("select 1 from dossier_name where dossier_id = cast(?1 as uuid) and path = ?2", spot);
        if (kept.getResultList().isEmpty() && list(spot.dossier()).size() >= AT_MOST) {
            throw BusinessException.conflict("webdav.names.many", AT_MOST);
        }
        statement(
                        "insert into dossier_name (dossier_id, path, folder, created_by)"
                                + " values (cast(?1 as uuid), ?2, ?3, ?4) on conflict do nothing",
                        spot)
                .setParameter(3, folder)
                .setParameter(4, user.getSubject())
                .executeUpdate();
    }

    /** Forgets a name and those inside of it. */
    @Requires(Operation.DOCUMENT_UPLOAD)
    public void drop(Spot spot) {
        dossiers.dossier(spot.dossier(), Operation.DOCUMENT_UPLOAD);
        statement(
                        "delete from dossier_name where dossier_id = cast(?1 as uuid)"
                                + " and (lower(path) = lower(?2) or starts_with(path, cast(?2 as text) || '/'))",
                        spot)
                .executeUpdate();
    }

    private Query statement(String sql, Spot spot) {
        return em.createNativeQuery(sql)
                .setParameter(1, spot.dossier().toString())
                .setParameter(2, spot.path());
    }
}
