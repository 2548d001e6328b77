package fr.trame.app.dossier;

import com.github.f4b6a3.uuid.UuidCreator;
import fr.trame.app.BusinessException;
import fr.trame.app.storage.ObjectStore;
import fr.trame.app.storage.StoredObjects;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Takes files in: checks, streams the bytes to the store, then writes row, audit and follow-ups in one transaction. Not
 * transactional itself, because the bytes travel over the network; a crash in between leaves an orphan to sweep, never a
 * document without bytes.
 */
@ApplicationScoped
public class Uploads {

    @Inject
    Arrivals arrivals;

    @Inject
    StoredObjects objects;

    @Inject
    ObjectStore store;

    @Inject
    Inspection inspection;

    @Inject
    @ConfigProperty(name = "trame.upload.limit")
    long limit;

    /**
     * Takes one file.
     *
     * @param folder where in the dossier, as its sender names it
     * @param name as the user named it
     * @param bytes read to the end, not closed
     * @param size as announced, or -1
     * @param same what to do when the dossier has a document of that name
     * @return the identifier of the document
     * @throws BusinessException INVALID (name, empty file), UNSUPPORTED_TYPE, TOO_LARGE, REFUSED, NOT_FOUND, CONFLICT (the
     *     name) or UNAVAILABLE, each before anything is kept
     */
    public UUID receive(UUID dossierId, String folder, String name, InputStream bytes, long size, SameName same)
            throws IOException {
        var path = FolderPath.check(folder);
        arrivals.announce(dossierId, path, FileName.check(name), same);
        var file = keep(name, bytes, size, limit).in(path);
        try {
            return arrivals.receive(dossierId, file, same);
        } catch (BusinessException no) {
            giveUp(file);
            throw no;
        }
    }

    /**
     * Keeps the bytes of a file that is no document yet: who calls gives them a meaning, or they are swept.
     *
     * @param most bytes that may come, if less than the limit
     * @throws BusinessException as for {@link #receive}
     */
    public ReceivedFile keep(String name, InputStream bytes, long size, long most) throws IOException {
        var checkedName = FileName.check(name);
        if (size > limit) {
            throw tooLarge();
        }
        var buffered = new BufferedInputStream(bytes, 1 << 16);
        var mediaType = FileType.check(checkedName, head(buffered));
        var key = "documents/" + UuidCreator.getTimeOrderedEpoch();
        objects.announce(key, Math.max(0, size));
        try {
            var written = write(key, new Limited(buffered, Math.min(limit, most)), size, mediaType);
            if (size < 0) {
                objects.announce(key, written.size());
            }
            inspection.require(checkedName, mediaType, written.size(), key);
            return new ReceivedFile(checkedName, mediaType, written.size(), written.sha256(), key);
        } catch (IOException | RuntimeException failure) {
            objects.giveUp(key);
            throw failure;
        }
    }

    /** Gives up a file that was kept and got no meaning: its place is free at once. */
    public void giveUp(ReceivedFile file) {
        objects.giveUp(file.objectKey());
    }

    private ObjectStore.Written write(String key, InputStream bytes, long size, String mediaType) throws IOException {
        try {
            return store.put(key, bytes, size, mediaType);
        } catch (ObjectStore.StoreUnavailable away) {
            throw BusinessException.unavailable("store.unavailable");
        } catch (Limited.Exceeded exceeded) {
            throw tooLarge();
        }
    }

    private BusinessException tooLarge() {
        return BusinessException.file(BusinessException.Kind.TOO_LARGE, "file.too.large", limit / (1024 * 1024));
    }

    private static byte[] head(InputStream bytes) throws IOException {
        bytes.mark(FileType.HEAD);
        var head = bytes.readNBytes(FileType.HEAD);
        bytes.reset();
        if (head.length == 0) {
            throw BusinessException.invalid("file", "file.empty");
        }
        return head;
    }
}
