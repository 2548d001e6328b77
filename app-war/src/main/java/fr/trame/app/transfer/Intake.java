package fr.trame.app.transfer;

import fr.trame.app.BusinessException;
import fr.trame.app.dossier.FileType;
import fr.trame.app.dossier.Inspection;
import fr.trame.app.dossier.ReceivedFile;
import fr.trame.app.dossier.SameName;
import fr.trame.app.storage.ObjectStore;
import fr.trame.app.storage.StoredObjects;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Takes the bytes of transfers in: whole parts go straight to the store, what remains stays with the row. Not
 * transactional itself, because bytes travel over the network; each step is written down once it is true, so that a
 * crash anywhere costs at most the bytes of one part and its sender's time; bytes with a checksum, those of one request.
 */
@ApplicationScoped
public class Intake {

    /** Each request holds a part in memory, for moments twice. */
    private static final int AT_ONCE = 24;

    @Inject
    Transfers transfers;

    @Inject
    StoredObjects objects;

    @Inject
    ObjectStore store;

    @Inject
    Inspection inspection;

    @Inject
    @ConfigProperty(name = "trame.upload.limit")
    long limit;

    private final Semaphore places = new Semaphore(AT_ONCE);

    /**
     * Announces a file.
     *
     * @throws BusinessException INVALID (name, empty file), UNSUPPORTED_TYPE by its name, TOO_LARGE, CONFLICT
     *     (the name), REFUSED or NOT_FOUND, before anything is kept
     */
    public Transfer begin(UUID dossierId, String folder, String name, long size, SameName same) {
        if (size == 0) {
            throw BusinessException.invalid("file", "file.empty");
        }
        if (size > limit) {
            throw BusinessException.file(BusinessException.Kind.TOO_LARGE, "file.too.large", limit / (1024 * 1024));
        }
        FileType.checkName(name);
        return transfers.begin(dossierId, folder, name, size, same);
    }

    /**
     * Does the work of a request that may bring bytes, if there is a place for it: so the memory of all of them has a
     * bound.
     *
     * @throws BusinessException UNAVAILABLE when there is none
     */
    public void within(Work work) throws IOException {
        if (!places.tryAcquire()) {
            throw BusinessException.unavailable("transfer.crowded");
        }
        try {
            work.run();
        } finally {
            places.release();
        }
    }

    /**
     * Takes what comes, to its end or to the end of the file.
     *
     * @param verified whether what comes counts at once; otherwise nothing of it does before {@link #keep}
     * @return how far the transfer is with it
     * @throws IOException when the line is cut; what came before counts if it is verified
     * @throws BusinessException UNSUPPORTED_TYPE, and the transfer is over; INVALID when more comes than was announced;
     *     CONFLICT when somebody else writes by now; NOT_FOUND when the store gave the parts up, and the transfer is over;
     *     UNAVAILABLE when the store is away, and what came before counts if it is verified
     */
    public Reached append(Transfer transfer, UUID claim, InputStream bytes, boolean verified) throws IOException {
        var from = Progress.of(transfer, transfers.tail(transfer.id()));
        var piece = new Piece(transfer, from);
        try {
            fill(transfer, claim, from, piece, bytes, verified);
        } catch (BusinessException no) {
            if (no.kind() == BusinessException.Kind.UNSUPPORTED_TYPE) {
                abandon(transfer);
            } else if (no.kind() == BusinessException.Kind.UNAVAILABLE && verified) {
                transfers.advance(transfer.id(), claim, piece.progress());
            }
            throw no;
        } catch (IOException cut) {
            if (verified) {
                transfers.advance(transfer.id(), claim, piece.progress());
            }
            throw cut;
        }
        if (verified) {
            transfers.advance(transfer.id(), claim, piece.progress());
        }
        return new Reached(piece.progress());
    }

    private void fill(Transfer transfer, UUID claim, Progress from, Piece piece, InputStream bytes, boolean verified)
            throws IOException {
        while (piece.wants()) {
            if (piece.isFull()) {
                send(transfer, claim, from, piece);
                if (verified) {
                    transfers.advance(transfer.id(), claim, piece.progress());
                }
            }
            if (!piece.read(bytes)) {
                break;
            }
            if (piece.isDue()) {
                transfers.renew(transfer.id(), claim);
            }
        }
        piece.checkType();
        if (!piece.wants() && bytes.read() >= 0) {
            throw BusinessException.invalid("size", "transfer.longer");
        }
    }

