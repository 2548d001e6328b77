package fr.trame.app.transfer;

import fr.trame.app.BusinessException;
import fr.trame.app.dossier.ReceivedFile;
import fr.trame.app.storage.ObjectStore;
import fr.trame.app.storage.StoredObjects;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Takes the bytes of transfers in: whole parts go straight to the store, what remains stays with the row. Not
 * transactional itself, because bytes travel over the network; each step is written down once it is true, so that a
 * crash anywhere costs at most the bytes of one part, and only their sender's time.
 */
@ApplicationScoped
public class Intake {

    /** Each request holds one part in memory. */
    private static final int AT_ONCE = 24;

    @Inject
    Transfers transfers;

    @Inject
    StoredObjects objects;

    @Inject
    ObjectStore store;

    @Inject
    @ConfigProperty(name = "trame.upload.limit")
    long limit;

    private final Semaphore places = new Semaphore(AT_ONCE);

    /**
     * Announces a file.
     *
     * @throws BusinessException INVALID (name, empty file), TOO_LARGE, REFUSED or NOT_FOUND, before anything is kept
     */
    public Transfer begin(UUID dossierId, String name, long size) {
        if (size == 0) {
            throw BusinessException.invalid("file", "file.empty");
        }
        if (size > limit) {
            throw BusinessException.file(BusinessException.Kind.TOO_LARGE, "file.too.large", limit / (1024 * 1024));
        }
        return transfers.begin(dossierId, name, size);
    }

    /** @return how far a transfer is, to go back to should what follows prove wrong */
    public Checkpoint checkpoint(Transfer transfer) {
        return new Checkpoint(Progress.of(transfer, transfers.tail(transfer.id())));
    }

    /**
     * Takes what comes, to its end or to the end of the file.
     *
     * @return how many bytes are safe now
     * @throws IOException when the line is cut; what came before is safe
     * @throws BusinessException UNSUPPORTED_TYPE, and the transfer is over; CONFLICT when somebody else writes by now;
     *     UNAVAILABLE when the store is away, and what came before is safe
     */
    public long append(Transfer transfer, UUID claim, Checkpoint from, InputStream bytes) throws IOException {
        if (!places.tryAcquire()) {
            throw BusinessException.unavailable("transfer.crowded");
        }
        var piece = new Piece(transfer, from.progress());
        try {
            while (piece.wants()) {
                if (piece.isFull()) {
                    send(transfer, claim, piece);
                }
                if (!piece.read(bytes)) {
                    break;
                }
                if (piece.isDue()) {
                    transfers.renew(transfer.id(), claim);
                }
            }
            piece.checkType();
        } catch (BusinessException no) {
            if (no.kind() == BusinessException.Kind.UNSUPPORTED_TYPE) {
                abandon(transfer);
            } else if (no.kind() == BusinessException.Kind.UNAVAILABLE) {
                transfers.advance(transfer.id(), claim, piece.progress());
            }
            throw no;
        } catch (IOException cut) {
            transfers.advance(transfer.id(), claim, piece.progress());
            throw cut;
        } finally {
            places.release();
        }
        transfers.advance(transfer.id(), claim, piece.progress());
        return piece.progress().received();
    }

    private void send(Transfer transfer, UUID claim, Piece piece) {
        var mediaType = piece.checkType();
        try {
            if (piece.multipart() == null) {
                piece.begun(store.begin(transfer.objectKey(), mediaType));
            }
            var multipart = Objects.requireNonNull(piece.multipart());
            piece.sent(store.part(transfer.objectKey(), multipart, piece.number(), piece.bytes()));
        } catch (ObjectStore.StoreUnavailable away) {
            throw BusinessException.unavailable("store.unavailable");
        }
        transfers.advance(transfer.id(), claim, piece.progress());
    }

    /** Forgets what came since, because it was not what its sender says it sent. */
    public void back(Transfer transfer, UUID claim, Checkpoint to) {
        transfers.advance(transfer.id(), claim, to.progress());
    }

    /**
     * Makes the document of a transfer whose bytes are all here. After a crash in between it is called again and goes on
     * where it was.
     *
     * @throws BusinessException UNAVAILABLE when the store is away; nothing is lost, and it can be called again
     */
    public UUID finish(Transfer transfer, UUID claim) {
        var progress = checkpoint(transfer).progress();
        var mediaType = Objects.requireNonNullElse(progress.mediaType(), "application/octet-stream");
        objects.announce(transfer.objectKey());
        try {
            if (!store.exists(transfer.objectKey())) {
                assemble(transfer, progress, mediaType);
            }
        } catch (ObjectStore.StoreUnavailable | IOException away) {
            throw BusinessException.unavailable("store.unavailable");
        }
        var sha256 = Digest.resume(progress.digest()).hex();
        var file = new ReceivedFile(transfer.name(), mediaType, transfer.size(), sha256, transfer.objectKey());
        return transfers.finish(transfer, claim, file);
    }

    private void assemble(Transfer transfer, Progress progress, String mediaType) throws IOException {
        var multipart = progress.multipart();
        if (multipart == null) {
            store.put(
                    transfer.objectKey(), new ByteArrayInputStream(progress.tail()), progress.tail().length, mediaType);
            return;
        }
        var parts = new ArrayList<>(progress.parts());
        if (progress.tail().length > 0) {
            parts.add(store.part(transfer.objectKey(), multipart, parts.size() + 1, progress.tail()));
        }
        store.complete(transfer.objectKey(), multipart, parts);
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

    /** A moment to go back to. */
    public static final class Checkpoint {

        private final Progress progress;

        Checkpoint(Progress progress) {
            this.progress = progress;
        }

        Progress progress() {
            return progress;
        }
    }
}
