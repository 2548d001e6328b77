package fr.trame.app.dossier;

import fr.trame.app.BusinessException;
import fr.trame.app.storage.ObjectStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.NoSuchElementException;
import java.util.UUID;

/** Gives the bytes of documents to those who may read them. */
@ApplicationScoped
public class Downloads {

    private static final System.Logger LOG = System.getLogger(Downloads.class.getName());

    @Inject
    Documents documents;

    @Inject
    Versions versions;

    @Inject
    Quarantine quarantine;

    @Inject
    ObjectStore store;

    /**
     * Opens a document.
     *
     * @throws BusinessException NOT_FOUND when there is none this person may read, UNAVAILABLE when the store is away
     */
    public Download open(UUID id) {
        var document = documents.toDownload(id);
        return open(id, ReceivedFile.of(document));
    }

    /**
     * Opens what a document was.
     *
     * @param number of the version
     * @throws BusinessException as for the document itself, and NOT_FOUND when it has no such version
     */
    public Download open(UUID id, int number) {
        return open(id, versions.toDownload(id, number));
    }

    /**
     * Paints a picture anew, for a page.
     *
     * @param page of a picture that has several, from 1
     * @return a JPEG
     * @throws BusinessException as for the document itself, and NOT_FOUND when it is no picture that can be painted
     */
    public byte[] preview(UUID id, int page) throws IOException {
        var file = ReceivedFile.of(documents.toDownload(id));
        if (!file.mediaType().startsWith("image/") || file.size() > Inspection.LARGEST_PICTURE) {
            throw BusinessException.notFound("document.unknown");
        }
        try (var bytes = open(id, file).bytes()) {
            return Preview.of(bytes, page);
        }
    }

    /**
     * Opens what was made of a document so that it can be seen.
     *
     * @param made as {@link Renditions#toShow} gave it just now
     */
    public Download openMade(UUID id, ReceivedFile made) {
        return bytes(id, made);
    }

    private Download open(UUID id, ReceivedFile file) {
        quarantine.requireOpen(file.objectKey());
        return bytes(id, file);
    }

    private Download bytes(UUID id, ReceivedFile file) {
        try {
            return new Download(file.name(), file.mediaType(), file.size(), store.open(file.objectKey()));
        } catch (ObjectStore.StoreUnavailable away) {
            throw BusinessException.unavailable("store.unavailable");
        } catch (NoSuchElementException lost) {
            LOG.log(System.Logger.Level.ERROR, "document {0} has no bytes in the store", id);
            throw BusinessException.unavailable("store.lost");
        }
    }

    /**
     * An open document.
     *
     * @param bytes the caller closes it
     */
    public record Download(String name, String mediaType, long size, InputStream bytes) {}
}