    /** The name of the attempt is written down before the first part is sent, so that it can be given up. */
    private void send(Transfer transfer, UUID claim, Progress from, Piece piece) {
        var mediaType = piece.checkType();
        try {
            if (piece.multipart() == null) {
                var multipart = store.begin(transfer.objectKey(), mediaType);
                piece.begun(multipart);
                transfers.advance(transfer.id(), claim, from.begun(multipart, mediaType));
            }
            var multipart = Objects.requireNonNull(piece.multipart());
            piece.sent(store.part(transfer.objectKey(), multipart, piece.number(), piece.bytes()));
        } catch (ObjectStore.StoreUnavailable away) {
            throw BusinessException.unavailable("store.unavailable");
        } catch (NoSuchElementException givenUp) {
            throw gone(transfer);
        }
    }

    /** The store forgot the parts: there is nothing to go on with, and the sender begins anew. */
    private BusinessException gone(Transfer transfer) {
        transfers.remove(transfer.id());
        return BusinessException.notFound("transfer.gone");
    }

    /** What came is what its sender says it sent. */
    public void keep(Transfer transfer, UUID claim, Reached reached) {
        transfers.advance(transfer.id(), claim, reached.progress());
    }

    /**
     * Makes the document of a transfer whose bytes are all here. After a crash in between it is called again and goes on
     * where it was.
     *
     * @throws BusinessException UNAVAILABLE when the store is away; nothing is lost, and it can be called again.
     *     UNSUPPORTED_TYPE or TOO_LARGE for what is inside, and the transfer is over
     */
    public UUID finish(Transfer transfer, UUID claim) {
        transfers.renew(transfer.id(), claim);
        var progress = Progress.of(transfer, transfers.tail(transfer.id()));
        var mediaType = Objects.requireNonNullElse(progress.mediaType(), "application/octet-stream");
        objects.announce(transfer.objectKey(), transfer.expiresAt().plusDays(1), transfer.size());
        try {
            if (!store.exists(transfer.objectKey())) {
                assemble(transfer, progress, mediaType);
            }
        } catch (ObjectStore.StoreUnavailable | IOException away) {
            throw BusinessException.unavailable("store.unavailable");
        }
        transfers.renew(transfer.id(), claim);
        inspect(transfer, mediaType);
        var sha256 = Digest.resume(progress.digest()).hex();
        var file = new ReceivedFile(transfer.name(), mediaType, transfer.size(), sha256, transfer.objectKey());
        return transfers.finish(transfer, claim, file);
    }

    /** What is refused ends the transfer. */
    private void inspect(Transfer transfer, String mediaType) {
        try {
            inspection.require(transfer.name(), mediaType, transfer.size(), transfer.objectKey());
        } catch (BusinessException no) {
            if (no.kind() != BusinessException.Kind.UNAVAILABLE) {
                transfers.remove(transfer.id());
            }
            throw no;
        }
    }

    private void assemble(Transfer transfer, Progress progress, String mediaType) throws IOException {
        var multipart = progress.multipart();
        if (multipart == null) {
            store.put(
                    transfer.objectKey(), new ByteArrayInputStream(progress.tail()), progress.tail().length, mediaType);
            return;
        }
        try {
            var parts = new ArrayList<>(progress.parts());
            if (progress.tail().length > 0) {
                parts.add(store.part(transfer.objectKey(), multipart, parts.size() + 1, progress.tail()));
            }
            store.complete(transfer.objectKey(), multipart, parts);
        } catch (NoSuchElementException givenUp) {
            // Either the store forgot the parts, or it made the object and the answer was lost.
            if (!store.exists(transfer.objectKey())) {
                throw gone(transfer);
            }
        }
    }

    /** Gives a transfer up, at its sender's word or because nobody goes on with it. */
    public void abandon(Transfer transfer) {
        var multipart = transfer.multipart();
        if (multipart != null && !transfer.isFinished()) {
            try {
                store.abort(transfer.objectKey(), multipart);
            } catch (ObjectStore.StoreUnavailable away) {
                throw BusinessException.unavailable("store.unavailable");
            }
        }
        transfers.remove(transfer.id());
    }

    /** What a request does. */
    @FunctionalInterface
    public interface Work {
        void run() throws IOException;
    }
}
