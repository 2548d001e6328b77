package fr.trame.app.transfer;

import com.github.f4b6a3.uuid.UuidCreator;
import fr.trame.app.Boundary;
import fr.trame.app.BusinessException;
import fr.trame.app.dossier.Arrivals;
import fr.trame.app.dossier.Dossiers;
import fr.trame.app.dossier.FileName;
import fr.trame.app.dossier.FolderPath;
import fr.trame.app.dossier.ReceivedFile;
import fr.trame.app.dossier.SameName;
import fr.trame.app.identity.CurrentUser;
import fr.trame.app.identity.Operation;
import fr.trame.app.identity.Requires;
import fr.trame.app.storage.StoredObjects;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The transfers of a tenant, as rows. A person sees their own only, and only while they may upload there. Whoever writes
 * holds a claim for a minute at a time; every change names it, so that a writer whose line hung and who comes back
 * late changes nothing.
 */
@Boundary
public class Transfers {

    /** How long a transfer waits for its next byte. */
    public static final Duration PATIENCE = Duration.ofDays(7);

    private static final int CLAIM_SECONDS = 60;
    private static final int AT_MOST = 500;

    @PersistenceContext
    EntityManager em;

    @Inject
    CurrentUser user;

    @Inject
    Dossiers dossiers;

    @Inject
    Arrivals arrivals;

    @Inject
    StoredObjects objects;

    /** Announces a file; not one of its bytes is there yet. */
    @Requires(Operation.DOCUMENT_UPLOAD)
    public Transfer begin(UUID dossierId, String folder, String name, long size, SameName same) {
        var checked = FileName.check(name);
        var path = FolderPath.check(folder);
        arrivals.announce(dossierId, path, checked, same);
        var expiry = OffsetDateTime.now(ZoneOffset.UTC).plus(PATIENCE);
        var transfer = new Transfer(dossierId, user.getSubject(), path, checked, size, same, expiry);
        em.persist(transfer);
        objects.announce(transfer.objectKey(), expiry.plusDays(1), size);
        return transfer;
    }

    /** @return a transfer of this person into this dossier, empty when there is none or it was given up */
    @Requires(Operation.DOCUMENT_UPLOAD)
    public Optional<Transfer> find(UUID dossierId, UUID id) {
        var transfer = em.find(Transfer.class, id);
        if (transfer == null
                || !transfer.dossierId().equals(dossierId)
                || !transfer.owner().equals(user.getSubject())
                || transfer.expiresAt().isBefore(OffsetDateTime.now(ZoneOffset.UTC))) {
            return Optional.empty();
        }
        dossiers.dossier(dossierId, Operation.DOCUMENT_UPLOAD);
        return Optional.of(transfer);
    }

    /** @return what this person began to send to this dossier and did not end, the latest first, at most 500 */
    @Requires(Operation.DOCUMENT_UPLOAD)
    public List<Transfer> interrupted(UUID dossierId) {
        dossiers.dossier(dossierId, Operation.DOCUMENT_UPLOAD);
        return em.createQuery(
                        "select t from Transfer t where t.dossierId = :dossier and t.owner = :owner"
                                + " and t.documentId is null and t.expiresAt > :now order by t.createdAt desc",
                        Transfer.class)
                .setParameter("dossier", dossierId)
                .setParameter("owner", user.getSubject())
                .setParameter("now", OffsetDateTime.now(ZoneOffset.UTC))
                .setMaxResults(AT_MOST)
                .getResultList();
    }

    /** @return the claim to write, empty while somebody else holds one */
    @Requires(Operation.DOCUMENT_UPLOAD)
    public Optional<UUID> claim(UUID id) {
        var claim = UuidCreator.getTimeOrderedEpoch();
        var claimed = statement(
                        "update transfer set claim = cast(?2 as uuid), claimed_until = " + soon()
                                + " where id = cast(?1 as uuid) and coalesce(claimed_until, '-infinity') < now()",
                        id)
                .setParameter(2, claim.toString())
                .executeUpdate();
        return claimed == 1 ? Optional.of(claim) : Optional.empty();
    }

