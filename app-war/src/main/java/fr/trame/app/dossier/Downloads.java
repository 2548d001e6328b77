package fr.trame.app.dossier;

import fr.trame.app.BusinessException;
import fr.trame.app.storage.ObjectStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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
    ObjectStore store;

    /**
     * Opens a document.
     *
     * @throws BusinessException NOT_FOUND when there is none this person may read, UNAVAILABLE when the store is away
     */
    public Download open(UUID id) {
        var document = documents.toDownload(id);
        try {
            return new Download(
                    document.name(), document.mediaType(), document.size(), store.open(document.objectKey()));
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