    /** Goes on holding the claim. */
    @Requires(Operation.DOCUMENT_UPLOAD)
    public void renew(UUID id, UUID claim) {
        require(held("claimed_until = " + soon(), id, claim).executeUpdate());
    }

    /** Gives the claim back; one that was lost is nobody's to give back. */
    @Requires(Operation.DOCUMENT_UPLOAD)
    public void release(UUID id, UUID claim) {
        held("claim = null, claimed_until = null", id, claim).executeUpdate();
    }

    /** @return what came since the last whole part */
    @Requires(Operation.DOCUMENT_UPLOAD)
    public byte[] tail(UUID id) {
        var tail = statement("select tail from transfer where id = cast(?1 as uuid)", id)
                .getResultList();
        return tail.isEmpty() || tail.get(0) == null ? new byte[0] : (byte[]) tail.get(0);
    }

    /** Writes down how far it is; from here on nobody needs to send these bytes again. */
    @Requires(Operation.DOCUMENT_UPLOAD)
    void advance(UUID id, UUID claim, Progress progress) {
        require(held(
                        "received = ?3, media_type = ?4, multipart = ?5, parts = ?6, digest = ?7, tail = ?8,"
                                + " expires_at = now() + interval '7 days', claimed_until = " + soon(),
                        id,
                        claim)
                .setParameter(3, progress.received())
                .setParameter(4, progress.mediaType())
                .setParameter(5, progress.multipart())
                .setParameter(6, String.join("\n", progress.parts()))
                .setParameter(7, progress.digest())
                .setParameter(8, progress.tail())
                .executeUpdate());
    }

    /**
     * Makes the document of a transfer whose bytes are all in the store. A name that was free when they set out and is
     * taken by now costs nobody their bytes: both are kept.
     */
    @Requires(Operation.DOCUMENT_UPLOAD)
    UUID finish(Transfer transfer, UUID claim, ReceivedFile file) {
        var same = transfer.sameName() == SameName.ASK ? SameName.KEEP : transfer.sameName();
        var document = arrivals.receive(transfer.dossierId(), file.in(transfer.folder()), same);
        require(held("document_id = cast(?3 as uuid), tail = null, digest = null, parts = ''", transfer.id(), claim)
                .setParameter(3, document.toString())
                .executeUpdate());
        return document;
    }

    /** Forgets a transfer; its bytes are gone. */
    @Requires(Operation.DOCUMENT_UPLOAD)
    void remove(UUID id) {
        var transfer = em.find(Transfer.class, id);
        if (transfer != null) {
            objects.giveUp(transfer.objectKey());
        }
        statement("delete from transfer where id = cast(?1 as uuid)", id).executeUpdate();
    }

    /** @return transfers that nobody goes on with, at most 100 */
    @Requires(Operation.BACKGROUND)
    List<Transfer> givenUp() {
        return em.createQuery(
                        "select t from Transfer t where t.expiresAt < :now"
                                + " and (t.claimedUntil is null or t.claimedUntil < :now) order by t.expiresAt",
                        Transfer.class)
                .setParameter("now", OffsetDateTime.now(ZoneOffset.UTC))
                .setMaxResults(100)
                .getResultList();
    }

    private static String soon() {
        return "now() + interval '" + CLAIM_SECONDS + " seconds'";
    }

    private Query held(String change, UUID id, UUID claim) {
        return statement(
                        "update transfer set " + change + " where id = cast(?1 as uuid) and claim = cast(?2 as uuid)",
                        id)
                .setParameter(2, claim.toString());
    }

    private Query statement(String sql, UUID id) {
        return em.createNativeQuery(sql).setParameter(1, id.toString());
    }

    private static void require(int changed) {
        if (changed != 1) {
            throw BusinessException.conflict("transfer.busy");
        }
    }
}
